#include <algorithm>

#include "../events.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

/// Persons who take part in what is newest or next.
std::vector<const dataset::Agent*> persons(const Context& context, std::size_t limit) {
  std::vector<const dataset::Agent*> found;
  const auto all = events(context);
  for (auto it = all.rbegin(); it != all.rend(); ++it) {
    if ((*it)->date.is_undated()) continue;
    for (const auto& row : context.data.participations) {
      const auto* agent = row.event == (*it)->id ? context.data.agent(row.agent) : nullptr;
      const bool is_new = agent != nullptr && agent->kind == "person" && std::find(found.begin(), found.end(), agent) == found.end();
      if (is_new && (limit == 0 || found.size() < limit)) found.push_back(agent);
    }
  }
  return found;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  List list;
  for (const auto* agent : persons(context, static_cast<std::size_t>(options.integer("limit")))) {
    std::vector<std::string> offices;
    const dataset::Office* held = nullptr;
    for (const auto& office : context.data.offices) {
      const bool over = !office.to.is_undated() && office.to.latest() < context.parameters.as_of_day;
      if (office.agent != agent->id || over || !context.known(office.from, office)) continue;
      offices.push_back(context.in(office.title));
      held = &office;
    }
    if (offices.empty() && agent->bio.empty()) continue;
    Inline text = {text_run(context.in(agent->name), Run::strong)};
    if (!offices.empty()) text.push_back(text_run(", " + context.language.list(offices)));
    if (!agent->bio.empty()) text.push_back(text_run(". " + context.in(agent->bio)));
    if (held != nullptr) context.cite(text, "offices", *held);
    if (held == nullptr) context.cite(text, "agents", *agent);
    list.items.push_back(std::move(text));
  }
  if (!list.items.empty()) draft.add(draft.id + "-list", std::move(list));
}

}  // namespace

Builder bios_builder() {
  return {"bios",
          "Who is who: persons of the latest contacts, their offices",
          {{"limit", OptionType::integer, "6", "At most so many; 0 = all", {}}},
          build};
}

}  // namespace attache::report
