#include "../figures.hpp"
#include "../links.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

std::string names(const Context& context, const LinkGroup& group) {
  std::vector<std::string> all;
  for (const auto* link : group.links) all.push_back(context.area(link->first));
  if (group.is_open()) all.push_back(context.t("report.and-others"));
  return context.language.list(all);
}

void add_near_border(Context& context, SectionDraft& draft, const LinkGroup& group, bool with_note) {
  const std::string block = draft.id + "-near-border-" + std::to_string(draft.section.children.size() + 1);
  Inline text = plain(context.t("report.sentence.near-border", {{"count", group.links.size()},
                                                                {"area", context.area(group.first_country)},
                                                                {"neighbour", context.area(group.second_country)},
                                                                {"names", names(context, group)}}));
  for (const auto& part : observed(context, "near-border-turnover")) {
    if (part.row->area != group.first_country || !part.quantity.present()) continue;
    text.push_back(text_run(
        " " + context.t("report.sentence.near-border-turnover",
                        {{"value", traced(context, {block, "near-border turnover"}, part.quantity, amount(context, part.quantity))},
                         {"period", context.language.date(part.row->period)}})));
    for (const auto& whole : observed(context, "turnover")) {
      if (!may_meet(*whole.row, *part.row)) continue;
      const Quantity share = percent(part.quantity, whole.quantity);
      if (!share.present()) continue;
      text.push_back(text_run(" " + context.t("report.sentence.near-border-share",
                                              {{"share", traced(context, {block, "share"}, share, amount(context, share))}})));
      context.method("report.method.share");
    }
    break;
  }
  if (with_note && !group.links.front()->note.empty()) context.note(text, group.links.front()->note);
  context.cite(text, "links", *group.links.front());
  draft.add(block, Paragraph{ParagraphRole::body, std::move(text)});
}

void add_cooperation(Context& context, SectionDraft& draft, const LinkGroup& group) {
  const std::string title = context.in(group.links.front()->title);
  Inline text = plain(context.t("report.sentence.regions",
                                {{"area", context.area(group.first_country)}, {"names", names(context, group)}, {"title", title}}));
  context.cite(text, "links", *group.links.front());
  draft.add(draft.id + "-" + std::to_string(draft.section.children.size() + 1), Paragraph{ParagraphRole::body, std::move(text)});
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  for (const auto& group : links(context, "near-border")) add_near_border(context, draft, group, options.flag("notes"));
  for (const char* kind : {"subnational-cooperation", "sister-city"}) {
    for (const auto& group : links(context, kind)) add_cooperation(context, draft, group);
  }
}

}  // namespace

Builder regions_builder() {
  return {"regions",
          "Near-border and cooperating regions, their trade and its share",
          {{"notes", OptionType::boolean, "true", "Add the dataset's notes", {}}},
          build};
}

}  // namespace attache::report
