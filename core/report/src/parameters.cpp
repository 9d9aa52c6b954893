#include "parameters.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace attache::report {

namespace {

/// "KAZ-RUS" at the dash that leaves two known areas (ids may hold dashes themselves).
std::pair<std::string, std::string> split_pair(const dataset::Dataset& data, const std::string& pair) {
  for (auto dash = pair.find('-'); dash != std::string::npos; dash = pair.find('-', dash + 1)) {
    if (data.area(pair.substr(0, dash)) != nullptr && data.area(pair.substr(dash + 1)) != nullptr)
      return {pair.substr(0, dash), pair.substr(dash + 1)};
  }
  return {};
}

std::string suggest_pair(const dataset::Dataset& data, const std::string& pair) {
  if (std::string hint = did_you_mean(pair, data.settings.pairs); !hint.empty()) return hint;
  std::vector<std::string> areas;
  for (const auto& area : data.areas) areas.push_back(area.id);
  const auto dash = pair.find('-');
  for (const std::string& part : {pair.substr(0, dash), dash == std::string::npos ? std::string() : pair.substr(dash + 1)}) {
    if (part.empty() || data.area(part) != nullptr) continue;
    const std::string hint = did_you_mean(part, areas);
    return "no area '" + part + "' in the dataset" + (hint.empty() ? "; give two areas of areas.csv, like KAZ-RUS" : "; " + hint);
  }
  return "give two areas of areas.csv, like KAZ-RUS";
}

Outcome<> resolve_pair(const dataset::Dataset& data, const std::string& wanted, Parameters& out) {
  const std::string pair = !wanted.empty() ? wanted : data.settings.pairs.empty() ? std::string() : data.settings.pairs.front();
  if (pair.empty()) return fail(Failure::usage, "no pair given and the dataset names none", "give --pair FIRST-SECOND");
  std::tie(out.first, out.second) = split_pair(data, pair);
  if (out.first.empty()) return fail(Failure::usage, "no pair '" + pair + "'", suggest_pair(data, pair));
  if (out.first == out.second) return fail(Failure::usage, "a pair is two different areas, not '" + pair + "'");
  return {};
}

Outcome<> resolve_as_of(const dataset::Dataset& data, const std::string& wanted, Parameters& out) {
  if (!wanted.empty()) {
    auto date = Edtf::parse(wanted);
    if (!date || date->is_interval() || date->start().precision != Date::Precision::day) {
      return fail(Failure::usage, "'" + wanted + "' is no day for --as-of", "write it like 2015-10-16");
    }
    out.as_of = *date;
  } else {
    out.as_of = data.settings.as_of ? *data.settings.as_of : data.newest_date();
  }
  out.as_of_day = out.as_of.is_undated() ? 99991231 : out.as_of.latest();
  return {};
}

}  // namespace

bool is_public(const std::string& marking) {
  std::string upper = marking;
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return upper.empty() || upper == "PUBLIC" || upper == "UNCLASSIFIED";
}

std::int64_t epoch_of_day(std::int32_t yyyymmdd) {
  // days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant, "chrono-compatible low-level date algorithms")
  std::int64_t year = yyyymmdd / 10000;
  const std::int64_t month = yyyymmdd / 100 % 100;
  const std::int64_t day = yyyymmdd % 100;
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return (era * 146097 + day_of_era - 719468) * 86400;
}

Outcome<Parameters> resolve(const dataset::Dataset& dataset, const Definition& definition, const Request& request) {
  const auto& report = definition.data();
  Parameters out;
  if (auto ok = resolve_pair(dataset, request.pair, out); !ok) return fail(ok.error());
  if (auto ok = resolve_as_of(dataset, request.as_of, out); !ok) return fail(ok.error());
  out.perspective = report.perspective;
  out.self = report.perspective == "second" ? out.second : out.first;
  out.other = report.perspective == "second" ? out.first : out.second;
  out.period = report.period;
  if (!request.period.empty()) {
    auto period = Period::parse(request.period);
    if (!period) return fail(period.error());
    out.period = *period;
  }
  out.marking = request.marking.empty() ? report.marking : request.marking;
  out.edition = request.edition;
  out.draft = request.draft;
  out.strict = request.strict;
  return out;
}

}  // namespace attache::report
