#pragma once
/// The pair's trade in declared statistics: one reporter's, chosen by rule, never mixed with another's. "Exports" are those of the
/// perspective; when the reporter is the partner they are what the partner declares as its imports.

#include <optional>
#include <string>
#include <vector>

#include "dataset/model.hpp"
#include "quantity.hpp"

namespace attache::report {

class Context;

struct TradeRow {
  Edtf period;
  int year = 0;
  bool complete = false;  ///< both flows and what follows from them are there
  Quantity exports, imports, turnover, balance, coverage;
  Quantity exports_growth, imports_growth, turnover_growth;  ///< on the adjacent period before
  Quantity exports_share, imports_share;                     ///< in the reporter's trade with the world
};

struct Trade {
  std::string reporter;             ///< "" = there are no declared statistics
  bool mirrored = false;            ///< the reporter is not the perspective
  std::vector<TradeRow> years;      ///< in the report's period, ascending
  std::vector<TradeRow> all_years;  ///< every year there is
  std::vector<TradeRow> months;     ///< in the report's period
  bool has_shares = false;
  int growth_decimals = 1, coverage_decimals = 1;  ///< what the least precise of the years bears: printed alike everywhere
  std::optional<TradeRow> own;                     ///< mirrored: the perspective's own newest year with both flows, if it has any
  std::vector<std::string> warnings;               ///< flows left out because they are in another currency
  [[nodiscard]] const TradeRow* year(int wanted) const;
  /// The last year with both flows.
  [[nodiscard]] const TradeRow* latest() const;
};

[[nodiscard]] Trade read_trade(const Context& context);

/// Of several rows of one key, that of the newest release (one that replaces another is newer than it), else the later in the file.
[[nodiscard]] const dataset::Flow* newer(const Context& context, const dataset::Flow* a, const dataset::Flow* b);
/// The reporter's total of a year, or none: a missing row is zero only where coverage says "full".
[[nodiscard]] Quantity annual_total(const Context& context, const std::string& reporter, const std::string& partner,
                                    const std::string& flow, int year);
[[nodiscard]] Quantity quantity_of(const dataset::Flow& flow);
using Flows = std::vector<const dataset::Flow*>;
/// The same when it is in `currency` ("" = any), else not applicable, in its own currency, and noted in `left_out`.
[[nodiscard]] Quantity quantity_in(const dataset::Flow& flow, const std::string& currency, Flows& left_out);
/// "flow 'x' and 3 more are in EUR, the others in USD …"; "" when none was left out.
[[nodiscard]] std::string currency_warning(const Flows& left_out, const std::string& currency);

}  // namespace attache::report
