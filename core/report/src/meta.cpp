#include "meta.hpp"

#include <map>

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

}  // namespace

std::string printed_period(Context& context) {
  const Period& period = context.parameters.period;
  const auto& years = context.trade().years;
  const bool open = period.last_years.has_value() || !period.from;
  if (open && !years.empty()) {
    return context.language.date(years.size() == 1 ? years.front().period : Edtf(years.front().period.start(), years.back().period.end()));
  }
  if (period.last_years) return context.t("report.period.last-years", {{"years", *period.last_years}});
  if (!period.from) return context.t("report.period.all");
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
  all["period"] = printed_period(context);
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
