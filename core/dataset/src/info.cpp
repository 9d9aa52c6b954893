#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

#include "dataset/summary.hpp"
#include "members.hpp"

namespace attache::dataset {
namespace {

struct Days {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = 0;

  void see(const Edtf& date) {
    if (date.is_undated()) return;
    if (!date.open_start()) first = std::min(first, date.earliest());
    if (!date.open_end()) last = std::max(last, date.latest());
  }
};

std::string day_text(std::int32_t day) {
  const std::string digits = std::to_string(100000000 + day).substr(1);
  return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
}

struct Languages {
  std::set<std::string> tags;
  void operator()(const char*, const Localised& text) {
    for (const auto& entry : text.by_language) tags.insert(entry.first);
  }
  template <class T>
  void operator()(const char*, const T&) {}
};

}  // namespace

Info info(const Dataset& d) {
  Info out;
  out.name = d.settings.name;
  out.title = d.settings.title;
  out.folder = d.folder;
  out.licence = d.settings.licence;
  out.language = d.settings.language;
  out.pairs = d.settings.pairs;
  out.tables = d.tables;
  for (const TableFile& table : d.tables) out.rows += table.rows;
  out.sources = d.sources.size();
  Days days;
  for (const Event& event : d.events) days.see(event.date);
  for (const Observation& observation : d.observations) days.see(observation.period);
  for (const Flow& flow : d.flows) days.see(flow.period);
  if (days.last != 0) out.last_day = day_text(days.last);
  if (days.first != std::numeric_limits<std::int32_t>::max()) out.first_day = day_text(days.first);
  out.as_of = d.settings.as_of.value_or(d.newest_date()).text();
  Languages languages;
  tables(d, [&languages](const char*, const auto& rows) {
    for (const auto& row : rows) members(row, languages);
  });
  for (const TextBlock& text : d.texts) languages.tags.insert(text.language);
  out.languages.assign(languages.tags.begin(), languages.tags.end());
  out.digest = d.digest;
  return out;
}

}  // namespace attache::dataset
