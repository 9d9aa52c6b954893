#pragma once

#include <vector>

#include "analysis/measure.hpp"

namespace attache::analysis {

/// How a figure moved from one period to the same months of the next.
struct Growth {
  Result percent;   ///< 100 · (v₁ / v₀ − 1)
  Result change;    ///< v₁ − v₀: there even where a rate does not apply
  Result multiple;  ///< v₁ / v₀: "3.8-fold"
};
/// A base of 0: percent and multiple are zero_base. A base below `threshold` (in the base's own multiplier; a good one is one printed
/// unit): percent is small_base, print the multiple. A negative base (balances): neither applies.
[[nodiscard]] Growth growth(const Input& previous, const Input& current, const std::optional<Decimal>& threshold = {});

/// Rates that need roots and logarithms are computed in long double (an error below 10⁻⁹ percentage points for ratios between
/// 10⁻⁹ and 10⁹) and kept to so many decimals, so that the last digit is the same on every machine.
inline constexpr int root_scale = 6;

/// Compound annual growth, 100 · ((v_n / v_0)^(1/n) − 1), n = years between the two. v_0 ≤ 0, v_n < 0 or n < 1: not applicable.
/// Print both end years.
[[nodiscard]] Result annual_growth(const Input& first, const Input& last, int years);
/// The same from the multiple alone ("six-fold in eleven years").
[[nodiscard]] Result annual_growth_of_multiple(const Input& multiple, int years);

struct YearValue {
  int year = 0;
  Input value;
};
/// Trend growth: 100 · (e^b − 1), b = slope of the least-squares line of ln v on the year (ITC, Trade Map user guide).
struct Trend {
  Result percent;
  int used = 0;      ///< observations in the line
  int left_out = 0;  ///< zeros (and values below) have no logarithm: name their number in a note
};
/// Fewer than 4 usable observations: too_few. Missing years are passed over.
[[nodiscard]] Trend trend_growth(const std::vector<YearValue>& series);

/// 100 · (v₁ − v₀) / V₀, what a part added to the growth of the whole, in percentage points: over all parts they sum to its growth.
[[nodiscard]] Result contribution(const Input& previous_part, const Input& current_part, const Input& previous_whole);

/// What a stated growth of g % says the period before was: v / (1 + g/100). g ≤ −100: not applicable. `percent` has unit "%".
[[nodiscard]] Result implied_previous(const Input& current, const Input& percent);
/// What a stated multiple says the base was: v / r. r ≤ 0: not applicable. `multiple` has unit "1".
[[nodiscard]] Result implied_base(const Input& value, const Input& multiple);

}  // namespace attache::analysis
