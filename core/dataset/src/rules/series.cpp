#include <algorithm>
#include <map>

#include "rules.hpp"

namespace attache::dataset {
namespace {

using Events = std::vector<const Event*>;

void check_one(Context& context, Events events) {
  std::stable_sort(events.begin(), events.end(),
                   [](const Event* a, const Event* b) { return a->ordinal.value_or(0) < b->ordinal.value_or(0); });
  const auto numbered = std::find_if(events.begin(), events.end(), [](const Event* e) { return e->ordinal.has_value(); });
  if (numbered == events.end()) return;
  const Event* latest = *numbered;
  for (auto it = std::next(numbered); it != events.end(); ++it) {
    const Event& e = **it;
    if (e.date.latest() < latest->date.earliest()) {
      context.report(e,
                     {"series-order", "date",
                      "number " + std::to_string(*e.ordinal) + " of " + e.series + " was before number " + std::to_string(*latest->ordinal),
                      e.date.text() + " is before " + latest->date.text(), "correct the date or the ordinal"});
    } else if (e.date.earliest() > latest->date.earliest()) {
      latest = &e;
    }
  }
  if ((*numbered)->ordinal != 1) return;
  for (auto it = events.begin(); it != numbered; ++it) {
    if ((*it)->date.latest() >= (*numbered)->date.earliest()) continue;
    context.report(**it, {"series-order", "date", "'" + (*it)->id + "' was before its series began",
                          "the first of " + (*it)->series + " is dated " + (*numbered)->date.text(), "correct the date or the series"});
  }
}

}  // namespace

/// The events of a series are dated in the order of their numbers, and none precedes number one. Undated events are in any order.
void check_series(Context& context) {
  std::map<std::string, Events> series;
  for (const Event& e : context.data.events) {
    if (!e.series.empty() && !e.date.is_undated()) series[e.series].push_back(&e);
  }
  for (const auto& entry : series) check_one(context, entry.second);
}

}  // namespace attache::dataset
