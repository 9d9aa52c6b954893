#include "../events.hpp"
#include "../figures.hpp"
#include "../links.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

void add_item(List& list, Context& context, Inline text, std::string_view table, const dataset::Row& row) {
  context.cite(text, table, row);
  list.items.push_back(std::move(text));
}

void add_observations(Context& context, const Options& options, List& list, const std::string& block) {
  for (const auto& id : options.list("indicators")) {
    const auto rows = observed(context, id);
    if (rows.empty() || !rows.front().quantity.present()) continue;
    const auto& row = *rows.front().row;
    const std::string name = context.in(context.data.indicator(id)->name);
    Inline text = plain(context.t("report.item.observation",
                                  {{"label", name},
                                   {"area", context.area(row.area)},
                                   {"value", traced(context, {block, name}, rows.front().quantity, amount(context, rows.front().quantity))},
                                   {"period", context.language.date(row.period)}}));
    add_item(list, context, std::move(text), "observations", row);
  }
}

void add_links(Context& context, const std::string& kind, List& list) {
  for (const auto& group : links(context, kind)) {
    std::vector<std::string> places;
    for (const auto* link : group.links) {
      if (link->second != group.second_country) places.push_back(context.area(link->second));
    }
    if (group.is_open()) places.push_back(context.t("report.and-others"));
    const std::string title = context.in(group.links.front()->title);
    Inline text =
        plain(places.empty() ? title : context.t("report.item.places", {{"title", title}, {"places", context.language.list(places)}}));
    add_item(list, context, std::move(text), "links", *group.links.front());
  }
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  List list;
  add_observations(context, options, list, draft.id + "-list");
  for (const char* kind : {"study-place", "project", "other"}) add_links(context, kind, list);
  for (const auto* event : events(context)) {
    if (event->type != "cross-year") continue;
    Inline text =
        plain(context.t("report.item.event", {{"event", context.in(event->title)}, {"date", context.language.date(event->date)}}));
    add_item(list, context, std::move(text), "events", *event);
  }
  if (!list.items.empty()) draft.add(draft.id + "-list", std::move(list));
}

}  // namespace

Builder people_builder() {
  return {"people",
          "Students, places of study, cross years, projects",
          {{"indicators", OptionType::list, "students-abroad", "Indicators to print", {}}},
          build};
}

}  // namespace attache::report
