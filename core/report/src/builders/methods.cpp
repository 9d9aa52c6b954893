#include "builders.hpp"

namespace attache::report {

namespace {

void build(Context& context, const Options& options, SectionDraft& draft) {
  draft.section.role = SectionRole::notes;
  if (context.methods().empty()) return;
  if (options.text("form") == "paragraph") {
    Inline text;
    for (const auto& message : context.methods()) add_sentence(text, context.t(message));
    add_sentence(text, context.t("report.method.rounding"));
    draft.add(draft.id + "-text", Paragraph{ParagraphRole::small, std::move(text)});
    return;
  }
  const auto add_method = [&](const std::string& message) {
    draft.add(draft.id + "-" + std::to_string(draft.section.children.size() + 1), Note{NoteRole::method, 0, plain(context.t(message))});
  };
  for (const auto& message : context.methods()) add_method(message);
  add_method("report.method.rounding");
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
