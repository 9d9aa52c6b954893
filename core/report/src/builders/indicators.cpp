#include <algorithm>

#include "../claims.hpp"

#include <cstdint>
#include <utility>
#include "../figures.hpp"
#include "../trade.hpp"
#include "analysis/growth.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

class Rows {
 public:
  Rows(Context& context, const SectionDraft& draft, const Options& options)
      : context_(context),
        only_(options.list("only")),
        maker_(draft.id, context.t("report.table.indicators"), context.t("report.sheet.indicators")) {
    maker_.table().key_columns = 2;
    label_ = maker_.column("INDICATOR", context.t("report.column.indicator"), Type::text, Role::label);
    period_ = maker_.column("TIME_PERIOD", context.t("report.column.period"), Type::date, Role::period);
    printed_ = maker_.column("FIGURE", context.t("report.column.figure"), Type::text, Role::other);
    formula_ = maker_.column("FORMULA", context.t("report.column.formula"), Type::text, Role::note);
    basis_ = maker_.column("BASIS", context.t("report.column.basis"), Type::text, Role::note);
    cited_ = maker_.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
    value_ = maker_.measure("OBS_VALUE", context.t("report.column.unrounded"));
    unit_ = maker_.column("UNIT_MEASURE", context.t("report.column.unit"), Type::text, Role::other);
    maker_.at(cited_).data_only = false;
    for (const int index : {value_, unit_}) maker_.at(index).data_only = true;
    maker_.at(formula_).data_only = !options.flag("formulas");
    const std::pair<int, int> widths[] = {{label_, 40}, {period_, 18}, {printed_, 18}, {formula_, 40}, {basis_, 38}, {cited_, 7}};
    for (const auto& [column, characters] : widths) maker_.at(column).width_hint = characters;
  }

  void add(const std::string& id, const Edtf& period, const Quantity& quantity, const std::string& basis) {
    if (quantity.present()) add(id, period, quantity, basis, amount(context_, quantity, quantity.unit == "1" ? 3 : 1));
  }

  void add(const std::string& id, const Edtf& period, const Quantity& quantity, const std::string& basis, const std::string& printed) {
    std::string label = std::exchange(next_label_, std::string());
    if (label.empty()) label = context_.t("report.indicator." + id);
    if (!only_.empty() && std::find(only_.begin(), only_.end(), id) == only_.end()) {
      ++left_out_;
      return;
    }
    const std::string method = "report.method." + (id == "part-of-year" || id == "near-border-share" ? std::string("share") : id);
    if (context_.language.has_message(method)) context_.method(method);
    maker_.row();
    maker_.set(label_, Cell(label));
    maker_.set(period_, Cell(period));
    maker_.set(printed_, Cell(printed));
    maker_.set(formula_, Cell(context_.t("report.formula." + id)));
    if (!basis.empty()) maker_.set(basis_, Cell(basis));
    if (!quantity.sources.empty()) maker_.set(cited_, Cell(static_cast<std::int64_t>(context_.cite(quantity.sources.front()))));
    maker_.set(value_, Cell(boundary(*quantity.value)));
    maker_.set(unit_, Cell(quantity.unit));
    context_.trace({"table:" + maker_.table().id, static_cast<std::int64_t>(maker_.table().rows.size()) - 1, "FIGURE", printed,
                    quantity.value->text(), quantity.expression, quantity.inputs});
  }
  /// The next figure's name, where its kind alone does not name it.
  void label_next(std::string label) { next_label_ = std::move(label); }
  [[nodiscard]] bool empty() const { return maker_.empty(); }
  std::uint32_t finish() {
    if (left_out_ > 0) maker_.table().note = plain(context_.t("report.left-out.trade-sheet", {{"count", left_out_}}));
    const std::uint32_t index = maker_.finish(context_);
    Column& value = context_.document.tables[index].columns[static_cast<std::size_t>(value_)];
    value.decimals = -1;  // figures of several units stand in it
    return index;
  }

 private:
  Context& context_;
  std::string next_label_;
  const std::vector<std::string>& only_;
  std::int64_t left_out_ = 0;
  TableMaker maker_;
  int label_, period_, printed_, formula_, basis_, cited_, value_, unit_;
};

