#include <cstdint>

#include "../shared_organisations.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

void add_sentence_of(Context& context, SectionDraft& draft, const SharedOrganisations& shared, bool short_names) {
  std::vector<std::string> names;
  for (const auto& organisation : shared.all)
    names.push_back(organisation.name == organisation.short_name || short_names
                        ? organisation.short_name
                        : context.t("report.name-short", {{"name", organisation.name}, {"short", organisation.short_name}}));
  draft.add(draft.id + "-text", Paragraph{ParagraphRole::body, memberships_sentence(context, shared, names)});
}

void add_table(Context& context, SectionDraft& draft, const SharedOrganisations& shared) {
  TableMaker maker(draft.id,
                   context.t("report.table.memberships",
                             {{"first", context.area(context.parameters.first)}, {"second", context.area(context.parameters.second)}}),
                   context.t("report.sheet.memberships"));
  const int id = maker.column("ORGANISATION", context.t("report.column.organisation"), Type::text, Role::key);
  const int name = maker.column("NAME", context.t("report.column.name"), Type::text, Role::label);
  const int self = maker.column("SINCE_FIRST", context.t("report.column.member-since", {{"area", context.area(context.parameters.self)}}),
                                Type::date, Role::other);
  const int other = maker.column(
      "SINCE_SECOND", context.t("report.column.member-since", {{"area", context.area(context.parameters.other)}}), Type::date, Role::other);
  const auto cited = [&](const char* column_id, const std::string& area) {
    const int column =
        maker.column(column_id, context.t("report.column.source-of", {{"of", context.area(area)}}), Type::integer, Role::citation);
    maker.at(column).data_only = false;
    return column;
  };
  const int source = cited("SOURCE_FIRST", context.parameters.self);
  const int other_source = cited("SOURCE_SECOND", context.parameters.other);
  for (const auto& organisation : shared.all) {
    maker.row();
    maker.set(id, Cell(organisation.short_name));
    maker.set(name, Cell(organisation.name));
    maker.set(self, Cell(organisation.self->from));
    maker.set(other, Cell(organisation.other->from));
    for (const auto& [column, row] : {std::pair(source, organisation.self), std::pair(other_source, organisation.other)}) {
      if (const auto number = context.cite(row->source); number > 0) maker.set(column, Cell(static_cast<std::int64_t>(number)));
    }
  }
  if (shared.open) maker.table().note = plain(context.t("report.note.memberships-open"));
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const auto shared = shared_organisations(context);
  if (shared.all.empty()) return;
  if (options.text("form") == "table") return add_table(context, draft, shared);
  add_sentence_of(context, draft, shared, options.text("form") == "short-sentence");
}

}  // namespace

Builder memberships_builder() {
  return {"memberships",
          "Organisations that have both as members",
          {{"form",
            OptionType::choice,
            "table",
            "A table, one sentence, or one with the short names",
            {"table", "sentence", "short-sentence"}}},
          build};
}

}  // namespace attache::report
