#pragma once
/// Observations of the pair, oriented to the perspective, and the headline: the newest figures of the pair's trade from one source.

#include <string>
#include <vector>

#include "context.hpp"

namespace attache::report {

struct Observed {
  const dataset::Observation* row = nullptr;
  Quantity quantity;
};

/// 0 preferred, 1 normal, 2 deprecated.
[[nodiscard]] int rank_order(const std::string& rank);
/// Observations of an indicator for the pair (or, where the indicator has no counterpart and is no trade of two, for one of the two),
/// newest first; of one period the preferred first, the deprecated never. Seen from the other side, exports are imports.
[[nodiscard]] std::vector<Observed> observed(const Context& context, const std::string& indicator);
[[nodiscard]] Quantity quantity_of(const dataset::Observation& row);
/// Does the period say less than a year?
[[nodiscard]] bool is_part_year(const Edtf& period);

struct Headline {
  bool present = false;
  bool declared = false;        ///< from declared statistics, else quoted
  bool parts_declared = false;  ///< the source of the quoted turnover gives no parts; exports and imports are from declared statistics
  Edtf period;
  Quantity turnover, exports, imports;
  const dataset::Observation* quoted = nullptr;  ///< a row it was quoted from
};
/// The newest period for which there is a figure; of equal periods the declared statistics win.
[[nodiscard]] Headline headline(Context& context);

/// The newest part-year turnover and the whole year before it, as quoted; rows are null when there is none.
struct PartYear {
  Observed part, year_before;
};
[[nodiscard]] PartYear part_year(const Context& context);

/// The observation a claim is about when it is the pair's turnover in one year or a part of one, else null.
[[nodiscard]] const dataset::Observation* pair_turnover(const Context& context, const dataset::Claim& claim);
/// The same, of a full year.
[[nodiscard]] const dataset::Observation* annual_turnover(const Context& context, const dataset::Claim& claim);

/// "statistics, source not named", "statistics of Russia", "according to KAZINFORM": who stands behind a quoted figure.
[[nodiscard]] std::string basis(const Context& context, const dataset::Observation& row);

}  // namespace attache::report
