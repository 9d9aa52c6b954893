#include <algorithm>

#include "builders.hpp"

namespace attache::report {

namespace {

constexpr std::string_view kinds[] = {
    "diplomatic-relations", "strategic-partnership", "alliance", "customs-union", "border", "language-regime", "other"};

struct Columns {
  int kind, title, from, source;
};

void add_row(Context& context, TableMaker& maker, const Columns& c, const dataset::Relationship& row) {
  maker.row();
  maker.set(c.kind, Cell(context.code("relationship", row.kind)));
  std::string text = context.in(row.title);
  if (!row.note.empty()) text += " " + context.t("report.note-mark", {{"number", context.note(row.note)}});
  maker.set(c.title, Cell(text));
  maker.set(c.from, row.from.is_undated() ? Cell(Missing::blank) : Cell(row.from));
  if (const auto number = context.cite(row.source); number > 0) maker.set(c.source, Cell(static_cast<std::int64_t>(number)));
}

void add_mission(Context& context, TableMaker& maker, const Columns& c, const dataset::Mission& row) {
  maker.row();
  maker.set(c.kind, Cell(context.code("mission", row.type)));
  const std::string name = context.in(row.name);
  const std::string where = row.city.empty() ? context.area(row.host) : context.area(row.city);
  maker.set(c.title, Cell(name.empty() ? context.t("report.mission", {{"sender", context.area(row.sender)}, {"place", where}}) : name));
  maker.set(c.from, row.from.is_undated() ? Cell(Missing::blank) : Cell(row.from));
  if (const auto number = context.cite(row.source); number > 0) maker.set(c.source, Cell(static_cast<std::int64_t>(number)));
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  TableMaker maker(draft.id, draft.section.title, context.t("report.sheet.relations"));
  maker.table().key_columns = 2;
  Columns c{};
  c.kind = maker.column("KIND", context.t("report.column.matter"), Type::text, Role::key);
  c.title = maker.column("TITLE", context.t("report.column.state"), Type::text, Role::label);
  c.from = maker.column("FROM", context.t("report.column.since"), Type::date, Role::other);
  c.source = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  maker.at(c.source).data_only = false;
  for (const auto kind : kinds) {
    for (const auto& row : context.data.relationships) {
      const bool over = !row.to.is_undated() && row.to.latest() < context.parameters.as_of_day;
      if (row.kind == kind && context.is_pair(row.first, row.second) && context.begun(row.from) && !over) add_row(context, maker, c, row);
    }
  }
  for (const auto& row : context.data.missions) {
    const bool over = !row.to.is_undated() && row.to.latest() < context.parameters.as_of_day;
    if (options.flag("missions") && context.is_pair(row.sender, row.host) && context.begun(row.from) && !over)
      add_mission(context, maker, c, row);
  }
  if (!maker.empty()) draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder relations_builder() {
  return {"relations",
          "Diplomatic relations, partnership, border, languages, missions",
          {{"missions", OptionType::boolean, "true", "List embassies and consulates too", {}}},
          build};
}

}  // namespace attache::report
