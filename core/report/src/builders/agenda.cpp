#include <algorithm>

#include "../events.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

/// "a; b; c" as items; their first letters are the writer's.
std::vector<std::string> items_of(const std::string& agenda) {
  std::vector<std::string> items;
  std::size_t from = 0;
  while (from < agenda.size()) {
    const auto end = std::min(agenda.find(';', from), agenda.size());
    const auto first = agenda.find_first_not_of(' ', from);
    if (first < end) items.push_back(agenda.substr(first, end - first));
    from = end + 1;
  }
  return items;
}

void build(Context& context, const Options&, SectionDraft& draft) {
  for (const auto* event : events(context)) {
    if (event->agenda.empty()) continue;
    const std::string number = std::to_string(draft.section.children.size() + 1);
    const std::string words = is_ahead(context, *event) ? "planned" : is_planned(*event) ? "was-planned" : "held";
    Inline head =
        plain(context.t("report.agenda." + words, {{"event", context.in(event->title)}, {"date", context.language.date(event->date)}}));
    context.cite(head, "events", *event);
    draft.add(draft.id + "-" + number, Paragraph{ParagraphRole::body, std::move(head)});
    List list;
    for (auto& item : items_of(context.in(event->agenda))) list.items.push_back(plain(std::move(item)));
    draft.add(draft.id + "-items-" + number, std::move(list));
  }
}

}  // namespace

Builder agenda_builder() { return {"agenda", "What is announced to be discussed", {}, build}; }

}  // namespace attache::report
