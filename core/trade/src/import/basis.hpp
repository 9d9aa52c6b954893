#pragma once

#include <map>
#include <string>

#include "trade/code_book.hpp"
#include "trade/src/import/layout.hpp"

namespace attache::trade {

/// What --set gave: it stands in for what a file does not say, and takes the place of what its format says by itself.
struct GivenBasis {
  std::map<std::string, std::string> set;
  std::optional<int> decimals;
};

/// Looks at the names and values of --set. Failure::usage with the nearest name, or with what a value may be.
[[nodiscard]] Outcome<GivenBasis> given_basis(const std::map<std::string, std::string>& set);

/// Writes what was given over `basis`.
[[nodiscard]] Outcome<> apply(const GivenBasis& given, FileBasis& basis);

/// 3 for "1000" and "thousand", 6 for "million"; nothing for what is no power of ten.
[[nodiscard]] std::optional<int> power_of(std::string_view multiplier);

/// The Problem that names what neither columns nor basis give, and the --set for each; an empty `what` when nothing is missing.
[[nodiscard]] Problem missing_basis(const Layout& layout, const FileBasis& basis, const std::string& file);

}  // namespace attache::trade
