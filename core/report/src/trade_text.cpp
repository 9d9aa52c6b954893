#include "trade_text.hpp"

#include <algorithm>

#include "figures.hpp"
#include "inline_text.hpp"
#include "print.hpp"
#include "value/add_once.hpp"

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

/// Is a at least so many per cent of b?
bool reaches(const Decimal& a, const Decimal& b, int percent) {
  const auto scaled_a = a.times(Decimal::of(100));
  const auto scaled_b = b.times(Decimal::of(percent));
  return scaled_a && scaled_b && *scaled_a >= *scaled_b;
}

std::string side_of(const Decimal& before, const Decimal& after) { return after > before ? "rose" : after < before ? "fell" : "same"; }

/// The years in which the course turns by at least `threshold` per cent, and the newest extreme before the end.
std::vector<std::size_t> turning_points(const std::vector<const TradeRow*>& rows, int threshold) {
  std::vector<std::size_t> points;
  const auto value = [&](std::size_t i) { return *rows[i]->turnover.value; };
  bool rising = false;
  bool falling = false;
  std::size_t extreme = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const bool up = reaches(value(i), value(extreme), 100 + threshold);
    const bool down = reaches(value(extreme), value(i), 100 + threshold);
    if (rising ? down : falling ? up : up || down) {
      if (rising || falling) points.push_back(extreme);
      rising = up;
      falling = down;
      extreme = i;
    } else if (rising ? value(i) > value(extreme) : falling && value(i) < value(extreme)) {
      extreme = i;
    }
  }
  if (extreme > 0 && extreme + 1 < rows.size()) points.push_back(extreme);
  return points;
}

/// The ends of the legs of the course: at most three turns, those that matter most, then the last year. The last leg goes the way the
/// last year went.
std::vector<const TradeRow*> turns(const std::vector<const TradeRow*>& rows) {
  std::vector<std::size_t> points;
  for (const int threshold : {10, 20, 30, 50, 80}) {
    points = turning_points(rows, threshold);
    if (points.size() <= 3) break;
  }
  if (points.size() > 3) points.erase(points.begin(), points.end() - 3);
  const TradeRow& last = *rows.back();
  const TradeRow& turn = *rows[points.empty() ? 0 : points.back()];
  const std::string way = side_of(*turn.turnover.value, *last.turnover.value);
  const int change = last.turnover_growth.present() ? last.turnover_growth.value->sign() : 0;
  const bool turned = (change > 0 && way == "fell") || (change < 0 && way == "rose");
  if (turned && rows.size() > 2) points.push_back(rows.size() - 2);
  std::vector<const TradeRow*> ends;
  for (const std::size_t i : points) ends.push_back(rows[i]);
  ends.push_back(&last);
  return ends;
}

std::string last_year_sentence(Context& context, const std::string& block, const TradeRow& row) {
  const Place place{block, context.language.date(row.period)};
  const int sign = row.balance.value->sign();
  const std::string covered = row.coverage.present()
                                  ? traced(context, place, row.coverage, amount(context, row.coverage, context.trade().coverage_decimals))
                                  : std::string();
  return context.t("report.sentence.last-year", {{"year", year_text(context, row.year)},
                                                 {"first", context.area(context.parameters.self)},
                                                 {"second", context.area(context.parameters.other)},
                                                 {"exports", traced(context, place, row.exports, amount(context, row.exports))},
                                                 {"imports", traced(context, place, row.imports, amount(context, row.imports))},
                                                 {"side", sign > 0   ? "surplus"
                                                          : sign < 0 ? "deficit"
                                                                     : "even"},
                                                 {"balance", traced(context, place, row.balance, size(context, row.balance))},
                                                 {"covered", row.coverage.present() ? "yes" : "no"},
                                                 {"coverage", covered}});
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
      add_once(sources, source);
    }
  }
  context.cite(note, sources);
  if (trade.own) {
    const TradeRow& own = *trade.own;
    const std::string block = "trade-own";
    const Place place{block, context.language.date(own.period)};
    note.push_back(text_run(
        " " + context.t("report.note.trade-own-newest", {{"first", context.area(p.self)},
                                                         {"reporter", context.area(trade.reporter)},
                                                         {"year", context.language.date(own.period)},
                                                         {"exports", traced(context, place, own.exports, amount(context, own.exports))},
                                                         {"imports", traced(context, place, own.imports, amount(context, own.imports))}})));
    context.cite(note, own.turnover.sources);
  }
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
  const auto level = [&](const TradeRow& row) {
    return traced(context, {block, context.language.date(row.period)}, row.turnover, amount(context, row.turnover));
  };
  std::vector<std::string> legs;
  const TradeRow* from = rows.front();
  for (const TradeRow* to : turns(rows)) {
    std::vector<text::Argument> arguments = {
        {"side", side_of(*from->turnover.value, *to->turnover.value)}, {"to", year_text(context, to->year)}, {"after", level(*to)}};
    if (legs.empty()) {
      arguments.push_back({"from", year_text(context, from->year)});
      arguments.push_back({"before", level(*from)});
    }
    legs.push_back(context.t(legs.empty() ? "report.course.first" : "report.course.next", arguments));
    from = to;
  }
  const Quantity& growth = rows.back()->turnover_growth;
  const std::string printed = growth.present()
                                  ? traced(context, {block, "growth"}, growth, change(context, growth, context.trade().growth_decimals))
                                  : std::string();
  context.method("report.method.growth");
  return context.t("report.sentence.course", {{"legs", context.language.list(legs)},
                                              {"has_change", growth.present() ? "yes" : "no"},
                                              {"change", printed},
                                              {"before", year_text(context, rows.back()->year - 1)}});
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
    const Quantity& missing = last.exports.present() ? last.imports : last.exports;
    const bool is_foreign = missing.missing == Missing::not_applicable && !missing.unit.empty();
    paragraph.push_back(text_run(" " + context.t(is_foreign ? "report.sentence.other-currency" : "report.sentence.not-reported",
                                                 {{"year", year_text(context, last.year)}, {"flow", flow}, {"currency", missing.unit}})));
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
