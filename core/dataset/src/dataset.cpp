#include "dataset/dataset.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "index.hpp"

namespace attache::dataset {
namespace {

template <class R>
Places places(const std::vector<R>& rows) {
  Places out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.emplace(rows[i].id, i);
  return out;
}

/// By the index when there is one and it knows the id, else row by row: a dataset may have been put together by hand.
template <class R>
const R* find(const std::vector<R>& rows, const Index* index, Places Index::*table, std::string_view id) {
  if (index != nullptr) {
    const Places& known = index->*table;
    const auto found = known.find(id);
    if (found != known.end() && found->second < rows.size() && rows[found->second].id == id) return &rows[found->second];
    if (known.size() == rows.size()) return nullptr;
  }
  const auto found = std::find_if(rows.begin(), rows.end(), [id](const R& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

class Newest {
 public:
  void see(const Edtf& date) {
    if (date.is_undated()) return;
    const std::int32_t last = date.open_end() ? date.start().latest() : date.latest();
    if (last != std::numeric_limits<std::int32_t>::max()) day_ = std::max(day_, last);
  }

  [[nodiscard]] Edtf date() const {
    if (day_ == 0) return Edtf();
    Date date;
    date.year = day_ / 10000;
    date.month = day_ / 100 % 100;
    date.day = day_ % 100;
    date.precision = Date::Precision::day;
    return Edtf(date);
  }

 private:
  std::int32_t day_ = 0;
};

}  // namespace

std::string_view Localised::in(std::string_view language) const {
  for (const std::string_view wanted : {language, language.substr(0, language.find('-')), std::string_view("en")}) {
    const auto found = by_language.find(wanted);
    if (found != by_language.end()) return found->second;
  }
  return by_language.empty() ? std::string_view() : std::string_view(by_language.begin()->second);
}

std::shared_ptr<const Index> make_index(const Dataset& d) {
  auto index = std::make_shared<Index>();
  index->areas = places(d.areas);
  index->agents = places(d.agents);
  index->offices = places(d.offices);
  index->events = places(d.events);
  index->agreements = places(d.agreements);
  index->indicators = places(d.indicators);
  index->observations = places(d.observations);
  index->sources = places(d.sources);
  index->releases = places(d.releases);
  index->claims = places(d.claims);
  return index;
}

const Area* Dataset::area(std::string_view id) const { return find(areas, index.get(), &Index::areas, id); }
const Agent* Dataset::agent(std::string_view id) const { return find(agents, index.get(), &Index::agents, id); }
const Office* Dataset::office(std::string_view id) const { return find(offices, index.get(), &Index::offices, id); }
const Event* Dataset::event(std::string_view id) const { return find(events, index.get(), &Index::events, id); }
const Agreement* Dataset::agreement(std::string_view id) const { return find(agreements, index.get(), &Index::agreements, id); }
const Indicator* Dataset::indicator(std::string_view id) const { return find(indicators, index.get(), &Index::indicators, id); }
const Observation* Dataset::observation(std::string_view id) const { return find(observations, index.get(), &Index::observations, id); }
const Source* Dataset::source(std::string_view id) const { return find(sources, index.get(), &Index::sources, id); }
const Release* Dataset::release(std::string_view id) const { return find(releases, index.get(), &Index::releases, id); }
const Claim* Dataset::claim(std::string_view id) const { return find(claims, index.get(), &Index::claims, id); }

Edtf Dataset::newest_date() const {
  Newest newest;
  for (const Event& event : events) {
    if (event.status == "held") newest.see(event.date);
  }
  for (const Observation& observation : observations) {
    if (observation.status != "F") newest.see(observation.period);
  }
  for (const Flow& flow : flows) newest.see(flow.period);
  for (const Claim& claim : claims) newest.see(claim.asserted_on);
  for (const Source& source : sources) newest.see(source.published);
  for (const Release& release : releases) newest.see(release.released);
  return newest.date();
}

}  // namespace attache::dataset
