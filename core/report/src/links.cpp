#include "links.hpp"

#include <algorithm>

namespace attache::report {

bool LinkGroup::is_open() const {
  return std::any_of(links.begin(), links.end(), [](const dataset::Link* link) { return link->list_open == "yes"; });
}

std::string country_of(const Context& context, const std::string& id) {
  const auto* area = context.data.area(id);
  for (int depth = 0; area != nullptr && !area->parent.empty() && depth < 8; ++depth) area = context.data.area(area->parent);
  return area == nullptr ? id : area->id;
}

std::vector<LinkGroup> links(const Context& context, const std::string& kind) {
  std::vector<LinkGroup> groups;
  for (const auto& link : context.data.links) {
    const bool over = !link.to.is_undated() && link.to.latest() < context.parameters.as_of_day;
    const std::string first = country_of(context, link.first);
    const std::string second = country_of(context, link.second);
    if (link.kind != kind || over || !context.known(link.from, link) || !context.is_pair(first, second)) continue;
    const auto same = [&](const LinkGroup& group) {
      return group.first_country == first && group.second_country == second &&
             group.links.front()->title.by_language == link.title.by_language;
    };
    auto it = std::find_if(groups.begin(), groups.end(), same);
    if (it == groups.end()) it = groups.insert(groups.end(), LinkGroup{first, second, {}});
    it->links.push_back(&link);
  }
  return groups;
}

}  // namespace attache::report
