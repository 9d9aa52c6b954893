#pragma once

#include <vector>

#include "analysis/measure.hpp"

namespace attache::analysis {

/// 100 · v / V. The whole must be of the same reporter, flow and vintage. V = 0: zero_base; V < 0: negative_base.
[[nodiscard]] Result share(const Input& part, const Input& whole);
/// x_ij / M_j in per cent: i's exports to j over all of j's imports (ITC). Mixes two reporters: say so.
[[nodiscard]] Result market_share(const Input& exports_to_partner, const Input& imports_of_partner);
/// a / b as a pure number. b = 0: zero_base.
[[nodiscard]] Result ratio(const Input& numerator, const Input& denominator);
/// Value per unit of quantity, unit "USD/kg". Quantity 0: zero_base. One quantity unit a figure, no sums over units; flag it where
/// the quantity is estimated.
[[nodiscard]] Result unit_value(const Input& value, const Input& quantity);

/// For columns that must show 100 %: each part rounded down to `decimals`, the units that are missing to `target` given to the
/// largest remainders, the earlier part first where they tie (largest remainder or Hamilton method). State its use in a note.
/// Nothing when the parts are not within one unit each of the target.
[[nodiscard]] std::optional<std::vector<Decimal>> largest_remainder(const std::vector<Decimal>& parts, const Decimal& target, int decimals);

}  // namespace attache::analysis
