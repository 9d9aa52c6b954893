#include <algorithm>
#include <cstdint>

#include "../shared_organisations.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

constexpr std::string_view kinds[] = {
    "diplomatic-relations", "strategic-partnership", "alliance", "customs-union", "border", "language-regime", "other"};

struct Columns {
  int kind, title, from, source;
};

/// Does the title say no more than the kind and the date in the columns beside it?
bool repeats(const Context& context, const dataset::Relationship& row) {
  const std::string title = context.in(row.title);
  return !row.from.is_undated() && title.starts_with(context.code("relationship", row.kind)) &&
         title.find(context.language.date(row.from)) != std::string::npos;
}

void add_row(Context& context, TableMaker& maker, const Columns& c, const dataset::Relationship& row) {
  maker.row();
  maker.set(c.kind, Cell(context.code("relationship", row.kind)));
  std::string text = context.in(row.title);
  if (repeats(context, row)) text = context.t("report.relations.established");
  if (!row.note.empty()) text += " " + context.t("report.note-mark", {{"number", context.note(row.note)}});
  maker.set(c.title, Cell(text));
  maker.set(c.from, Cell(row.from));
  if (const auto number = context.cite(row.source); number > 0) maker.set(c.source, Cell(static_cast<std::int64_t>(number)));
}

void add_mission(Context& context, TableMaker& maker, const Columns& c, const dataset::Mission& row) {
  maker.row();
  maker.set(c.kind, Cell(context.code("mission", row.type)));
  const std::string name = context.in(row.name);
  const std::string where = row.city.empty() ? context.area(row.host) : context.area(row.city);
  maker.set(c.title, Cell(name.empty() ? context.t("report.mission", {{"sender", context.area(row.sender)}, {"place", where}}) : name));
  maker.set(c.from, Cell(row.from));
  if (const auto number = context.cite(row.source); number > 0) maker.set(c.source, Cell(static_cast<std::int64_t>(number)));
}

template <class Row>
bool is_current(const Context& context, const Row& row) {
  return context.known(row.from, row) && (row.to.is_undated() || row.to.latest() >= context.parameters.as_of_day);
}

/// The relations in order of their kinds.
std::vector<const dataset::Relationship*> relationships(const Context& context) {
  std::vector<const dataset::Relationship*> all;
  for (const auto kind : kinds) {
    for (const auto& row : context.data.relationships) {
      if (row.kind == kind && context.is_pair(row.first, row.second) && is_current(context, row)) all.push_back(&row);
    }
  }
  return all;
}

void add_list(Context& context, SectionDraft& draft) {
  List list;
  for (const auto* row : relationships(context)) {
    Inline text = plain(context.in(row->title));
    context.cite(text, {row->source});
    list.items.push_back(std::move(text));
  }
  std::vector<std::string> names;
  const auto shared = shared_organisations(context);
  for (const auto& organisation : shared.all) names.push_back(organisation.short_name);
  if (!names.empty()) {
    list.items.push_back(memberships_sentence(context, shared, names));
  }
  if (!list.items.empty()) draft.add(draft.id + "-list", std::move(list));
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  if (options.text("form") == "list") return add_list(context, draft);
  const std::string title = context.t(
      "report.table.relations", {{"first", context.area(context.parameters.first)}, {"second", context.area(context.parameters.second)}});
  TableMaker maker(draft.id, title, context.t("report.sheet.relations"));
  maker.table().key_columns = 2;
  Columns c{};
  c.kind = maker.column("KIND", context.t("report.column.matter"), Type::text, Role::key);
  c.title = maker.column("TITLE", context.t("report.column.state"), Type::text, Role::label);
  c.from = maker.column("FROM", context.t("report.column.since"), Type::date, Role::other);
  c.source = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  maker.at(c.source).data_only = false;
  const std::pair<int, int> widths[] = {{c.kind, 18}, {c.title, 60}, {c.from, 16}, {c.source, 7}};
  for (const auto& [column, characters] : widths) maker.at(column).width_hint = characters;
  for (const auto* row : relationships(context)) add_row(context, maker, c, *row);
  for (const auto& row : context.data.missions) {
    if (options.flag("missions") && context.is_pair(row.sender, row.host) && is_current(context, row)) add_mission(context, maker, c, row);
  }
  if (!maker.empty()) draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder relations_builder() {
  return {
      "relations",
      "Diplomatic relations, partnership, border, languages, missions",
      {{"form", OptionType::choice, "table", "A table with missions and notes, or a list with the shared organisations", {"table", "list"}},
       {"missions", OptionType::boolean, "true", "List embassies and consulates too", {}}},
      build};
}

}  // namespace attache::report
