#pragma once

#include <optional>
#include <vector>

#include "analysis/measure.hpp"

namespace attache::analysis {

/// Sum of values that may not be negative, or why there is none: negative_base, zero_base, out_of_range.
struct Total {
  Decimal value;
  Reason reason = Reason::none;
};
[[nodiscard]] Total total_of(const std::vector<Decimal>& values);

/// value / total to 18 digits, both not negative, value not above total: the mantissa is at most 10^18 and its square fits 128 bits.
[[nodiscard]] std::optional<Decimal> fraction_of(const Decimal& value, const Decimal& total);

}  // namespace attache::analysis
