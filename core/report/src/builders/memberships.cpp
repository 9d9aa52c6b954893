#include <algorithm>
#include <cstdint>

#include "../shared_organisations.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

void add_sentence_of(Context& context, SectionDraft& draft, const std::vector<SharedOrganisation>& all, bool short_names) {
  std::vector<std::string> names;
  for (const auto& organisation : all)
    names.push_back(organisation.name == organisation.short_name || short_names
                        ? organisation.short_name
                        : context.t("report.name-short", {{"name", organisation.name}, {"short", organisation.short_name}}));
  Inline text = plain(context.t("report.sentence.memberships", {{"organisations", context.language.list(names)}}));
  std::vector<std::string> sources;
  for (const auto& organisation : all) sources.push_back(organisation.self->source);
  std::vector<std::string> once;
  for (const auto& source : sources) {
    if (std::find(once.begin(), once.end(), source) == once.end()) once.push_back(source);
  }
  context.cite(text, once);
  draft.add(draft.id + "-text", Paragraph{ParagraphRole::body, std::move(text)});
}

void add_table(Context& context, SectionDraft& draft, const std::vector<SharedOrganisation>& all) {
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
  const int source = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  maker.at(source).data_only = false;
  for (const auto& organisation : all) {
    maker.row();
    maker.set(id, Cell(organisation.short_name));
    maker.set(name, Cell(organisation.name));
    maker.set(self, organisation.self->from.is_undated() ? Cell(Missing::not_available) : Cell(organisation.self->from));
    maker.set(other, organisation.other->from.is_undated() ? Cell(Missing::not_available) : Cell(organisation.other->from));
    if (const auto number = context.cite(organisation.self->source); number > 0) maker.set(source, Cell(static_cast<std::int64_t>(number)));
  }
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const auto all = shared_organisations(context);
  if (all.empty()) return;
  if (options.text("form") == "table") return add_table(context, draft, all);
  add_sentence_of(context, draft, all, options.text("form") == "short-sentence");
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
