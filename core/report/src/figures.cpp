#include "figures.hpp"

#include <algorithm>
#include <cstdint>

#include "attribution.hpp"
#include "trade.hpp"

namespace attache::report {

namespace {

std::string seen_from(const Context& context, const dataset::Observation& row) {
  const bool other_side = row.area == context.parameters.other && row.counterpart == context.parameters.self;
  if (other_side && row.indicator == "exports") return "imports";
  if (other_side && row.indicator == "imports") return "exports";
  return row.indicator;
}

bool concerns(const Context& context, const dataset::Observation& row) {
  // A figure of one area's trade with everybody is another matter.
  if (row.counterpart.empty() && !is_trade_of_two(row.indicator))
    return row.area == context.parameters.self || row.area == context.parameters.other;
  return context.is_pair(row.area, row.counterpart);
}

}  // namespace

int rank_order(const std::string& rank) { return rank == "preferred" ? 0 : rank == "deprecated" ? 2 : 1; }

Quantity quantity_of(const dataset::Observation& row) {
  if (!row.value) {
    Quantity none = Quantity::none(row.status == "M"   ? Missing::not_applicable
                                   : row.status == "L" ? Missing::not_collected
                                   : row.status == "Q" ? Missing::confidential
                                                       : Missing::not_available,
                                   row.unit);
    none.inputs = {"observations:" + row.id};
    none.sources = {row.source};
    return none;
  }
  Quantity quantity = read(analysis::measure_of(row), "observations:" + row.id, row.source);
  quantity.bound = row.bound == "exact" ? "" : row.bound;
  quantity.status = row.status == "A" ? "" : row.status;
  if (row.value_low && row.value_high) {
    quantity.low = row.value_low->shifted(row.multiplier).value_or(quantity.low);
    quantity.high = row.value_high->shifted(row.multiplier).value_or(quantity.high);
  }
  return quantity;
}

std::vector<Observed> observed(const Context& context, const std::string& indicator) {
  std::vector<Observed> found;
  for (const auto& row : context.data.observations) {
    const bool fits = concerns(context, row) && seen_from(context, row) == indicator && row.rank != "deprecated";
    if (fits && context.visible(row)) found.push_back({&row, quantity_of(row)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Observed& a, const Observed& b) {
    const auto key = [](const Observed& o) { return std::tuple(-std::int64_t{o.row->period.latest()}, rank_order(o.row->rank)); };
    return key(a) < key(b);
  });
  return found;
}

bool is_part_year(const Edtf& period) {
  if (period.is_undated() || period.open_start() || period.open_end()) return false;
  if (!period.is_interval()) return period.start().precision != Date::Precision::year;
  return period.start().year == period.end().year && !(period.start().month <= 1 && (period.end().month == 12 || period.end().month == 0));
}

Headline headline(Context& context) {
  Headline head;
  for (const char* indicator : {"turnover", "exports", "imports"}) {
    for (const auto& candidate : observed(context, indicator)) {
      if (!candidate.quantity.present()) continue;
      if (head.quoted == nullptr || candidate.row->period.latest() > head.period.latest()) {
        head.quoted = candidate.row;
        head.period = candidate.row->period;
      }
      break;
    }
  }
  const TradeRow* year = context.trade().latest();
  if (year != nullptr && (head.quoted == nullptr || year->period.latest() >= head.period.latest())) {
    return {true, true, false, year->period, year->turnover, year->exports, year->imports, nullptr};
  }
  if (head.quoted == nullptr) return head;
  head.present = true;
  const auto of_period = [&](const char* indicator) {
    for (auto& candidate : observed(context, indicator)) {
      if (candidate.row->period == head.period && candidate.row->source == head.quoted->source) return candidate.quantity;
    }
    return Quantity::none(Missing::not_available, head.quoted->unit);
  };
  head.exports = of_period("exports");
  head.imports = of_period("imports");
  head.turnover = of_period("turnover");
  const TradeRow* same_year = is_part_year(head.period) ? nullptr : context.trade().year(head.period.start().year);
  if (same_year != nullptr && same_year->period == head.period && !head.exports.present() && !head.imports.present()) {
    head.parts_declared = true;
    head.exports = same_year->exports;
    head.imports = same_year->imports;
  }
  if (!head.turnover.present()) head.turnover = sum(head.exports, head.imports);
  return head;
}

PartYear part_year(const Context& context) {
  PartYear result;
  const auto all = observed(context, "turnover");
  const auto part =
      std::find_if(all.begin(), all.end(), [](const Observed& o) { return o.quantity.present() && is_part_year(o.row->period); });
  if (part == all.end()) return result;
  result.part = *part;
  const int year = part->row->period.start().year - 1;
  const auto whole = std::find_if(all.begin(), all.end(), [&](const Observed& o) {
    return o.quantity.present() && !is_part_year(o.row->period) && o.row->period.start().year == year &&
           o.quantity.unit == part->quantity.unit;
  });
  if (whole != all.end()) result.year_before = *whole;
  return result;
}

const dataset::Observation* pair_turnover(const Context& context, const dataset::Claim& claim) {
  const auto* row = context.data.observation(claim.observation);
  const bool is_turnover = row != nullptr && row->indicator == "turnover" && context.is_pair(row->area, row->counterpart);
  const bool is_of_one_year = is_turnover && !row->period.is_undated() && row->period.start().year == row->period.end().year;
  return is_of_one_year ? row : nullptr;
}

const dataset::Observation* annual_turnover(const Context& context, const dataset::Claim& claim) {
  const auto* row = pair_turnover(context, claim);
  return row != nullptr && !is_part_year(row->period) ? row : nullptr;
}

std::string basis(const Context& context, const dataset::Observation& row) {
  if (!row.reporter.empty()) return context.t("report.basis.reporter", {{"area", context.area(row.reporter)}});
  for (const auto& claim : context.data.claims) {
    if (claim.observation == row.id && claim.source == row.source) return attribution(context, claim);
  }
  const auto* source = context.data.source(row.source);
  return source == nullptr ? context.t("report.attribution.unnamed")
                           : context.t("report.attribution.according", {{"who", source->publisher}});
}

}  // namespace attache::report
