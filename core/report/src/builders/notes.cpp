#include <algorithm>
#include <cstdint>

#include "builders.hpp"

namespace attache::report {

namespace {

/// A table's or topic's note that the dataset keeps: shown when a source it rests on is used in the document.
bool applies(const Context& context, const dataset::Note& note) {
  const auto& cited = context.cited();
  return !note.text.empty() && std::find(cited.begin(), cited.end(), note.source) != cited.end();
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  draft.section.role = SectionRole::notes;
  const auto add_note = [&](std::uint32_t number, Inline text) {
    draft.add(number > 0 ? "note-" + std::to_string(number) : draft.id + "-" + std::to_string(draft.section.children.size() + 1),
              Note{NoteRole::info, number, std::move(text)});
  };
  for (std::size_t i = 0; i < context.notes().size(); ++i) add_note(static_cast<std::uint32_t>(i + 1), plain(context.notes()[i].text));
  std::int64_t left_out = 0;
  for (const auto& note : context.data.notes) {
    if (!applies(context, note)) continue;
    if (!options.flag("dataset-notes")) {
      ++left_out;
      continue;
    }
    Inline text = plain(context.in(note.text));
    context.cite(text, "notes", note);
    add_note(0, std::move(text));
  }
  if (left_out > 0)
    draft.add(draft.id + "-left-out", Paragraph{ParagraphRole::small, plain(context.t("report.left-out.notes", {{"count", left_out}}))});
}

}  // namespace

Builder notes_builder() {
  return {"notes",
          "Numbered notes of the tables and the dataset's own notes",
          {{"dataset-notes", OptionType::boolean, "true", "Print the dataset's notes too; else say how many there are", {}}},
          build,
          2};
}

}  // namespace attache::report
