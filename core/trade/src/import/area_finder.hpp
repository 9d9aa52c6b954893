#pragma once

#include <optional>
#include <string_view>

#include "trade/code_book.hpp"
#include "trade/src/import/layout.hpp"
#include "trade/src/import/seen.hpp"

namespace attache::trade {

/// Areas by what a file calls them: a number, letters, or a name in the languages known here.
class AreaFinder {
 public:
  AreaFinder(const FileBasis& basis, CodeBook& codes, Seen& seen) : basis_(basis), codes_(codes), seen_(seen) {}
  /// Nothing: `fault` says why. A name that is no country is a group of its own where the basis keeps them.
  [[nodiscard]] std::optional<AreaCode> find(std::string_view name, RowFault& fault);

 private:
  const FileBasis& basis_;
  CodeBook& codes_;
  Seen& seen_;
};

}  // namespace attache::trade
