#pragma once

#include <cstdint>

#include "analysis/measure.hpp"

namespace attache::analysis {

/// Who reports a flow from i to j.
enum class Reports : std::uint8_t { both, exporter_only, importer_only, none };

/// What the importer j declares (M, CIF) beside what the exporter i declares (X, FOB) of one flow.
struct Mirror {
  Reports reports = Reports::none;
  Result difference;  ///< M − X
  Result relative;    ///< 100 · (M − X) / ((M + X) / 2), from −200 to 200; both zero: zero_base
  Result quotient;    ///< M / X; X = 0: zero_base
};
/// One side missing: the three results are input_missing and `reports` says who speaks. `cif_factor` (1.06 = freight and insurance of
/// 6 %; print it) divides M first. UN IMTS 2010, Compilers Manual, on bilateral asymmetries.
[[nodiscard]] Mirror mirror_asymmetry(const Input& exports_fob, const Input& imports_cif, const std::optional<Decimal>& cif_factor = {});

}  // namespace attache::analysis
