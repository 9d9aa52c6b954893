#pragma once
/// Cells nobody meant to print: a file read into a cell, a text without an end.

#include <string>
#include <vector>

#include "content/content.hpp"

namespace attache::pdf {

constexpr std::size_t cell_characters_most = 10'000;  ///< about three pages of one column

struct LongColumn {
  std::string table, column;
  std::size_t cells = 0;       ///< how many are longer
  std::size_t characters = 0;  ///< of the longest
};

/// The columns with cells of more than cell_characters_most characters, in the order of the document.
[[nodiscard]] std::vector<LongColumn> long_columns(const Section& section);

}  // namespace attache::pdf
