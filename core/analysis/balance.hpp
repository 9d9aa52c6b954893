#pragma once

#include <vector>

#include "analysis/measure.hpp"

namespace attache::analysis {

/// Exports X and imports M of one reporter, one period. Formulas: UN IMTS 2010; the normalised balance after ITC, Trade Map.
/// X is usually FOB and M CIF: say so where these are printed.

/// X + M. One of them missing: missing, never the other alone.
[[nodiscard]] Result turnover(const Input& exports, const Input& imports);
/// X − M.
[[nodiscard]] Result balance(const Input& exports, const Input& imports);
/// (X − M) / (X + M), from −1 to 1. No trade at all: zero_base.
[[nodiscard]] Result normalised_balance(const Input& exports, const Input& imports);
/// 100 · X / M. M = 0: zero_base.
[[nodiscard]] Result coverage(const Input& exports, const Input& imports);

/// Whether parts add up to a printed total.
struct SumCheck {
  Result difference;          ///< Σ parts − total
  Decimal tolerance;          ///< Σ of the half units of parts and total, at the multiplier of `difference`
  std::optional<bool> holds;  ///< |difference| ≤ tolerance; nothing when there is no difference
};
[[nodiscard]] SumCheck sum_check(const std::vector<Input>& parts, const Input& total);

}  // namespace attache::analysis