void add_headline(Context& context, Rows& rows) {
  const Headline head = headline(context);
  if (!head.present) return;
  const std::string words = basis_of(context, head, "balance");
  const Quantity parts = head.of_parts(sum);
  if (const Quantity gap = difference(parts, head.turnover); !head.declared && head.all_meet && gap.present()) {
    // zero lies within the range that the half units of the three figures leave
    const bool holds = gap.low.sign() <= 0 && gap.high.sign() >= 0;
    rows.add("sum-check", head.period, gap, words, holds ? context.t("report.sum-check.holds") : amount(context, gap));
  }
  rows.add("turnover-sum", head.period, parts, words);
  rows.add("balance", head.period, head.of_parts(difference), words);
  rows.add("coverage", head.period, head.of_parts(percent), words);
  rows.add("normalised-balance", head.period, head.of_parts(normalised_balance), words);
  const Observed before = head.turnover_row == nullptr ? Observed{} : year_before(context, *head.turnover_row);
  if (before.row != nullptr) rows.add("growth", head.period, growth(head.turnover, before.quantity), basis_of(context, head, "turnover"));
}

void add_declared(Context& context, Rows& rows) {
  const TradeRow* year = context.trade().latest();
  if (year == nullptr || headline(context).declared) return;
  const std::string words = context.t("report.basis.reporter", {{"area", context.area(context.trade().reporter)}});
  rows.add("growth", year->period, year->turnover_growth, words);
  rows.add("balance", year->period, year->balance, words);
  rows.add("coverage", year->period, year->coverage, words);
  rows.add("normalised-balance", year->period, normalised_balance(year->exports, year->imports), words);
}

void add_trend(Context& context, Rows& rows) {
  const Trade& trade = context.trade();
  std::vector<analysis::YearValue> series;
  Quantity all;
  const TradeRow* first = nullptr;
  const TradeRow* last = nullptr;
  for (const auto& row : trade.years) {
    if (!row.complete) continue;
    first = first == nullptr ? &row : first;
    last = &row;
    series.push_back({row.year, analysis::Measure{*row.turnover.value, row.turnover.unit, 0, row.turnover.basis, std::nullopt}});
    all.inputs.insert(all.inputs.end(), row.turnover.inputs.begin(), row.turnover.inputs.end());
    all.sources = row.turnover.sources;
  }
  if (first == nullptr || first == last) return;
  const Edtf span(first->period.start(), last->period.end());
  const std::string words = context.t("report.basis.reporter", {{"area", context.area(trade.reporter)}});
  rows.add("annual-growth", span, annual_growth(ratio(last->turnover, first->turnover), last->year - first->year), words);
  const auto trend = analysis::trend_growth(series);
  if (!trend.percent) return;
  all.value = all.low = all.high = *trend.percent.value;
  all.missing = Missing::present;
  all.unit = "%";
  all.expression = "100 * (e ^ slope of ln(turnover) on year - 1)";
  rows.add("trend-growth", span, all, words);
}

void add_quoted(Context& context, Rows& rows) {
  const PartYear data = part_year(context);
  if (data.part.row != nullptr && data.year_before.row != nullptr) {
    const std::string part = context.language.date(data.part.row->period);
    const std::string whole = context.language.date(data.year_before.row->period);
    const auto of = [&](const std::string& period, const dataset::Observation& row) {
      return context.t("report.label-colon", {{"label", period}, {"value", basis(context, row)}});
    };
    rows.label_next(context.t("report.indicator.part-of-year", {{"part", part}, {"whole", whole}}));
    rows.add("part-of-year", data.part.row->period, percent(data.part.quantity, data.year_before.quantity),
             of(part, *data.part.row) + "; " + of(whole, *data.year_before.row));
  }
  for (const auto& part : observed(context, "near-border-turnover")) {
    for (const auto& whole : observed(context, "turnover")) {
      if (may_meet(*whole.row, *part.row))
        rows.add("near-border-share", part.row->period, percent(part.quantity, whole.quantity), basis(context, *part.row));
    }
  }
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  Rows rows(context, draft, options);
  add_headline(context, rows);
  add_quoted(context, rows);
  add_declared(context, rows);
  add_trend(context, rows);
  if (rows.empty()) return;
  draft.add(draft.id + "-table", TableRef{rows.finish(), 0, {}});
}

}  // namespace

Builder indicators_builder() {
  return {"indicators",
          "Derived figures with their formula and basis",
          {{"formulas", OptionType::boolean, "true", "Print the formulas in the table; the section methods has them too", {}},
           {"only",
            OptionType::list,
            "",
            "Only these figures; empty = all",
            {"sum-check", "turnover-sum", "balance", "coverage", "normalised-balance", "part-of-year", "near-border-share", "growth",
             "annual-growth", "trend-growth"}}},
          build};
}

}  // namespace attache::report
