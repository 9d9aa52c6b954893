#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "value/outcome.hpp"

namespace attache::dataset {

/// A field with the place of its first character (its quote, when it has one): 1-based, columns count characters.
struct Cell {
  std::string text;  ///< unquoted; a line break inside is "\n"
  int line = 0;
  int column = 0;
};

struct CsvText {
  std::vector<Cell> header;
  std::vector<std::vector<Cell>> rows;  ///< each as long as the header: short ones are filled up, long ones cut
};

/// Reads RFC 4180: commas, quotes doubled inside quotes, CRLF or LF, UTF-8 with or without a byte-order mark. Goes on after what is
/// wrong and appends a problem for each (rules "csv" and "encoding"); `file` is what the problems name.
[[nodiscard]] CsvText read_csv(std::string_view bytes, const std::string& file, std::vector<Problem>& problems);

}  // namespace attache::dataset
