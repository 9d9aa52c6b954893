#include "assessment.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "figures.hpp"
#include "inline_text.hpp"
#include "print.hpp"
#include "trade.hpp"
#include "value/add_once.hpp"

namespace attache::report {

namespace {

struct Writer {
  Context& context;
  const std::string& block;
  Inline text;

  void say(std::string sentence) {
    if (!text.empty()) text.push_back(text_run(" "));
    text.push_back(text_run(std::move(sentence)));
  }
  [[nodiscard]] std::string of(const std::string& what, const Quantity& quantity) {
    return traced(context, {block, what}, quantity, amount(context, quantity));
  }
};

int months_of(const Edtf& period) {
  const int from = std::max(period.start().month, 1);
  const int to = period.end().month == 0 ? 12 : period.end().month;
  return to - from + 1;
}

std::optional<int> year_in(const std::string& text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 4), year);
  return error == std::errc() && end == text.data() + 4 ? std::optional(year) : std::nullopt;
}

/// The sum over all months of the period, or none when one is missing.
Quantity of_months(const Trade& trade, const Edtf& period, Quantity TradeRow::*flow) {
  Quantity total;
  int found = 0;
  for (const auto& month : trade.months) {
    if (month.period.earliest() < period.earliest() || month.period.latest() > period.latest() || !(month.*flow).present()) continue;
    total = found++ == 0 ? month.*flow : sum(total, month.*flow);
  }
  return found == months_of(period) ? total : Quantity::none(Missing::not_available);
}

/// What declared monthly statistics say of the same months and of those a year earlier: turnover, else the flow they know in full.
void add_months(Writer& out, const Edtf& period) {
  Context& context = out.context;
  const Edtf before = year_earlier(period);
  for (const auto& [name, flow] :
       {std::pair("turnover", &TradeRow::turnover), std::pair("exports", &TradeRow::exports), std::pair("imports", &TradeRow::imports)}) {
    const Quantity now = of_months(context.trade(), period, flow);
    const Quantity then = of_months(context.trade(), before, flow);
    const Quantity rate = growth(now, then);
    if (!rate.present()) continue;
    out.say(context.t("report.assess.months",
                      {{"reporter", context.area(context.trade().reporter)},
                       {"flow", name},
                       {"area", context.area(context.parameters.self)},
                       {"now", out.of(std::string("monthly ") + name, now)},
                       {"period", context.language.date(period)},
                       {"then", out.of(std::string("monthly ") + name + " a year earlier", then)},
                       {"before", context.language.date(before)},
                       {"change", traced(context, {out.block, std::string("growth of monthly ") + name}, rate, change(context, rate))}}));
    context.cite(out.text, rate.sources);
    return;
  }
}

/// A growth of turnover without period and base, held against the newest part-year turnover: what it would make of the year before.
void test_growth(Writer& out, const dataset::Claim& claim) {
  const PartYear data = part_year(out.context);
  if (data.part.row == nullptr || !claim.value || pair_turnover(out.context, claim) == nullptr) return;
  Context& context = out.context;
  const Quantity implied = implied_previous(data.part.quantity, claimed(context, claim));
  if (!implied.present()) return;
  out.say(context.t("report.assess.growth", {{"currency", data.part.quantity.unit},
                                             {"period", context.language.date(year_earlier(data.part.row->period))},
                                             {"implied", out.of("implied level of the year before", implied)}}));
  if (data.year_before.row == nullptr) return;
  const Quantity share = percent(implied, data.year_before.quantity);
  const Quantity plain_share = percent(data.part.quantity, data.year_before.quantity);
  const int months = months_of(data.part.row->period);
  // Far below its part of the calendar: under four fifths of it.
  const Decimal calendar(Decimal::Mantissa{800} * months, 1);
  const bool is_low = share.present() && *share.value < calendar.divided(Decimal::of(12), 6).value_or(Decimal());
  out.say(context.t("report.assess.growth-share", {{"share", out.of("implied share of the year", share)},
                                                   {"whole", out.of("whole year", data.year_before.quantity)},
                                                   {"year", context.language.date(data.year_before.row->period)},
                                                   {"months", months},
                                                   {"verdict", is_low ? "low" : "none"}}));
  out.say(context.t("report.assess.part-of-year", {{"period", context.language.date(data.part.row->period)},
                                                   {"year", context.language.date(data.year_before.row->period)},
                                                   {"share", out.of("part-year share of the year before", plain_share)}}));
  context.method("report.method.implied-previous");
  add_months(out, data.part.row->period);
}

