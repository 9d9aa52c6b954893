#include <algorithm>

#include "../trade.hpp"
#include "../trade_text.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

struct Side {
  int value = -1, growth = -1;
};

/// A flow nobody reports by month gets no empty columns.
bool is_reported(const std::vector<TradeRow>& rows, Quantity TradeRow::*flow) {
  return std::any_of(rows.begin(), rows.end(), [flow](const TradeRow& row) { return (row.*flow).present(); });
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const Trade& trade = context.trade();
  if (trade.months.empty()) return;
  TableMaker maker(draft.id, trade_title(context, "report.table.trade-monthly"), context.t("report.sheet.monthly"));
  const int period = maker.column("TIME_PERIOD", context.t("report.column.period"), Type::date, Role::period);
  const auto side = [&](const char* id, Quantity TradeRow::*flow) {
    Side columns;
    if (!is_reported(trade.months, flow)) return columns;
    const std::string name = context.t(std::string("report.figure.") + id);
    columns.value = maker.measure(id, context.t("report.column.value"));
    columns.growth = maker.measure(std::string(id) + "_growth", context.t("report.column.growth-year"));
    for (const int index : {columns.value, columns.growth}) maker.at(index).group = name;
    maker.at(columns.growth).unit = "%";
    return columns;
  };
  const Side exports = side("exports", &TradeRow::exports);
  const Side imports = side("imports", &TradeRow::imports);
  const int cited = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  for (const int index : {exports.value, imports.value}) {
    if (index < 0) continue;
    const std::string of = maker.at(index).group;
    const std::string status_id = index == exports.value ? "OBS_STATUS_EXPORTS" : "OBS_STATUS_IMPORTS";
    const int status = maker.column(status_id, context.t("report.column.status-of", {{"column", of}}), Type::text, Role::status);
    maker.at(index).citation_column = cited;
    maker.at(index).status_column = status;
  }
  for (const auto& row : trade.months) {
    maker.row();
    maker.set(period, Cell(row.period));
    if (exports.value >= 0) maker.set(exports.value, row.exports, context), maker.set(exports.growth, row.exports_growth, context);
    if (imports.value >= 0) maker.set(imports.value, row.imports, context), maker.set(imports.growth, row.imports_growth, context);
  }
  context.method("report.method.growth");
  Inline note = plain(context.t("report.note.months", {{"reporter", context.area(trade.reporter)}}));
  const std::string missing = exports.value < 0 ? "exports" : imports.value < 0 ? "imports" : "";
  if (!missing.empty()) note.push_back(text_run(" " + context.t("report.note.flow-not-monthly", {{"flow", missing}})));
  context.cite(note, trade.months.back().turnover.sources);
  maker.table().note = std::move(note);
  draft.add(draft.id + "-table", TableRef{maker.finish(context), options.integer("rows"), {}});
}

}  // namespace

Builder trade_monthly_builder() {
  return {"trade-monthly",
          "Trade by month in one reporter's statistics",
          {{"rows", OptionType::integer, "0", "Paged documents print so many rows; 0 = all", {}}},
          build};
}

}  // namespace attache::report
