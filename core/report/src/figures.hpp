#pragma once
/// Observations of the pair, oriented to the perspective, and the headline: the newest figures of the pair's trade from one source.

#include <string>
#include <string_view>
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

/// May the two be added, subtracted or divided but for their periods? Equal reporter, source, unit, price basis, adjustment, comparison.
[[nodiscard]] bool share_basis(const dataset::Observation& a, const dataset::Observation& b);
/// The same, of one period. Figures of observations meet nowhere without it.
[[nodiscard]] bool may_meet(const dataset::Observation& a, const dataset::Observation& b);

struct Headline {
  bool present = false;
  bool declared = false;        ///< from declared statistics, else quoted
  bool parts_declared = false;  ///< the source of the quoted turnover gives no parts; exports and imports are from declared statistics
  bool parts_meet = true;       ///< exports and imports are of one basis
  bool all_meet = true;         ///< turnover is of theirs
  Edtf period;
  Quantity turnover, exports, imports;
  /// The rows they were quoted from, each with its own basis; null = declared or missing.
  const dataset::Observation *turnover_row = nullptr, *exports_row = nullptr, *imports_row = nullptr;

  /// What follows from exports and imports; not applicable where the two do not meet.
  [[nodiscard]] Quantity of_parts(Quantity (*formula)(const Quantity& exports, const Quantity& imports)) const;
};
/// The newest period for which there is a figure; of equal periods the declared statistics win. Exports and imports are those that may
/// meet the turnover, else those that may meet each other, else what there is.
[[nodiscard]] Headline headline(Context& context);
/// Whose figure it is: "turnover", "exports", "imports"; anything else is of exports and imports. "" when nobody gives one.
[[nodiscard]] std::string basis_of(Context& context, const Headline& head, std::string_view figure);

/// The period's months a year earlier.
[[nodiscard]] Edtf year_earlier(const Edtf& period);
/// The figure of the same indicator and basis a year earlier; its row is null when there is none.
[[nodiscard]] Observed year_before(const Context& context, const dataset::Observation& row);

/// The newest part-year turnover and the whole year before it, of one basis; rows are null when there is none.
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
