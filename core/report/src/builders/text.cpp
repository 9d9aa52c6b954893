#include "../figures.hpp"
#include "../markdown.hpp"
#include "../parameters.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

/// The block in the document's language, else in English, else in any.
const dataset::TextBlock* find_block(const Context& context, const std::string& id) {
  const dataset::TextBlock* best = nullptr;
  for (const auto& row : context.data.texts) {
    if (row.block != id) continue;
    if (row.language == context.language.tag()) return &row;
    if (best == nullptr || row.language == "en") best = &row;
  }
  return best;
}

/// {{observation-id}} is the figure with its source; {{observation-id|value}} the number alone, "period" and "source" those.
Inline fact_of(Context& context, const std::string& block, const dataset::TextBlock& text, std::string_view name) {
  const auto bar = name.find('|');
  const std::string id(name.substr(0, bar));
  const std::string form(bar == std::string_view::npos ? std::string_view("figure") : name.substr(bar + 1));
  const auto* row = context.data.observation(id);
  if (row == nullptr || !context.visible(*row)) {
    std::vector<std::string> ids;
    for (const auto& known : context.data.observations) ids.push_back(known.id);
    Problem problem =
        file_problem(text.at, "placeholder", "no figure '" + id + "' for the text '" + text.block + "'", did_you_mean(id, ids));
    problem.failure = Failure::data;
    context.refuse(std::move(problem));
    return {};
  }
  const Quantity quantity = quantity_of(*row);
  Inline out;
  if (form == "period") return plain(context.language.date(row->period));
  if (form != "source") out.push_back(text_run(traced(context, {block, id}, quantity, amount(context, quantity))));
  if (form != "value") context.cite(out, "observations", *row);
  return out;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const std::string fixed = options.local("text").in(context.language);
  const std::string& id = options.text("block");
  const dataset::TextBlock own{};
  const dataset::TextBlock* row = id.empty() ? nullptr : find_block(context, id);
  if (row == nullptr && fixed.empty()) return;
  if (row != nullptr && !row->review_by.is_undated() && row->review_by.latest() < context.parameters.as_of_day) {
    Problem stale = file_problem(row->at, "stale-text", "text '" + id + "' was to be reviewed by " + row->review_by.text(),
                                 "review it and set a later review_by");
    stale.failure = Failure::data;
    context.warn(stale.message());
  }
  if (row != nullptr && !is_public(row->marking)) draft.section.restricted = true;
  const auto fact = [&](std::string_view name) { return fact_of(context, draft.id, row == nullptr ? own : *row, name); };
  add_markdown(row == nullptr ? fixed : row->body, fact, draft);
}

}  // namespace

Builder text_builder() {
  return {"text",
          "A text of the dataset (texts.csv) or of the report file, with figures in its placeholders",
          {{"block", OptionType::text, "", "Which block of texts.csv", {}},
           {"text", OptionType::local_text, "", "Text of the report file itself", {}}},
          build};
}

}  // namespace attache::report
