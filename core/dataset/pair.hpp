#pragma once

#include <string>
#include <string_view>

#include "dataset/dataset.hpp"
#include "value/outcome.hpp"

namespace attache::dataset {

/// Two areas; the first is the perspective.
struct Pair {
  std::string first, second;
  friend bool operator==(const Pair&, const Pair&) = default;
};

/// An area id by its form: ISO alpha-3 in capitals, ISO 3166-2, or lower-case words joined by dashes.
[[nodiscard]] bool is_area_id(std::string_view text);

/// "KAZ-RUS", "KZ-ALA-RUS", "KAZ-eurasian-economic-union": the one way to cut it into two ids by their form. Failure::usage when
/// there is none, or more than one, or both are the same.
[[nodiscard]] Outcome<Pair> parse_pair(std::string_view text);

/// The same with the areas of a dataset; names the nearest area when one is unknown.
[[nodiscard]] Outcome<Pair> parse_pair(const Dataset& dataset, std::string_view text);

}  // namespace attache::dataset
