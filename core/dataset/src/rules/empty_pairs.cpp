#include <map>

#include "../members.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

/// Which of a pair's two areas something touches.
struct Sides {
  bool first = false, second = false;
  void add(const Sides& other) {
    first = first || other.first;
    second = second || other.second;
  }
  [[nodiscard]] bool both() const { return first && second; }
};

class Touch {
 public:
  Touch(const Dataset& data, const Pair& pair) : data_(data), pair_(pair) {}

  /// Of an area, what it is part of, or of an agent's area.
  [[nodiscard]] Sides sides_of(const std::string& id) const {
    Sides sides;
    const Agent* agent = data_.agent(id);
    const Area* area = data_.area(agent == nullptr ? id : agent->area);
    for (int depth = 0; area != nullptr && depth < 10; ++depth) {
      sides.add({area->id == pair_.first, area->id == pair_.second});
      area = data_.area(area->parent);
    }
    return sides;
  }

  void operator()(const char*, const std::string& text) {
    if (!text.empty()) found.add(sides_of(text));
  }
  void operator()(const char*, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) found.add(sides_of(text));
  }
  template <class T>
  void operator()(const char*, const T&) {}

  Sides found;

 private:
  const Dataset& data_;
  const Pair& pair_;
};

bool is_about_the_pair(std::string_view table) {
  return table != "areas" && table != "area_successions" && table != "sources" && table != "releases" && table != "coverage";
}

bool an_event_concerns(const Dataset& data, const Pair& pair) {
  std::map<std::string, Sides> events;
  for (const Participation& p : data.participations) {
    Touch touch(data, pair);
    members(p, touch);
    events[p.event].add(touch.found);
  }
  for (const Event& e : data.events) {
    Touch touch(data, pair);
    members(e, touch);
    Sides& sides = events[e.id];
    sides.add(touch.found);
    if (sides.both()) return true;
  }
  return false;
}

}  // namespace

bool has_rows_of(const Dataset& data, const Pair& pair) {
  bool found = an_event_concerns(data, pair);
  tables(data, [&](const char* table, const auto& rows) {
    if (!is_about_the_pair(table)) return;
    for (const auto& row : rows) {
      if (found) return;
      Touch touch(data, pair);
      members(row, touch);
      found = touch.found.both();
    }
  });
  return found;
}

}  // namespace attache::dataset
