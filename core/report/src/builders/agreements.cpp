#include "../events.hpp"

#include <cstdint>
#include "builders.hpp"

namespace attache::report {

namespace {

void build(Context& context, const Options& options, SectionDraft& draft) {
  const auto rows = agreements(context);
  if (rows.empty()) return;
  TableMaker maker(draft.id,
                   context.t("report.table.agreements",
                             {{"first", context.area(context.parameters.first)}, {"second", context.area(context.parameters.second)}}),
                   context.t("report.sheet.agreements"));
  const int title = maker.column("TITLE", context.t("report.column.title"), Type::text, Role::label);
  const int type = maker.column("TYPE", context.t("report.column.type"), Type::text, Role::other);
  const int date = maker.column("SIGNED", context.t("report.column.signed"), Type::date, Role::period);
  const int in_force = maker.column("IN_FORCE", context.t("report.column.in-force"), Type::date, Role::other);
  const int status = maker.column("STATUS", context.t("report.column.status"), Type::text, Role::other);
  const int source = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  maker.at(source).data_only = false;
  const std::pair<int, int> widths[] = {{title, 56}, {type, 12}, {date, 16}, {in_force, 16}, {status, 9}, {source, 7}};
  for (const auto& [column, characters] : widths) maker.at(column).width_hint = characters;
  const auto limit = static_cast<std::size_t>(options.integer("limit"));
  for (std::size_t i = limit > 0 && rows.size() > limit ? rows.size() - limit : 0; i < rows.size(); ++i) {
    const auto& row = *rows[i];
    const SignedOn when = signed_on(context, row);
    const bool by_other = when.by != nullptr && !when.by->source.empty() && when.by->source != row.source;
    maker.row();
    std::string text = context.in(row.title);
    if (!row.note.empty()) text += " " + context.t("report.note-mark", {{"number", context.note(row.note)}});
    maker.set(type, Cell(context.code("agreement-type", row.type)));
    maker.set(date, Cell(when.date));
    maker.set(in_force, row.in_force.is_undated() ? Cell(Missing::blank) : Cell(row.in_force));
    maker.set(status, Cell(context.code("agreement-status", row.status)));
    const auto numbers = context.citations("agreements", row);
    const auto number = context.cite(by_other ? when.by->source : row.source);
    maker.set(title, Cell(text + further_marks(numbers, number)));
    if (number > 0) maker.set(source, Cell(static_cast<std::int64_t>(number)));
  }
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder agreements_builder() {
  return {"agreements",
          "Agreements by date of signature, with their status",
          {{"limit", OptionType::integer, "0", "Only the newest so many; 0 = all", {}}},
          build};
}

}  // namespace attache::report
