#include <algorithm>
#include <string_view>

#include "builders.hpp"

namespace attache::report {

namespace {

void build(Context& context, const Options& options, SectionDraft& draft) {
  const Parameters& p = context.parameters;
  Section& section = draft.section;
  section.role = SectionRole::cover;
  section.sheet_name = context.t("report.sheet.cover");
  section.title = context.t("report.pair", {{"first", context.area(p.first)}, {"second", context.area(p.second)}});
  const auto meta = [&](std::string_view wanted) {
    const auto& all = context.document.meta;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == wanted; });
    return found == all.end() ? std::string() : found->second;
  };
  draft.add(draft.id + "-subtitle", Paragraph{ParagraphRole::lead, plain(meta("subtitle"))});
  std::vector<std::pair<std::string, std::string>> facts = {
      {"report.cover.perspective", context.area(p.self)},
      {"report.cover.period", meta("period")},
      {"report.cover.as-of", p.as_of.is_undated() ? std::string() : context.language.date(p.as_of)},
      {"report.cover.edition", context.language.integer(p.edition, false)},
      {"report.cover.marking", context.code("marking", p.marking)},
      {"report.cover.prepared-for", options.text("prepared-for")},
      {"report.cover.contact", options.text("contact")}};
  List list;
  for (const auto& [label, value] : facts) {
    if (!value.empty()) list.items.push_back({text_run(context.t(label) + " ", Run::plain), text_run(value, Run::strong)});
  }
  draft.add(draft.id + "-facts", std::move(list));
  if (p.draft) draft.add(draft.id + "-draft", Note{NoteRole::warning, 0, plain(context.t("report.cover.draft"))});
}

}  // namespace

Builder cover_builder() {
  return {"cover",
          "Title, perspective, period, day of the data, edition, marking",
          {{"prepared-for", OptionType::text, "", "Whom the document is for", {}},
           {"contact", OptionType::text, "", "Who answers questions", {}}},
          build};
}

}  // namespace attache::report
