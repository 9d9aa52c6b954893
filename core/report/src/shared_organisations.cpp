#include "shared_organisations.hpp"

#include <algorithm>

#include "inline_text.hpp"
#include "value/add_once.hpp"

namespace attache::report {

namespace {

/// Never before the organisation or the member was, nor after the membership ended.
bool is_possible(const Context& context, const dataset::Membership& row) {
  for (const std::string* id : {&row.organisation, &row.area}) {
    if (const auto* area = context.data.area(*id); area != nullptr && !context.begun(area->valid_from)) return false;
  }
  const bool over = !row.to.is_undated() && row.to.latest() < context.parameters.as_of_day;
  return row.status == "member" && !over && (row.from.is_undated() || context.begun(row.from));
}

std::vector<std::string> sources_of(const std::vector<SharedOrganisation>& organisations) {
  std::vector<std::string> sources;
  for (const auto& organisation : organisations) {
    for (const auto* row : {organisation.self, organisation.other}) {
      add_once(sources, row->source);
    }
  }
  return sources;
}

}  // namespace

SharedOrganisations shared_organisations(const Context& context) {
  SharedOrganisations shared;
  for (const auto& mine : context.data.memberships) {
    if (mine.area != context.parameters.self || !is_possible(context, mine)) continue;
    for (const auto& theirs : context.data.memberships) {
      if (theirs.organisation != mine.organisation || theirs.area != context.parameters.other || !is_possible(context, theirs)) continue;
      if (!context.known(mine.from, mine) || !context.known(theirs.from, theirs)) {
        shared.open = true;
        continue;
      }
      const bool is_agent = context.data.agent(mine.organisation) != nullptr;
      shared.all.push_back({mine.organisation, is_agent ? context.agent_short(mine.organisation) : context.area(mine.organisation),
                            is_agent ? context.agent(mine.organisation) : context.area(mine.organisation), &mine, &theirs});
    }
  }
  return shared;
}

Inline memberships_sentence(Context& context, const SharedOrganisations& shared, const std::vector<std::string>& names) {
  Inline text = plain(context.t("report.sentence.memberships", {{"organisations", context.language.list(names)}}));
  context.cite(text, sources_of(shared.all));
  if (shared.open) text.push_back(text_run(" " + context.t("report.note.memberships-open")));
  return text;
}

}  // namespace attache::report
