#include <algorithm>
#include <cstdint>

#include "../trade.hpp"
#include "../trade_text.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

struct Columns {
  int period, exports, exports_growth, imports, imports_growth, turnover, turnover_growth, balance, coverage;
  int exports_share = -1, imports_share = -1;
};

Columns add_columns(Context& context, TableMaker& maker, const Options& options, bool has_shares) {
  const std::string growth_title = context.t("report.column.growth");
  Columns c{};
  c.period = maker.column("TIME_PERIOD", context.t("report.column.period"), Type::date, Role::period);
  const auto grouped = [&](const char* id, const std::string& title, const std::string& group, Formula formula = {}) {
    const int index = maker.measure(id, title, formula);
    maker.at(index).group = group;
    return index;
  };
  const std::string exports = context.t("report.figure.exports");
  const std::string imports = context.t("report.figure.imports");
  const std::string turnover = context.t("report.figure.turnover");
  const std::string value = context.t("report.column.value");
  c.exports = grouped("exports", value, exports);
  c.exports_growth = grouped("exports_growth", growth_title, exports, {Formula::growth, c.exports, -1, -1});
  c.imports = grouped("imports", value, imports);
  c.imports_growth = grouped("imports_growth", growth_title, imports, {Formula::growth, c.imports, -1, -1});
  c.turnover = grouped("turnover", value, turnover, {Formula::sum, c.exports, c.imports, -1});
  c.turnover_growth = grouped("turnover_growth", growth_title, turnover, {Formula::growth, c.turnover, -1, -1});
  c.balance = maker.measure("balance", context.t("report.figure.balance"), {Formula::difference, c.exports, c.imports, -1});
  c.coverage = maker.measure("coverage", context.t("report.figure.coverage"), {Formula::percent, c.exports, c.imports, -1});
  if (options.flag("shares") && has_shares) {
    const std::string share = context.t("report.column.share-of-reporter", {{"area", context.area(context.trade().reporter)}});
    c.exports_share = grouped("exports_share", share, exports);
    c.imports_share = grouped("imports_share", share, imports);
  }
  for (const int index : {c.exports_growth, c.imports_growth, c.turnover_growth, c.coverage, c.exports_share, c.imports_share}) {
    if (index >= 0) maker.at(index).unit = "%";
  }
  const int cited = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  for (const int index : {c.exports, c.imports, c.turnover, c.balance, c.coverage}) maker.at(index).citation_column = cited;
  const auto status = [&](const char* id, const std::string& of, std::initializer_list<int> measures) {
    const int column = maker.column(id, context.t("report.column.status-of", {{"column", of}}), Type::text, Role::status);
    for (const int index : measures) maker.at(index).status_column = column;
  };
  status("OBS_STATUS_EXPORTS", exports, {c.exports});
  status("OBS_STATUS_IMPORTS", imports, {c.imports});
  status("OBS_STATUS_TURNOVER", turnover, {c.turnover, c.balance, c.coverage});
  return c;
}

void add_row(Context& context, TableMaker& maker, const Columns& c, const TradeRow& row) {
  maker.row();
  maker.set(c.period, Cell(row.period));
  const std::pair<int, const Quantity*> cells[] = {{c.exports, &row.exports},
                                                   {c.exports_growth, &row.exports_growth},
                                                   {c.imports, &row.imports},
                                                   {c.imports_growth, &row.imports_growth},
                                                   {c.turnover, &row.turnover},
                                                   {c.turnover_growth, &row.turnover_growth},
                                                   {c.balance, &row.balance},
                                                   {c.coverage, &row.coverage},
                                                   {c.exports_share, &row.exports_share},
                                                   {c.imports_share, &row.imports_share}};
  for (const auto& [column, quantity] : cells) {
    if (column >= 0) maker.set(column, *quantity, context);
  }
}

Chart chart_of(Context& context, const Options& options, std::uint32_t index) {
  const Table& table = context.document.tables[index];
  Chart chart;
  chart.table = index;
  const auto add_series = [&](const std::string& id, SeriesKind kind) {
    for (std::uint32_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].id == id) chart.series.push_back({i, kind, 0, context.t("report.figure." + id)});
    }
  };
  for (const auto& id : options.list("chart.columns")) add_series(id, SeriesKind::column);
  if (!options.text("chart.line").empty()) add_series(options.text("chart.line"), SeriesKind::line);
  if (!chart.series.empty()) chart.axis_unit = table.columns[chart.series.front().column].unit;
  return chart;
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const Trade& trade = context.trade();
  if (trade.years.empty()) return;
  TableMaker maker(draft.id, trade_title(context, "report.table.trade-annual"), context.t("report.sheet.annual"));
  const Columns columns = add_columns(context, maker, options, trade.has_shares);
  const auto limit = static_cast<std::size_t>(options.integer("last"));
  const std::size_t first = limit > 0 && trade.years.size() > limit ? trade.years.size() - limit : 0;
  for (std::size_t i = first; i < trade.years.size(); ++i) add_row(context, maker, columns, trade.years[i]);
  for (const char* method : {"growth", "balance", "coverage"}) context.method(std::string("report.method.") + method);
  if (options.flag("text")) add_trade_sentences(context, draft);
  maker.table().note = trade_note(context);
  const std::uint32_t index = maker.finish(context);
  if (options.flag("chart.show")) {
    Chart chart = chart_of(context, options, index);
    describe_chart(context, trade, first, chart);
    draft.add("chart-" + draft.id, std::move(chart));
  }
  if (options.flag("table")) draft.add(draft.id + "-table", TableRef{index, 0, {}});
}

}  // namespace

Builder trade_annual_builder() {
  return {"trade-annual",
          "Trade by year in one reporter's statistics: sentences, chart, table",
          {{"chart.columns", OptionType::list, "exports,imports", "Columns of the chart", {"exports", "imports", "turnover", "balance"}},
           {"chart.line", OptionType::choice, "balance", "Line of the chart", {"", "exports", "imports", "turnover", "balance"}},
           {"chart.show", OptionType::boolean, "true", "Draw the chart", {}},
           {"table", OptionType::boolean, "true", "Print the table", {}},
           {"text", OptionType::boolean, "true", "Say it in sentences too", {}},
           {"shares", OptionType::boolean, "false", "Add the shares in the reporter's trade with the world", {}},
           {"last", OptionType::integer, "0", "Only the last so many years of the period; 0 = all", {}}},
          build};
}

}  // namespace attache::report
