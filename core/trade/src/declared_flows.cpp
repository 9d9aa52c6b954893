#include <algorithm>
#include <map>

#include "trade/memory_source.hpp"

namespace attache::trade {

namespace {

/// The decimals of a figure as written, after its multiplier: 13.5 × 10^6 has none.
int decimals_of(const std::optional<Decimal>& value, int multiplier) {
  if (!value) return 0;
  const auto whole = value->shifted(multiplier);
  return whole ? whole->scale() : Decimal::max_scale;
}

tl::unexpected<Problem> wrong(const dataset::Flow& flow, std::string what, std::string next) {
  Problem problem;
  problem.failure = Failure::data;
  problem.what = std::move(what);
  problem.where = flow.at;
  problem.next = std::move(next);
  return fail(std::move(problem));
}

text::Missing missing_by(const dataset::Flow& flow) {
  if (flow.status == "M") return text::Missing::not_applicable;
  if (flow.status == "Q" || (!flow.confidentiality.empty() && flow.confidentiality != "F")) return text::Missing::confidential;
  if (flow.status == "L") return text::Missing::not_collected;
  return text::Missing::not_available;
}

/// Sets `number` at `scale`, or `missing`; false when it does not fit.
bool set(std::int64_t& number, text::Missing& missing, const std::optional<Decimal>& value, int multiplier, int scale) {
  if (!value) return true;
  const auto whole = value->shifted(multiplier);
  const auto fitting = whole ? whole->at_scale(scale) : std::nullopt;
  if (!fitting) return false;
  number = *fitting;
  missing = text::Missing::present;
  return true;
}

Outcome<AreaCode> code_of(const dataset::Dataset& dataset, const std::string& id, CodeBook& codes) {
  const dataset::Area* area = dataset.area(id);
  if (area != nullptr && !area->iso3.empty()) {
    if (const auto known = area_of_iso3(area->iso3)) return *known;
  }
  return codes.area(id);
}

std::optional<Period> period_of(const dataset::Flow& flow) {
  if (flow.period.is_interval() || flow.period.start().unspecified) return std::nullopt;
  const Date& date = flow.period.start();
  if (date.precision == Date::Precision::year && flow.frequency == "A") return Period::of_year(date.year);
  if (date.precision == Date::Precision::month && !date.is_season() && flow.frequency == "M")
    return Period::of_month(date.year, date.month);
  return std::nullopt;
}

/// Quarters are intervals of three months.
std::optional<Period> quarter_of(const dataset::Flow& flow) {
  const Date& from = flow.period.start();
  const Date& to = flow.period.end();
  const bool months = from.precision == Date::Precision::month && to.precision == Date::Precision::month;
  if (!flow.period.is_interval() || !months || flow.frequency != "Q" || from.year != to.year) return std::nullopt;
  if (from.month % 3 != 1 || to.month != from.month + 2) return std::nullopt;
  return Period::of_quarter(from.year, (from.month + 2) / 3);
}

Outcome<TradeRow> row_of(const dataset::Dataset& dataset, const dataset::Flow& flow, const Release& release, CodeBook& codes) {
  TradeRow row;
  const auto reporter = code_of(dataset, flow.reporter, codes);
  if (!reporter) return fail(reporter.error());
  const auto partner = code_of(dataset, flow.partner, codes);
  if (!partner) return fail(partner.error());
  row.reporter = *reporter;
  row.partner = *partner;
  const auto code = parse_flow(flow.flow);
  const auto period = flow.period.is_interval() ? quarter_of(flow) : period_of(flow);
  if (!code || !period)
    return wrong(flow, "'" + flow.period.text() + "' is no period of the frequency " + flow.frequency,
                 "give a year, a quarter such as 2015-01/2015-03, or a month");
  row.flow = *code;
  row.period = *period;
  const auto classification = codes.classification(flow.classification.empty() ? "HS" : flow.classification);
  if (!classification) return fail(classification.error());
  const auto product = codes.product(*classification, flow.product.empty() ? "TOTAL" : flow.product);
  if (!product) return fail(product.error());
  row.product = *product;
  const auto unit = codes.unit(flow.quantity_unit);
  if (!unit) return fail(unit.error());
  row.quantity_unit = *unit;
  row.status = flow.status.empty() ? 'A' : flow.status.front();
  row.value_missing = row.net_weight_missing = row.quantity_missing = text::Missing::not_available;
  row.value_missing = missing_by(flow);
  const bool fits = set(row.value, row.value_missing, flow.value, flow.multiplier, release.value_scale) &&
                    set(row.net_weight, row.net_weight_missing, flow.net_weight, 0, release.weight_scale) &&
                    set(row.quantity, row.quantity_missing, flow.quantity, 0, release.quantity_scale);
  if (!fits) return wrong(flow, "a figure of this row is too large or has too many digits", "give it in a larger unit");
  return row;
}

}  // namespace

Outcome<std::unique_ptr<MemoryFlowSource>> MemoryFlowSource::of(const dataset::Dataset& dataset) {
  std::map<std::string, Release, std::less<>> releases;
  for (const dataset::Flow& flow : dataset.flows) {
    Release& release = releases[flow.release];
    release.id = flow.release;
    if (release.currency.empty()) release.currency = flow.currency;
    if (!flow.currency.empty() && flow.currency != release.currency) {
      return wrong(flow, "release '" + flow.release + "' is in " + release.currency + ", this row in " + flow.currency,
                   "give each currency a release of its own");
    }
    release.value_scale = std::max(release.value_scale, decimals_of(flow.value, flow.multiplier));
    release.weight_scale = std::max(release.weight_scale, decimals_of(flow.net_weight, 0));
    release.quantity_scale = std::max(release.quantity_scale, decimals_of(flow.quantity, 0));
  }
  CodeBook codes;
  std::map<std::string, std::vector<SourcedRow>, std::less<>> rows;
  for (const dataset::Flow& flow : dataset.flows) {
    auto row = row_of(dataset, flow, releases.at(flow.release), codes);
    if (!row) return fail(row.error());
    rows[flow.release].push_back({*row, {0, static_cast<std::uint32_t>(flow.at.line)}});
  }
  std::vector<ReleaseRows> all;
  for (auto& [id, release] : releases) {
    if (const dataset::Release* declared = dataset.release(id)) {
      release.title = declared->dataset;
      release.source = declared->source;
      release.valuation_exports = declared->valuation_exports;
      release.valuation_imports = declared->valuation_imports;
      release.trade_system = declared->trade_system;
    }
    all.push_back({release, std::move(rows[id])});
  }
  return of(std::move(all), std::move(codes));
}

}  // namespace attache::trade
