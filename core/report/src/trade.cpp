#include "trade.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

#include "context.hpp"
#include "value/add_once.hpp"

namespace attache::report {

namespace {

bool is_total(const dataset::Flow& flow) { return flow.product == "TOTAL" || flow.product.empty(); }

/// The newest row of each period of one flow, both keyed by EDTF text.
using RowsByPeriod = std::map<std::string, const dataset::Flow*>;

RowsByPeriod series(const Context& context, const std::string& reporter, const std::string& partner, const std::string& flow,
                    const std::string& frequency) {
  RowsByPeriod rows;
  for (const auto& row : context.data.flows) {
    if (row.reporter != reporter || row.partner != partner || row.flow != flow || row.frequency != frequency || !is_total(row) ||
        !context.visible(row))
      continue;
    auto& slot = rows[row.period.text()];
    slot = slot == nullptr ? &row : newer(context, slot, &row);
  }
  return rows;
}

Quantity value_in(const RowsByPeriod& rows, const std::string& period) {
  const auto it = rows.find(period);
  return it == rows.end() ? Quantity::none(Missing::not_available) : quantity_of(*it->second);
}

/// The currency of the newest figure; where its two flows differ, the one with more rows.
std::string currency_of(const RowsByPeriod& exports, const RowsByPeriod& imports) {
  std::map<std::string, std::pair<std::int32_t, std::size_t>> uses;  // newest day, rows
  for (const auto* rows : {&exports, &imports}) {
    for (const auto& [key, flow] : *rows) {
      if (!flow->value) continue;
      auto& use = uses[flow->currency];
      use = {std::max(use.first, flow->period.latest()), use.second + 1};
    }
  }
  const auto newest = std::max_element(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return newest == uses.end() ? std::string() : newest->first;
}

void derive(TradeRow& row) {
  row.turnover = sum(row.exports, row.imports);
  row.balance = difference(row.exports, row.imports);
  row.coverage = percent(row.exports, row.imports);
  row.complete = row.turnover.present() && row.balance.present();
}

std::vector<TradeRow> rows_of(const Context& context, Trade& trade, const std::string& frequency) {
  const std::string& reporter = trade.reporter;
  const std::string& partner = trade.mirrored ? context.parameters.self : context.parameters.other;
  const std::string export_flow = trade.mirrored ? "M" : "X";
  const std::string import_flow = trade.mirrored ? "X" : "M";
  const RowsByPeriod exports = series(context, reporter, partner, export_flow, frequency);
  const RowsByPeriod imports = series(context, reporter, partner, import_flow, frequency);
  const RowsByPeriod world_exports = series(context, reporter, "WLD", export_flow, frequency);
  const RowsByPeriod world_imports = series(context, reporter, "WLD", import_flow, frequency);
  const std::string currency = currency_of(exports, imports);
  Flows left_out;
  const auto value = [&](const RowsByPeriod& rows, const std::string& key) {
    const auto it = rows.find(key);
    return it == rows.end() ? Quantity::none(Missing::not_available) : quantity_in(*it->second, currency, left_out);
  };
  std::map<std::string, Edtf> periods;
  for (const auto* rows : {&exports, &imports}) {
    for (const auto& [key, flow] : *rows) periods.emplace(key, flow->period);
  }
  std::vector<TradeRow> all;
  for (const auto& [key, period] : periods) {
    TradeRow row;
    row.period = period;
    row.year = period.start().year;
    row.exports = value(exports, key);
    row.imports = value(imports, key);
    derive(row);
    row.exports_share = percent(row.exports, value(world_exports, key));
    row.imports_share = percent(row.imports, value(world_imports, key));
    all.push_back(std::move(row));
  }
  std::sort(all.begin(), all.end(), [](const TradeRow& a, const TradeRow& b) { return before(a.period, b.period); });
  if (std::string warning = currency_warning(left_out, currency); !warning.empty()) trade.warnings.push_back(std::move(warning));
  return all;
}

void add_growth(std::vector<TradeRow>& rows, int months_between) {
  const auto index = [](const TradeRow& row) { return row.year * 12 + std::max(row.period.start().month, 1); };
  for (auto& row : rows) {
    const auto base =
        std::find_if(rows.begin(), rows.end(), [&](const TradeRow& other) { return index(other) == index(row) - months_between; });
    const bool has_base = base != rows.end();
    const Quantity none = Quantity::none(Missing::not_applicable, "%");
    row.exports_growth = has_base ? growth(row.exports, base->exports) : none;
    row.imports_growth = has_base ? growth(row.imports, base->imports) : none;
    row.turnover_growth = has_base ? growth(row.turnover, base->turnover) : none;
  }
}

std::vector<TradeRow> in_period(const std::vector<TradeRow>& rows, const Period& period, int last_year) {
  std::vector<TradeRow> kept;
  for (const auto& row : rows) {
    const bool after = period.last_years ? row.year > last_year - *period.last_years : !period.from || row.year >= *period.from;
    if (after && (!period.to || row.year <= *period.to)) kept.push_back(row);
  }
  return kept;
}

std::size_t complete_rows(const std::vector<TradeRow>& rows) {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const TradeRow& row) { return row.complete; }));
}

