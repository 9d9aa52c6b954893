#include "../claims.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "../assessment.hpp"
#include "../attribution.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

/// Another matter than the topic's: its name, so that a number does not stand beside numbers of something else unnamed.
std::string named(const Context& context, const Topic& topic, const dataset::Claim& claim, const std::string& figure) {
  if (figure.empty() || claim.subject.empty() || claim.subject == topic.title) return figure;
  return context.t("report.label-colon", {{"label", claim.subject}, {"value", figure}});
}

ConflictClaim entry(Context& context, const Topic& topic, const dataset::Claim& claim, const std::string& block) {
  ConflictClaim entry;
  entry.statement = statement(context, claim);
  entry.attribution = full_attribution(context, claim);
  if (!claim.reason.empty()) entry.attribution += (entry.attribution.empty() ? "" : ". ") + claim.reason;
  entry.figure = named(context, topic, claim, claimed_figure(context, claim, block));
  entry.rank = context.code("rank", claim.rank.empty() ? "normal" : claim.rank);
  entry.official = tier(context, claim) <= 2;
  entry.citation = context.cite(claim.source);
  return entry;
}

/// "KAZINFORM", "V. Putin".
std::string who_says(const Context& context, const dataset::Claim& claim) {
  const auto* source = context.data.source(claim.source);
  if (!claim.asserted_by.empty()) return context.agent_short(claim.asserted_by);
  return source == nullptr ? std::string() : source->publisher;
}

/// A topic in one line: what each claims, who says so, and what follows.
Inline line_of(Context& context, const Topic& topic, const std::string& block) {
  Inline line = {text_run(topic.title, Run::strong)};
  std::string separator = ": ";
  for (const auto* claim : topic.claims) {
    const std::string figure = named(context, topic, *claim, claimed_figure(context, *claim, block));
    std::string said = figure.empty() ? statement(context, *claim) : figure;
    if (claim->period.is_undated() && !claim->asserted_on.is_undated())
      said = context.t("report.claim.said-on", {{"claim", said}, {"date", context.language.date(claim->asserted_on)}});
    line.push_back(text_run(separator + context.t("report.claim.said-by", {{"claim", said}, {"who", who_says(context, *claim)}})));
    context.cite(line, {claim->source});
    separator = "; ";
  }
  line.push_back(text_run("."));
  const Inline assessment = assess(context, topic, block);
  if (!assessment.empty()) line.push_back(text_run(" "));
  line.insert(line.end(), assessment.begin(), assessment.end());
  return line;
}

/// How many topics and how many claims in them a form holds; 0 = any number.
struct Room {
  std::size_t topics = 0, claims = 0;
};

/// Takes out of `topics` those that tell most, by their weight, as far as the room goes (the first always); both lists keep their order.
std::vector<Topic> take(const Context& context, std::vector<Topic>& topics, const Room& room) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < topics.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weight(context, topics[a]) < weight(context, topics[b]); });
  std::vector<bool> is_taken(topics.size(), false);
  std::size_t count = 0;
  std::size_t claims = 0;
  for (const std::size_t i : order) {
    const std::size_t more = topics[i].claims.size();
    if ((room.topics > 0 && count == room.topics) || (room.claims > 0 && count > 0 && claims + more > room.claims)) continue;
    is_taken[i] = true;
    ++count;
    claims += more;
  }
  std::vector<Topic> taken;
  std::vector<Topic> rest;
  for (std::size_t i = 0; i < topics.size(); ++i) (is_taken[i] ? taken : rest).push_back(std::move(topics[i]));
  topics = std::move(rest);
  return taken;
}

void add_lines(Context& context, SectionDraft& draft, std::vector<Topic> topics, const Room& room) {
  if (topics.empty()) return;
  List list;
  const auto shown = take(context, topics, room);
  for (const auto& topic : shown) list.items.push_back(line_of(context, topic, draft.id + "-others-list"));
  draft.add(draft.id + "-others-list", std::move(list));
  draft.add(
      draft.id + "-left-out",
      Paragraph{ParagraphRole::small, plain(context.t("report.left-out.claims", {{"count", static_cast<std::int64_t>(shown.size())},
                                                                                 {"more", static_cast<std::int64_t>(topics.size())}}))});
}

void add_boxes(Context& context, SectionDraft& draft, const std::vector<Topic>& topics) {
  for (const auto& topic : topics) {
    const std::string block = draft.id + "-" + topic.id;
    Conflict conflict;
    conflict.topic = topic.title;
    conflict.claims = official_figures(context, topic, block);
    for (auto& official : conflict.claims) official.attribution.clear();  // the statement names whose statistics they are
    for (const auto* claim : topic.claims) conflict.claims.push_back(entry(context, topic, *claim, block));
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
  const std::pair<int, int> widths[] = {{topic_column, 18}, {statement_column, 36}, {who, 30}, {figure, 16}, {rank, 10}, {remark, 32}};
  for (const auto& [column, characters] : widths) maker.at(column).width_hint = characters;
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
    auto rows = official_figures(context, topic, block);
    for (const auto* claim : topic.claims) rows.push_back(entry(context, topic, *claim, block));
    // What follows from all of them stands beside the first, not beside whoever happens to be the last.
    std::string assessment = plain_text(assess(context, topic, block));
    for (const auto& row : rows) {
      add_row(topic, row);
      if (!assessment.empty()) maker.set(remark, Cell(std::exchange(assessment, std::string())));
    }
  }
  draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  auto topics = conflicts(context);
  if (topics.empty()) return;
  context.method("report.method.choice");
  if (options.text("form") == "table") return add_table(context, draft, topics);
  const auto number = [&](const char* option) { return static_cast<std::size_t>(options.integer(option)); };
  add_boxes(context, draft, take(context, topics, {number("boxes"), number("box-claims")}));
  add_lines(context, draft, std::move(topics), {0, number("line-claims")});
}

}  // namespace

Builder claims_builder() {
  return {"claims",
          "Claims that contradict each other or the data, with what follows from them",
          {{"form", OptionType::choice, "boxes", "A box a topic or one table", {"boxes", "table"}},
           {"boxes",
            OptionType::integer,
            "0",
            "So many topics in boxes, first those whose claims can be tested; the others a line each; 0 = all in boxes",
            {}},
           {"box-claims", OptionType::integer, "0", "Only as many topics in boxes as hold so many claims together; 0 = any number", {}},
           {"line-claims",
            OptionType::integer,
            "0",
            "Only as many topics in lines as hold so many claims together, the others are counted; 0 = any number",
            {}}},
          build};
}

}  // namespace attache::report
