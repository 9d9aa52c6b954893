#include "trade_text.hpp"

#include <algorithm>

#include "figures.hpp"
#include "inline_text.hpp"
#include "print.hpp"

namespace attache::report {

namespace {

std::string year_text(const Context& context, int year) { return context.language.integer(year, false); }

std::vector<const TradeRow*> complete(const std::vector<TradeRow>& rows) {
  std::vector<const TradeRow*> kept;
  for (const auto& row : rows) {
    if (row.complete) kept.push_back(&row);
  }
  return kept;
}

std::string last_year_sentence(Context& context, const std::string& block, const TradeRow& row) {
  const Place place{block, context.language.date(row.period)};
  const int sign = row.balance.present() ? row.balance.value->sign() : 0;
  return context.t("report.sentence.last-year", {{"year", year_text(context, row.year)},
                                                 {"first", context.area(context.parameters.self)},
                                                 {"second", context.area(context.parameters.other)},
                                                 {"exports", traced(context, place, row.exports, amount(context, row.exports))},
                                                 {"imports", traced(context, place, row.imports, amount(context, row.imports))},
                                                 {"side", sign > 0   ? "surplus"
                                                          : sign < 0 ? "deficit"
                                                                     : "even"},
                                                 {"balance", traced(context, place, row.balance, size(context, row.balance))},
                                                 {"coverage", traced(context, place, row.coverage, amount(context, row.coverage))}});
}

void add_average(Context& context, const std::string& block, const std::vector<const TradeRow*>& rows, Inline& paragraph) {
  const TradeRow& first = *rows.front();
  const TradeRow& last = *rows.back();
  const int years = last.year - first.year;
  if (years < 2) return;
  const Quantity average = annual_growth(ratio(last.turnover, first.turnover), years);
  if (!average.present()) return;
  context.method("report.method.annual-growth");
  paragraph.push_back(text_run(" "));
  paragraph.push_back(text_run(
      context.t("report.sentence.average-growth", {{"from", year_text(context, first.year)},
                                                   {"to", year_text(context, last.year)},
                                                   {"side", average.value->sign() < 0 ? "fell" : "rose"},
                                                   {"rate", traced(context, {block, "annual growth"}, average, size(context, average))}})));
}

}  // namespace

std::string trade_title(Context& context, std::string_view message_id) {
  return context.t(message_id, {{"first", context.area(context.parameters.self)},
                                {"second", context.area(context.parameters.other)},
                                {"reporter", context.area(context.trade().reporter)}});
}

Inline trade_note(Context& context) {
  const Trade& trade = context.trade();
  const auto& p = context.parameters;
  Inline note =
      plain(context.t(trade.mirrored ? "report.note.trade-mirrored" : "report.note.trade-own",
                      {{"first", context.area(p.self)}, {"second", context.area(p.other)}, {"reporter", context.area(trade.reporter)}}));
  std::vector<std::string> sources;
  for (const auto& row : trade.years) {
    for (const auto& source : row.turnover.sources) {
      if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
    }
  }
  context.cite(note, sources);
  const Headline head = headline(context);
  if (head.present && !head.declared) {
    note.push_back(text_run(" " + context.t("report.note.not-compared", {{"period", context.language.date(head.period)}})));
    context.cite(note, head.turnover.sources);
  }
  return note;
}

std::string course_of_turnover(Context& context, const std::string& block) {
  const auto rows = complete(context.trade().years);
  if (rows.size() < 2) return {};
  const TradeRow& first = *rows.front();
  const TradeRow& last = *rows.back();
  const TradeRow& peak = **std::max_element(rows.begin(), rows.end(),
                                            [](const TradeRow* a, const TradeRow* b) { return *a->turnover.value < *b->turnover.value; });
  const TradeRow& trough = **std::min_element(rows.begin(), rows.end(),
                                              [](const TradeRow* a, const TradeRow* b) { return *a->turnover.value < *b->turnover.value; });
  const auto level = [&](const TradeRow& row) {
    return traced(context, {block, context.language.date(row.period)}, row.turnover, amount(context, row.turnover));
  };
  std::vector<text::Argument> arguments = {
      {"from", year_text(context, first.year)}, {"first", level(first)}, {"to", year_text(context, last.year)}, {"last", level(last)}};
  const bool is_turn = &peak != &first && &peak != &last;
  const bool is_dip = !is_turn && &trough != &first && &trough != &last;
  std::string shape = *last.turnover.value > *first.turnover.value   ? "rose"
                      : *last.turnover.value < *first.turnover.value ? "fell"
                                                                     : "same";
  if (is_turn) shape = "rosefell";
  if (is_dip) shape = "fellrose";
  const TradeRow& turn = is_dip ? trough : peak;
  arguments.push_back({"shape", shape});
  arguments.push_back({"turn", year_text(context, turn.year)});
  arguments.push_back({"middle", is_turn || is_dip ? level(turn) : std::string()});
  const Quantity& growth = last.turnover_growth;
  arguments.push_back({"has_change", growth.present() ? "yes" : "no"});
  arguments.push_back({"change", growth.present() ? traced(context, {block, "growth"}, growth, change(context, growth)) : std::string()});
  arguments.push_back({"before", year_text(context, last.year - 1)});
  context.method("report.method.growth");
  return context.t("report.sentence.course", arguments);
}

void add_trade_sentences(Context& context, SectionDraft& draft) {
  const auto rows = complete(context.trade().years);
  if (rows.empty()) return;
  const std::string block = draft.id + "-text";
  Inline paragraph;
  if (std::string course = course_of_turnover(context, block); !course.empty()) paragraph.push_back(text_run(course + " "));
  paragraph.push_back(text_run(last_year_sentence(context, block, *rows.back())));
  add_average(context, block, rows, paragraph);
  if (const TradeRow& last = context.trade().years.back(); !last.complete) {
    const std::string flow = last.exports.present() ? "imports" : last.imports.present() ? "exports" : "both";
    paragraph.push_back(
        text_run(" " + context.t("report.sentence.not-reported", {{"year", year_text(context, last.year)}, {"flow", flow}})));
  }
  context.cite(paragraph, rows.back()->turnover.sources);
  draft.add(block, Paragraph{ParagraphRole::body, std::move(paragraph)});
}

void describe_chart(Context& context, const Trade& trade, std::size_t first, Chart& chart) {
  chart.title = trade_title(context, "report.chart.trade-annual");
  const std::vector<TradeRow> drawn(trade.years.begin() + static_cast<std::ptrdiff_t>(first), trade.years.end());
  const auto rows = complete(drawn);
  if (rows.empty()) return;
  const TradeRow& from = *rows.front();
  const TradeRow& to = *rows.back();
  chart.alt_text = context.t("report.chart.trade-annual.alt", {{"title", chart.title},
                                                               {"from", year_text(context, from.year)},
                                                               {"to", year_text(context, to.year)},
                                                               {"exports_from", amount(context, from.exports)},
                                                               {"exports_to", amount(context, to.exports)},
                                                               {"imports_from", amount(context, from.imports)},
                                                               {"imports_to", amount(context, to.imports)},
                                                               {"balance_from", amount(context, from.balance)},
                                                               {"balance_to", amount(context, to.balance)}});
}

}  // namespace attache::report