int shared_decimals(const std::vector<TradeRow>& rows, Quantity TradeRow::*figure) {
  int decimals = 1;
  for (const auto& row : rows) {
    if ((row.*figure).present()) decimals = std::min(decimals, known_decimals(row.*figure, 0, 1));
  }
  return decimals;
}

Trade of_reporter(const Context& context, const std::string& reporter) {
  Trade trade;
  trade.reporter = reporter;
  trade.mirrored = reporter != context.parameters.self;
  trade.all_years = rows_of(context, trade, "A");
  add_growth(trade.all_years, 12);
  const int last_year = trade.all_years.empty() ? 0 : trade.all_years.back().year;
  trade.years = in_period(trade.all_years, context.parameters.period, last_year);
  trade.growth_decimals = shared_decimals(trade.years, &TradeRow::turnover_growth);
  trade.coverage_decimals = shared_decimals(trade.years, &TradeRow::coverage);
  trade.months = rows_of(context, trade, "M");
  add_growth(trade.months, 12);
  trade.months = in_period(trade.months, context.parameters.period, trade.months.empty() ? 0 : trade.months.back().year);
  trade.has_shares = std::any_of(trade.years.begin(), trade.years.end(),
                                 [](const TradeRow& row) { return row.exports_share.present() || row.imports_share.present(); });
  return trade;
}

}  // namespace

const TradeRow* Trade::year(int wanted) const {
  const auto it = std::find_if(all_years.begin(), all_years.end(), [&](const TradeRow& row) { return row.year == wanted; });
  return it == all_years.end() ? nullptr : &*it;
}

const TradeRow* Trade::latest() const {
  const auto it = std::find_if(years.rbegin(), years.rend(), [](const TradeRow& row) { return row.complete; });
  return it == years.rend() ? nullptr : &*it;
}

const dataset::Flow* newer(const Context& context, const dataset::Flow* a, const dataset::Flow* b) {
  const auto* release_a = context.data.release(a->release);
  const auto* release_b = context.data.release(b->release);
  if (release_a != nullptr && release_a->replaces == b->release) return a;
  if (release_b != nullptr && release_b->replaces == a->release) return b;
  if (release_a != nullptr && release_b != nullptr && before(release_b->released, release_a->released) && !release_a->released.is_undated())
    return a;
  return b;
}

Quantity quantity_of(const dataset::Flow& flow) {
  Quantity quantity = read(analysis::measure_of(flow), "flows:" + flow.id, flow.source);
  if (!flow.value) {
    quantity.unit = flow.currency;
    if (flow.status == "Q" || flow.confidentiality == "C") quantity.missing = Missing::confidential;
    if (flow.status == "M") quantity.missing = Missing::not_applicable;
    if (flow.status == "L") quantity.missing = Missing::not_collected;
  }
  quantity.status = flow.status == "A" ? "" : flow.status;
  return quantity;
}

Quantity quantity_in(const dataset::Flow& flow, const std::string& currency, Flows& left_out) {
  Quantity quantity = quantity_of(flow);
  if (!quantity.present() || currency.empty() || quantity.unit == currency) return quantity;
  add_once(left_out, &flow);
  Quantity none = Quantity::none(Missing::not_applicable, quantity.unit);
  none.inputs = quantity.inputs;
  none.sources = quantity.sources;
  return none;
}

std::string currency_warning(const Flows& left_out, const std::string& currency) {
  if (left_out.empty()) return {};
  const std::string more = left_out.size() > 1 ? "' and " + std::to_string(left_out.size() - 1) + " more are in " : "' is in ";
  return "flow '" + left_out.front()->id + more + left_out.front()->currency + ", the newest of their series in " + currency +
         ": left out; give a series in one currency";
}

Quantity annual_total(const Context& context, const std::string& reporter, const std::string& partner, const std::string& flow, int year) {
  const RowsByPeriod rows = series(context, reporter, partner, flow, "A");
  return value_in(rows, Edtf(Date{year, 0, 0, Date::Precision::year, false, false, false}).text());
}

Trade read_trade(const Context& context) {
  Trade own = of_reporter(context, context.parameters.self);
  Trade mirror = of_reporter(context, context.parameters.other);
  // The perspective's own statistics, unless the partner's cover more than twice as many years of the period.
  const std::size_t own_years = complete_rows(own.years);
  const std::size_t mirror_years = complete_rows(mirror.years);
  const bool take_own = !own.all_years.empty() && own_years * 2 >= mirror_years;
  Trade& chosen = take_own ? own : mirror;
  if (const TradeRow* newest = take_own ? nullptr : own.latest()) chosen.own = *newest;
  if (chosen.all_years.empty() && chosen.months.empty()) return {};
  return std::move(chosen);
}

}  // namespace attache::report
