#include "../claims.hpp"

#include <cstdint>

#include "../assessment.hpp"
#include "../attribution.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

ConflictClaim entry(Context& context, const dataset::Claim& claim, const std::string& block) {
  ConflictClaim entry;
  entry.statement = statement(context, claim);
  entry.attribution = full_attribution(context, claim);
  if (!claim.reason.empty()) entry.attribution += (entry.attribution.empty() ? "" : ". ") + claim.reason;
  entry.figure = claimed_figure(context, claim, block);
  entry.rank = context.code("rank", claim.rank.empty() ? "normal" : claim.rank);
  entry.official = tier(context, claim) <= 2;
  entry.citation = context.cite(claim.source);
  return entry;
}

void add_boxes(Context& context, SectionDraft& draft, const std::vector<Topic>& topics) {
  for (const auto& topic : topics) {
    const std::string block = draft.id + "-" + topic.id;
    Conflict conflict;
    conflict.topic = topic.title;
    conflict.claims = official_figures(context, topic, block);
    for (const auto* claim : topic.claims) conflict.claims.push_back(entry(context, *claim, block));
    conflict.assessment = assess(context, topic, block);
    draft.add(block, std::move(conflict));
  }
}

void add_table(Context& context, SectionDraft& draft, const std::vector<Topic>& topics) {
  TableMaker maker(draft.id, context.t("report.table.claims"), context.t("report.sheet.claims"));
  maker.table().key_columns = 2;
  const auto text = [&](const char* id, const char* title, Role role = Role::other) {
    return maker.column(id, context.t(title), Type::text, role);
  };
  const int topic_column = text("TOPIC", "report.column.topic", Role::key);
  const int statement_column = text("STATEMENT", "report.column.statement", Role::label);
  const int who = text("ATTRIBUTION", "report.column.who");
  const int figure = text("FIGURE", "report.column.figure");
  const int rank = text("RANK", "report.column.rank");
  const int source = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  const int remark = text("ASSESSMENT", "report.column.assessment", Role::note);
  maker.at(source).data_only = false;
  const auto add_row = [&](const Topic& topic, const ConflictClaim& claim) {
    maker.row();
    const std::pair<int, const std::string*> cells[] = {{topic_column, &topic.title},
                                                        {statement_column, &claim.statement},
                                                        {who, &claim.attribution},
                                                        {figure, &claim.figure},
                                                        {rank, &claim.rank}};
    for (const auto& [column, value] : cells) {
      if (!value->empty()) maker.set(column, Cell(*value));
    }
    if (claim.citation > 0) maker.set(source, Cell(static_cast<std::int64_t>(claim.citation)));
  };
  for (const auto& topic : topics) {
    const std::string block = draft.id + "-" + topic.id;
    const auto official = official_figures(context, topic, block);
    for (const auto& claim : official) add_row(topic, claim);
    for (const auto* claim : topic.claims) add_row(topic, entry(context, *claim, block));
    if (const std::string assessment = plain_text(assess(context, topic, block)); !assessment.empty()) maker.set(remark, Cell(assessment));
  }
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const auto topics = conflicts(context);
  if (topics.empty()) return;
  context.method("report.method.choice");
  options.text("form") == "table" ? add_table(context, draft, topics) : add_boxes(context, draft, topics);
}

}  // namespace

Builder claims_builder() {
  return {"claims",
          "Claims that contradict each other or the data, with what follows from them",
          {{"form", OptionType::choice, "boxes", "A box a topic or one table", {"boxes", "table"}}},
          build};
}

}  // namespace attache::report
