#pragma once

#include <vector>

#include "analysis/measure.hpp"

namespace attache::analysis {

/// Concentration over values that share a unit: leaf products at one level, or markets. Say which. A negative value: negative_base;
/// nothing above zero: zero_base. Zeros change nothing.

/// Herfindahl–Hirschman: H = Σ s², s = v / Σv, from 1/n to 1 (UNCTADstat; WITS).
[[nodiscard]] Result herfindahl(const std::vector<Decimal>& values);
/// (H − 1/n) / (1 − 1/n), from 0 to 1, n = values above zero. n = 1: not applicable.
[[nodiscard]] Result normalised_herfindahl(const std::vector<Decimal>& values);
/// CR_n: the share of the n largest in per cent. Fewer than n values: all of them, 100. Leave out the products of no chapter
/// (99, 9999) or say that they are in.
[[nodiscard]] Result concentration_ratio(const std::vector<Decimal>& values, int largest);

}  // namespace attache::analysis
