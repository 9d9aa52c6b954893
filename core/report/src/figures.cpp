#include "figures.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

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

bool share_basis(const dataset::Observation& a, const dataset::Observation& b) {
  const auto unit = [](const dataset::Observation& row) { return row.unit.empty() ? row.currency : row.unit; };
  return a.reporter == b.reporter && a.source == b.source && unit(a) == unit(b) && a.price_basis == b.price_basis &&
         a.adjustment == b.adjustment && a.comparison == b.comparison;
}

bool may_meet(const dataset::Observation& a, const dataset::Observation& b) { return a.period == b.period && share_basis(a, b); }

Quantity Headline::of_parts(Quantity (*formula)(const Quantity&, const Quantity&)) const {
  return parts_meet ? formula(exports, imports) : Quantity::none(Missing::not_applicable);
}

namespace {

/// The newest row of the pair's trade; of one day turnover is before exports and imports.
const dataset::Observation* newest(const Context& context) {
  const dataset::Observation* best = nullptr;
  for (const char* indicator : {"turnover", "exports", "imports"}) {
    const auto all = observed(context, indicator);
    const auto first = std::find_if(all.begin(), all.end(), [](const Observed& o) { return o.quantity.present(); });
    if (first != all.end() && (best == nullptr || first->row->period.latest() > best->period.latest())) best = first->row;
  }
  return best;
}

/// The figure that may meet `anchor`; its row is null when there is none.
Observed beside(const std::vector<Observed>& all, const dataset::Observation& anchor) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Observed& o) { return may_meet(*o.row, anchor); });
  return found == all.end() ? Observed{} : *found;
}

/// Exports and imports that may meet the anchor; else a pair that may meet each other; else the first of each.
std::pair<Observed, Observed> parts_of(const Context& context, const dataset::Observation& anchor) {
  auto all_exports = observed(context, "exports");
  auto all_imports = observed(context, "imports");
  for (auto* all : {&all_exports, &all_imports}) std::erase_if(*all, [&](const Observed& o) { return o.row->period != anchor.period; });
  Observed exports = beside(all_exports, anchor);
  Observed imports = beside(all_imports, anchor);
  if (exports.row == nullptr && imports.row == nullptr) {
    for (const auto& candidate : all_exports) {
      imports = beside(all_imports, *candidate.row);
      if (imports.row != nullptr) return {candidate, imports};
    }
  }
  if (exports.row == nullptr && !all_exports.empty()) exports = all_exports.front();
  if (imports.row == nullptr && !all_imports.empty()) imports = all_imports.front();
  return {exports, imports};
}

Headline quoted(const Context& context, const dataset::Observation& anchor) {
  Headline head;
  head.present = true;
  head.period = anchor.period;
  const auto [exports, imports] = parts_of(context, anchor);
  const Observed turnover = beside(observed(context, "turnover"), anchor);
  const auto value = [&](const Observed& o) { return o.row == nullptr ? Quantity::none(Missing::not_available, anchor.unit) : o.quantity; };
  head.exports = value(exports);
  head.imports = value(imports);
  head.turnover = value(turnover);
  head.exports_row = exports.row;
  head.imports_row = imports.row;
  head.turnover_row = turnover.row;
  head.parts_meet = exports.row == nullptr || imports.row == nullptr || may_meet(*exports.row, *imports.row);
  for (const auto* part : {exports.row, imports.row})
    head.all_meet = head.all_meet && (turnover.row == nullptr || part == nullptr || may_meet(*part, *turnover.row));
  return head;
}

}  // namespace

Headline headline(Context& context) {
  const dataset::Observation* anchor = newest(context);
  const TradeRow* year = context.trade().latest();
  Headline head;
  if (year != nullptr && (anchor == nullptr || year->period.latest() >= anchor->period.latest())) {
    head.present = head.declared = true;
    head.period = year->period;
    head.turnover = year->turnover;
    head.exports = year->exports;
    head.imports = year->imports;
    return head;
  }
  if (anchor == nullptr) return head;
  head = quoted(context, *anchor);
  const TradeRow* same_year = is_part_year(head.period) ? nullptr : context.trade().year(head.period.start().year);
  if (same_year != nullptr && same_year->period == head.period && !head.exports.present() && !head.imports.present()) {
    head.parts_declared = true;
    head.exports = same_year->exports;
    head.imports = same_year->imports;
    head.exports_row = head.imports_row = nullptr;
  }
  if (!head.turnover.present()) {
    head.turnover = head.of_parts(sum);
    head.turnover_row = head.exports_row;
  }
  return head;
}

std::string basis_of(Context& context, const Headline& head, std::string_view figure) {
  if (head.declared || (figure != "turnover" && head.parts_declared))
    return context.t("report.basis.reporter", {{"area", context.area(context.trade().reporter)}});
  const auto* row = figure == "turnover" ? head.turnover_row : figure == "imports" ? head.imports_row : head.exports_row;
  return row == nullptr ? std::string() : basis(context, *row);
}

Edtf year_earlier(const Edtf& period) {
  Date start = period.start();
  Date end = period.end();
  --start.year;
  --end.year;
  return period.is_interval() ? Edtf(start, end) : Edtf(start);
}

Observed year_before(const Context& context, const dataset::Observation& row) {
  if (row.period.is_undated() || row.period.open_start() || row.period.open_end()) return {};
  const Edtf period = year_earlier(row.period);
  for (const auto& candidate : observed(context, seen_from(context, row))) {
    if (candidate.row->period == period && candidate.quantity.present() && share_basis(*candidate.row, row)) return candidate;
  }
  return {};
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
    return o.quantity.present() && !is_part_year(o.row->period) && o.row->period.start().year == year && share_basis(*o.row, *part->row);
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
