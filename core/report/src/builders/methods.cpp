#include "builders.hpp"

namespace attache::report {

namespace {

void build(Context& context, const Options&, SectionDraft& draft) {
  draft.section.role = SectionRole::notes;
  const auto add_method = [&](const std::string& message) {
    draft.add(draft.id + "-" + std::to_string(draft.section.children.size() + 1), Note{NoteRole::method, 0, plain(context.t(message))});
  };
  for (const auto& message : context.methods()) add_method(message);
  if (!draft.section.children.empty()) add_method("report.method.rounding");
}

}  // namespace

Builder methods_builder() { return {"methods", "The formulas and rules that were used", {}, build, 1}; }

}  // namespace attache::report
