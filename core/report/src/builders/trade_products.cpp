#include <algorithm>
#include <cstdint>

#include "../products.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

using Rows = std::vector<std::pair<std::string, Quantity>>;

Rows by_size(const std::map<std::string, Quantity>& values) {
  Rows rows(values.begin(), values.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    if (a.second.present() != b.second.present()) return a.second.present();
    return a.second.present() && *a.second.value > *b.second.value;
  });
  return rows;
}

struct Columns {
  int rank, code, value, growth, share;
};

Columns add_columns(Context& context, TableMaker& maker) {
  Columns c{};
  c.code = maker.column("cmdCode", context.t("report.column.product"), Type::text, Role::product);
  c.rank = maker.column("RANK", context.t("report.column.rank-place"), Type::integer, Role::other);
  c.value = maker.measure("primaryValue", context.t("report.column.value"));
  c.growth = maker.measure("growth", context.t("report.column.growth"));
  c.share = maker.measure("share", context.t("report.column.share"), {Formula::share, c.value, -1, -1});
  maker.at(c.growth).unit = maker.at(c.share).unit = "%";
  const int status = maker.column("OBS_STATUS", context.t("report.column.status"), Type::text, Role::status);
  const int cited = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  maker.at(c.value).status_column = status;
  maker.at(c.value).citation_column = cited;
  maker.at(c.value).total = Total::sum;
  maker.at(c.code).total = Total::label;
  return c;
}

/// The rest: what the total holds beside the products, confidential trade included.
void add_rest_and_total(Context& context, TableMaker& maker, const Columns& c, const Rows& rows, const Quantity& total) {
  if (!total.present()) return;
  Quantity rest = total;
  for (const auto& row : rows) {
    if (row.second.present()) rest = difference(rest, row.second);
  }
  auto& kinds = maker.table().row_kind;
  kinds.assign(maker.table().rows.size(), RowKind::body);
  if (rest.present() && !rest.value->is_zero()) {
    maker.row();
    kinds.push_back(RowKind::other);
    maker.set(c.code, Cell(context.t("report.row.other")));
    rest.expression = context.t("report.row.other-expression");
    maker.set(c.value, rest, context);
    maker.set(c.share, percent(rest, total), context);
  }
  maker.row();
  kinds.push_back(RowKind::total);
  maker.table().has_total = true;
  maker.set(c.code, Cell(context.t("report.row.total")));
  maker.set(c.value, total, context);
}

void add_side(Context& context, const Options& options, SectionDraft& draft, const std::string& side, const ProductYear& now) {
  const auto& values = side == "exports" ? now.exports : now.imports;
  if (values.empty()) return;
  const ProductYear old = year_before(context, now);
  const auto& old_values = side == "exports" ? old.exports : old.imports;
  const Quantity& total = side == "exports" ? now.total_exports : now.total_imports;
  const std::string id = draft.id + "-" + side;
  TableMaker maker(id,
                   context.t("report.table.products", {{"side", side},
                                                       {"first", context.area(context.parameters.self)},
                                                       {"second", context.area(context.parameters.other)},
                                                       {"year", context.language.integer(now.year, false)},
                                                       {"reporter", context.area(context.trade().reporter)}}),
                   context.t("report.sheet." + side + "-products"));
  const Columns c = add_columns(context, maker);
  const Rows rows = by_size(values);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    maker.row();
    maker.set(c.code, Cell(rows[i].first));
    maker.set(c.rank, Cell(static_cast<std::int64_t>(i + 1)));
    maker.set(c.value, rows[i].second, context);
    const auto base = old_values.find(rows[i].first);
    maker.set(c.growth, base == old_values.end() ? Quantity::none(Missing::not_applicable, "%") : growth(rows[i].second, base->second),
              context);
    maker.set(c.share, percent(rows[i].second, total), context);
  }
  add_rest_and_total(context, maker, c, rows, total);
  const std::int64_t top = options.integer("top");
  if (options.text("form") == "chart") {
    Chart chart;
    chart.title = maker.table().title;
    chart.series.push_back({static_cast<std::uint32_t>(c.value), SeriesKind::bar, 0, context.t("report.column.value")});
    chart.category_column = static_cast<std::uint32_t>(c.code);
    chart.row_count =
        std::min<std::int64_t>(top > 0 ? top : static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(rows.size()));
    chart.alt_text = context.t("report.chart.products.alt",
                               {{"title", chart.title}, {"code", rows.front().first}, {"value", amount(context, rows.front().second)}});
    chart.table = maker.finish(context);
    chart.axis_unit = context.document.tables[chart.table].columns[static_cast<std::size_t>(c.value)].unit;
    draft.add("chart-" + id, std::move(chart));
    return;
  }
  const bool cut = top > 0 && static_cast<std::int64_t>(rows.size()) > top;
  context.method("report.method.share");
  draft.add(id + "-table",
            TableRef{maker.finish(context), top,
                     cut ? context.t("report.note.more-rows", {{"count", static_cast<std::int64_t>(rows.size()) - top}}) : std::string()});
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  const std::string& level = options.text("level");
  const ProductYear now = product_year(context, level == "auto" ? 0 : static_cast<std::size_t>(level.front() - '0'));
  if (now.empty()) return;
  for (const char* side : {"exports", "imports"}) add_side(context, options, draft, side, now);
}

}  // namespace

Builder trade_products_builder() {
  return {"trade-products",
          "Exports and imports by product with growth and share",
          {{"top", OptionType::integer, "10", "Paged documents print so many products each way; 0 = all", {}},
           {"form", OptionType::choice, "table", "Tables or bars", {"table", "chart"}},
           {"level", OptionType::choice, "auto", "Digits of the codes", {"auto", "2", "4", "6"}}},
          build};
}

}  // namespace attache::report
