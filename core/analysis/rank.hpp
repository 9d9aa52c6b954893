#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "value/decimal.hpp"

namespace attache::analysis {

/// One of those that are ranked. Values are in one unit and basis, unrounded.
struct Contender {
  std::optional<Decimal> value;  ///< nothing = missing: it has no rank
  bool aggregate = false;        ///< World, groups, "areas not specified": they have no rank and count for nothing
};

/// "joint 2nd of 31".
struct Rank {
  int place = 0;       ///< 1 = the largest value; 0 = no rank
  bool joint = false;  ///< another has the same value
  int of = 0;          ///< how many are ranked
  friend bool operator==(const Rank&, const Rank&) = default;
};

/// Competition ranks ("1224"): equals share a place, the next place counts them all. Result i belongs to contender i.
[[nodiscard]] std::vector<Rank> competition_ranks(const std::vector<Contender>& contenders);

}  // namespace attache::analysis
