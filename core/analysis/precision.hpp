#pragma once

#include "value/decimal.hpp"

namespace attache::analysis {

/// Where a value may lie; both ends belong to it.
struct Range {
  Decimal low, high;
  friend bool operator==(const Range&, const Range&) = default;
};

/// Quotients keep so many digits after the point; sums and products stay exact.
inline constexpr int working_scale = 12;

/// Half of the last written digit: 7.5 → 0.05, 21 → 0.5. What was rounded to be written may be off by so much.
[[nodiscard]] Decimal half_unit_of(const Decimal& written);

/// So many decimals may be printed that the last digit is wrong by less than five units (in the spirit of GUM 7.2.6: no more digits
/// than the uncertainty supports): 44.23 within 42.9 … 45.6 → 0, "about 44". From 0 to working_scale.
[[nodiscard]] int printable_decimals(const Decimal& value, const Range& range);

}  // namespace attache::analysis
