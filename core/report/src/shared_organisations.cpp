#include "shared_organisations.hpp"

namespace attache::report {

std::vector<SharedOrganisation> shared_organisations(const Context& context) {
  const auto is_member = [&](const dataset::Membership& row, const std::string& area) {
    const bool over = !row.to.is_undated() && row.to.latest() < context.parameters.as_of_day;
    return row.area == area && row.status == "member" && context.begun(row.from) && !over;
  };
  std::vector<SharedOrganisation> all;
  for (const auto& mine : context.data.memberships) {
    if (!is_member(mine, context.parameters.self)) continue;
    for (const auto& theirs : context.data.memberships) {
      if (theirs.organisation != mine.organisation || !is_member(theirs, context.parameters.other)) continue;
      const bool is_agent = context.data.agent(mine.organisation) != nullptr;
      all.push_back({mine.organisation, is_agent ? context.agent_short(mine.organisation) : context.area(mine.organisation),
                     is_agent ? context.agent(mine.organisation) : context.area(mine.organisation), &mine, &theirs});
    }
  }
  return all;
}

}  // namespace attache::report