/// "six-fold since 2003, reached 21 bn": the base it implies, the average growth, and what declared statistics say.
void test_multiple(Writer& out, const dataset::Claim& claim) {
  Context& context = out.context;
  const auto base_year = year_in(claim.base);
  const auto* row = context.data.observation(claim.observation);
  if (!base_year || row == nullptr) return;
  const int last_year = row->period.end().year;
  const Quantity fold = claimed(context, claim);
  const Quantity base = implied_base(quantity_of(*row), fold);
  const Quantity yearly = annual_growth(fold, last_year - *base_year);
  if (!base.present() || !yearly.present()) return;
  out.say(context.t("report.assess.multiple", {{"base", out.of("implied base", base)},
                                               {"year", context.language.integer(*base_year, false)},
                                               {"rate", out.of("implied annual growth", yearly)}}));
  context.method("report.method.implied-base");
  context.method("report.method.annual-growth");
  if (annual_turnover(context, claim) == nullptr) return;
  const TradeRow* from = context.trade().year(*base_year);
  const TradeRow* to = context.trade().year(last_year);
  if (from == nullptr || to == nullptr || !from->complete || !to->complete) return;
  const Quantity actual = ratio(to->turnover, from->turnover);
  const Quantity actual_rate = annual_growth(actual, last_year - *base_year);
  if (!actual.present() || !actual_rate.present()) return;
  out.say(context.t("report.assess.multiple-data", {{"reporter", context.area(context.trade().reporter)},
                                                    {"fold", out.of("declared multiple", actual)},
                                                    {"rate", out.of("declared annual growth", actual_rate)}}));
  context.cite(out.text, actual.sources);
}

/// "76 of 89": the share, and the share of other counts of the whole.
void test_part(Writer& out, const dataset::Claim& claim) {
  Context& context = out.context;
  const auto* whole = context.data.observation(claim.base);
  if (whole == nullptr || !claim.value) return;
  const Quantity part = claimed(context, claim);
  const Quantity share = percent(part, quantity_of(*whole));
  if (!share.present()) return;
  out.say(context.t("report.assess.part",
                    {{"part", amount(context, part)}, {"whole", amount(context, quantity_of(*whole))}, {"share", out.of("share", share)}}));
  for (const auto& other : observed(context, whole->indicator)) {
    if (!other.quantity.present() || *other.quantity.value == *whole->value || other.row->rank != "preferred") continue;
    const Quantity other_share = percent(part, other.quantity);
    out.say(context.t("report.assess.part-other", {{"whole", out.of("other count", other.quantity)},
                                                   {"period", context.language.date(other.row->period)},
                                                   {"share", out.of("share of the other count", other_share)}}));
    context.cite(out.text, "observations", *other.row);
    break;  // the newest other count
  }
}

/// A level of annual turnover against declared statistics of that year.
void test_level(Writer& out, const dataset::Claim& claim) {
  Context& context = out.context;
  const auto* row = annual_turnover(context, claim);
  if (row == nullptr) return;
  const TradeRow* year = context.trade().year(row->period.start().year);
  const Quantity level = claimed(context, claim);
  if (year == nullptr || !year->complete || level.unit != year->turnover.unit) return;
  const Quantity gap = growth(level, year->turnover);
  if (!gap.present()) return;
  out.say(context.t("report.assess.level", {{"side", gap.value->sign() > 0   ? "above"
                                                     : gap.value->sign() < 0 ? "below"
                                                                             : "equal"},
                                            {"gap", traced(context, {out.block, "gap"}, gap, size(context, gap))},
                                            {"reporter", context.area(context.trade().reporter)}}));
  context.cite(out.text, year->turnover.sources);
}

