#include <algorithm>

#include "builders.hpp"

namespace attache::report {

namespace {

/// A source of the document was published after the day of the data: what it tells of earlier days counts all the same.
bool has_later_source(const Context& context) {
  return std::any_of(context.cited().begin(), context.cited().end(),
                     [&](const std::string& id) { return !context.begun(context.data.source(id)->published); });
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  draft.section.role = SectionRole::notes;
  if (context.methods().empty()) return;
  const std::string later = has_later_source(context)
                                ? context.t("report.method.as-of", {{"date", context.language.date(context.parameters.as_of)}})
                                : std::string();
  if (options.text("form") == "paragraph") {
    Inline text;
    for (const auto& message : context.methods()) add_sentence(text, context.t(message));
    add_sentence(text, context.t("report.method.rounding"));
    if (!later.empty()) add_sentence(text, later);
    draft.add(draft.id + "-text", Paragraph{ParagraphRole::small, std::move(text)});
    return;
  }
  const auto add_method = [&](std::string words) {
    draft.add(draft.id + "-" + std::to_string(draft.section.children.size() + 1), Note{NoteRole::method, 0, plain(std::move(words))});
  };
  for (const auto& message : context.methods()) add_method(context.t(message));
  add_method(context.t("report.method.rounding"));
  if (!later.empty()) add_method(later);
}

}  // namespace

Builder methods_builder() {
  return {"methods",
          "The formulas and rules that were used",
          {{"form", OptionType::choice, "notes", "A note each or one paragraph", {"notes", "paragraph"}}},
          build,
          1};
}

}  // namespace attache::report
