#include "shared_organisations.hpp"

#include <algorithm>

namespace attache::report {

namespace {

/// A membership without a date is known from the day its source was published, and never before the organisation or the member was.
bool has_begun(const Context& context, const dataset::Membership& row) {
  for (const std::string* id : {&row.organisation, &row.area}) {
    if (const auto* area = context.data.area(*id); area != nullptr && !context.begun(area->valid_from)) return false;
  }
  if (!row.from.is_undated()) return context.begun(row.from);
  const auto* source = context.data.source(row.source);
  return source == nullptr || context.begun(source->published);
}

}  // namespace

std::vector<SharedOrganisation> shared_organisations(const Context& context) {
  const auto is_member = [&](const dataset::Membership& row, const std::string& area) {
    const bool over = !row.to.is_undated() && row.to.latest() < context.parameters.as_of_day;
    return row.area == area && row.status == "member" && has_begun(context, row) && !over;
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

std::vector<std::string> sources_of(const std::vector<SharedOrganisation>& organisations) {
  std::vector<std::string> sources;
  for (const auto& organisation : organisations) {
    for (const auto* row : {organisation.self, organisation.other}) {
      if (std::find(sources.begin(), sources.end(), row->source) == sources.end()) sources.push_back(row->source);
    }
  }
  return sources;
}

}  // namespace attache::report
