#include "trade/src/import/area_finder.hpp"

#include "trade/src/import/words.hpp"

namespace attache::trade {

std::optional<AreaCode> AreaFinder::find(std::string_view name, RowFault& fault) {
  const std::string_view clean = trimmed(name);
  const auto own = [&](std::string_view id) -> std::optional<AreaCode> {
    const auto area = codes_.area(id);
    if (area) return *area;
    fault.rule = "area";
    fault.what = area.error().what;
    fault.next = area.error().next;
    return std::nullopt;
  };
  if (const auto given = basis_.areas.find(clean); given != basis_.areas.end()) return own(given->second);
  if (clean.size() == 3 && clean.find_first_not_of("0123456789") == std::string_view::npos) return own(clean);
  if (clean.size() <= 3 || clean == "World") {
    if (const auto letters = area_of_letters(clean)) return letters;
  }
  if (const auto known = area_of_name(clean)) return known;
  const std::string id = own_area_id(clean);
  if (id.empty() || !(basis_.keeps_unknown_areas || id == clean)) {
    fault.rule = "area";
    fault.what = quoted_start(clean) + " is no area known here";
    fault.next = "say which it is in [areas] of a mapping, see --map";
    return std::nullopt;
  }
  const auto area = own(id);
  if (area) {
    codes_.label_area(*area, clean);
    seen_.groups.emplace(clean);
  }
  return area;
}

}  // namespace attache::trade
