#include "builders.hpp"

namespace attache::report {

namespace {

void build(Context&, const Options&, SectionDraft& draft) {
  draft.section.role = SectionRole::contents;
  draft.add(draft.id + "-list", Contents{});
}

}  // namespace

Builder contents_builder() { return {"contents", "List of the document's sections and tables", {}, build}; }

}  // namespace attache::report
