#include "meta.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "print.hpp"
#include "trade.hpp"

namespace attache::report {

namespace {

std::string bool_text(bool value) { return value ? "true" : "false"; }

Date year_date(int year) {
  Date date;
  date.year = year;
  date.precision = Date::Precision::year;
  return date;
}

/// Sections that print figures of many periods.
bool shows_series(std::string_view builder) {
  return builder.starts_with("trade-") || builder == "indicators" || builder == "mirror" || builder == "partners" || builder == "extract";
}

template <class Condition>
bool uses(const Definition::Data& report, const Condition& condition) {
  return std::any_of(report.sections.begin(), report.sections.end(), [&](const SectionSpec& spec) { return condition(spec.builder->id); });
}

/// From the first to the last period there is; "" when there is none.
std::string reach_of(Context& context, bool with_months) {
  std::vector<const TradeRow*> rows;
  for (const auto& row : context.trade().years) rows.push_back(&row);
  for (const auto& row : context.trade().months) {
    if (with_months) rows.push_back(&row);
  }
  if (rows.empty()) return {};
  const auto first =
      *std::min_element(rows.begin(), rows.end(), [](auto* a, auto* b) { return a->period.earliest() < b->period.earliest(); });
  const auto last = *std::max_element(rows.begin(), rows.end(), [](auto* a, auto* b) { return a->period.latest() < b->period.latest(); });
  return context.language.date(first == last ? first->period : Edtf(first->period.start(), last->period.end()));
}

}  // namespace

std::string printed_period(Context& context, const Definition::Data& report) {
  const bool has_series = uses(report, [](std::string_view id) { return shows_series(id); });
  if (!has_series) return {};
  const Period& period = context.parameters.period;
  if (period.last_years.has_value() || !period.from) {
    const bool has_months = uses(report, [](std::string_view id) { return id == "trade-monthly"; });
    return reach_of(context, has_months);
  }
  if (*period.from == *period.to) return context.language.date(Edtf(year_date(*period.from)));
  return context.language.date(Edtf(year_date(*period.from), year_date(*period.to)));
}

std::vector<std::pair<std::string, std::string>> meta(Context& context, const Definition::Data& report, const Request& request,
                                                      const Theme& theme) {
  const Parameters& p = context.parameters;
  std::map<std::string, std::string> all(theme.begin(), theme.end());
  all.insert(report.layout.begin(), report.layout.end());
  all["report"] = report.name;
  all["title"] = context.t("report.pair", {{"first", context.area(p.first)}, {"second", context.area(p.second)}});
  all["subtitle"] = report.title.in(context.language);
  all["pair"] = p.first + "-" + p.second;
  all["first"] = p.first;
  all["second"] = p.second;
  all["first.name"] = context.area(p.first);
  all["second.name"] = context.area(p.second);
  all["perspective"] = p.perspective;
  all["period"] = printed_period(context, report);
  all["language"] = context.language.tag();
  all["direction"] = context.language.right_to_left() ? "rtl" : "ltr";
  all["as_of"] = p.as_of.is_undated() ? "" : context.language.date(p.as_of);
  all["as_of.iso"] = p.as_of.text();
  all["edition"] = std::to_string(p.edition);
  all["marking"] = p.marking;
  all["embargo"] = request.embargo;
  all["draft"] = bool_text(p.draft);
  all["generator"] = request.generator;
  all["producer"] = request.generator;
  all["dataset"] = context.data.settings.name;
  all["licence"] = context.data.settings.licence;
  return {all.begin(), all.end()};
}

}  // namespace attache::report