/// A part of turnover that was quoted for the same period: its share.
void test_share_of_turnover(Writer& out, const dataset::Claim& claim) {
  Context& context = out.context;
  const auto* row = context.data.observation(claim.observation);
  if (row == nullptr || row->indicator == "turnover" || !is_trade_of_two(row->indicator) || !context.is_pair(row->area, row->counterpart))
    return;
  for (const auto& whole : observed(context, "turnover")) {
    if (!may_meet(*whole.row, *row)) continue;
    const Quantity share = percent(quantity_of(*row), whole.quantity);
    if (!share.present()) continue;
    out.say(context.t("report.assess.share-of-turnover", {{"part", amount(context, quantity_of(*row))},
                                                          {"share", out.of("share of turnover", share)},
                                                          {"turnover", amount(context, whole.quantity)},
                                                          {"period", context.language.date(row->period)}}));
    context.cite(out.text, share.sources);
    return;
  }
}

/// Levels of one unit that differ: by how much.
void compare_levels(Writer& out, const Topic& topic) {
  Context& context = out.context;
  std::vector<Quantity> levels;
  for (const auto* claim : topic.claims) {
    const Quantity level = claimed(context, *claim);
    const bool comparable = claim->kind == "level" || (claim->kind == "count_of" && claim->base.empty());
    const bool bounded = level.bound == "lower" || level.bound == "upper";
    if (comparable && !bounded && level.present() && level.unit != "%" && (levels.empty() || levels.front().unit == level.unit))
      levels.push_back(level);
  }
  if (levels.size() < 2) return;
  const auto by_value = [](const Quantity& a, const Quantity& b) { return *a.value < *b.value; };
  const Quantity& least = *std::min_element(levels.begin(), levels.end(), by_value);
  const Quantity& most = *std::max_element(levels.begin(), levels.end(), by_value);
  const Quantity gap = difference(most, least);
  if (!gap.present() || gap.value->is_zero()) return;
  out.say(context.t("report.assess.spread", {{"least", amount(context, least)},
                                             {"most", amount(context, most)},
                                             {"gap", out.of("difference", gap)},
                                             {"percent", out.of("difference in per cent", percent(gap, least))}}));
}

}  // namespace

Inline assess(Context& context, const Topic& topic, const std::string& block) {
  Writer out{context, block, {}};
  for (const auto* claim : topic.claims) {
    if (claim->kind == "growth" && claim->period.is_undated() && claim->base.empty() && claim->unit == "%") test_growth(out, *claim);
    if (claim->kind == "ratio") test_multiple(out, *claim);
    if (claim->kind == "count_of" && !claim->observation.empty()) test_part(out, *claim);
    if (claim->kind == "level") {
      test_level(out, *claim);
      test_share_of_turnover(out, *claim);
    }
  }
  compare_levels(out, topic);
  return out.text;
}

std::vector<ConflictClaim> official_figures(Context& context, const Topic& topic, const std::string& block) {
  std::vector<ConflictClaim> all;
  std::vector<int> years;
  for (const auto* claim : topic.claims) {
    const auto* row = annual_turnover(context, *claim);
    if (row == nullptr) continue;
    if (const auto base = year_in(claim->base); base && claim->kind == "ratio") years.push_back(*base);
    years.push_back(row->period.end().year);
  }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  std::vector<std::string> figures;
  std::vector<std::string> sources;
  for (const int year : years) {
    const TradeRow* row = context.trade().year(year);
    if (row == nullptr || !row->complete) continue;
    const std::string printed =
        traced(context, {block, "declared turnover " + std::to_string(year)}, row->turnover, amount(context, row->turnover));
    figures.push_back(context.t("report.figure-period", {{"figure", printed}, {"period", context.language.date(row->period)}}));
    for (const auto& source : row->turnover.sources) {
      add_once(sources, source);
    }
  }
  if (figures.empty()) return all;
  ConflictClaim official;
  official.statement = context.t("report.claim.declared", {{"reporter", context.area(context.trade().reporter)}});
  official.attribution = context.t("report.basis.reporter", {{"area", context.area(context.trade().reporter)}});
  official.figure = context.language.list(figures);
  official.rank = context.t("report.rank.preferred");
  official.official = true;
  official.citation = sources.empty() ? 0 : context.cite(sources.front());
  for (std::size_t i = 1; i < sources.size(); ++i) official.statement += " [" + std::to_string(context.cite(sources[i])) + "]";
  all.push_back(std::move(official));
  return all;
}

}  // namespace attache::report
