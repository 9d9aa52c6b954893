#include <map>

#include "../trade.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;  ///< reporter, partner, flow, period, product

Key key_of(const dataset::Flow& row) { return {row.reporter, row.partner, row.flow, row.period.text(), row.product}; }

struct Columns {
  int reporter, partner, flow, period, product, before, now, change, percent, kind;
};

Columns add_columns(Context& context, TableMaker& maker) {
  Columns c{};
  c.reporter = maker.column("REF_AREA", context.t("report.column.reporter"), Type::text, Role::area);
  c.partner = maker.column("COUNTERPART_AREA", context.t("report.column.partner"), Type::text, Role::area);
  c.flow = maker.column("flowCode", context.t("report.column.flow"), Type::text, Role::key);
  c.period = maker.column("TIME_PERIOD", context.t("report.column.period"), Type::date, Role::period);
  c.product = maker.column("cmdCode", context.t("report.column.product"), Type::text, Role::product);
  c.before = maker.measure("value_before", context.t("report.column.before"));
  c.now = maker.measure("value_now", context.t("report.column.now"));
  c.change = maker.measure("difference", context.t("report.column.difference"), {Formula::difference, c.now, c.before, -1});
  c.percent = maker.measure("difference_percent", context.t("report.column.difference-percent"));
  maker.at(c.percent).unit = "%";
  c.kind = maker.column("CLASS", context.t("report.column.class"), Type::text, Role::other);
  const int cited = maker.column("SOURCE", context.t("report.column.source"), Type::integer, Role::citation);
  for (const int index : {c.before, c.now}) maker.at(index).citation_column = cited;
  return c;
}

/// A revision that prints as 0.0 %.
bool is_minor(const Quantity& before, const Quantity& now) {
  const Quantity change = growth(now, before);
  return change.present() && !change.value->is_zero() && change.value->rounded(1).is_zero();
}

struct Change {
  const dataset::Flow *before = nullptr, *now = nullptr;
};

void add_row(Context& context, TableMaker& maker, const Columns& c, const Change& row, bool with_minor) {
  const auto [before, now] = row;
  const dataset::Flow& any = now != nullptr ? *now : *before;
  const Quantity old_value = before == nullptr ? Quantity::none(Missing::not_applicable) : quantity_of(*before);
  const Quantity new_value = now == nullptr ? Quantity::none(Missing::not_applicable) : quantity_of(*now);
  std::string kind = before == nullptr ? "added" : now == nullptr ? "removed" : "revised";
  if (before != nullptr && now != nullptr) {
    const bool same_value = old_value.value == new_value.value;
    if (same_value && before->status == now->status) return;
    if (same_value) kind = "reflagged";
    if (!with_minor && is_minor(old_value, new_value)) return;
  }
  maker.row();
  maker.set(c.reporter, Cell(context.area(any.reporter)));
  maker.set(c.partner, Cell(context.area(any.partner)));
  maker.set(c.flow, Cell(any.flow));
  maker.set(c.period, Cell(any.period));
  maker.set(c.product, Cell(any.product));
  maker.set(c.before, old_value, context);
  maker.set(c.now, new_value, context);
  maker.set(c.change, difference(new_value, old_value), context);
  maker.set(c.percent, growth(new_value, old_value), context);
  maker.set(c.kind, Cell(context.t("report.change." + kind)));
}

void add_release(Context& context, TableMaker& maker, const Columns& c, const dataset::Release& release, bool with_minor) {
  std::map<Key, Change> rows;
  for (const auto& row : context.data.flows) {
    const bool is_pair = context.is_pair(row.reporter, row.partner);
    if (!is_pair || !context.visible(row)) continue;
    if (row.release == release.replaces) rows[key_of(row)].before = &row;
    if (row.release == release.id) rows[key_of(row)].now = &row;
  }
  for (const auto& [key, change] : rows) add_row(context, maker, c, change, with_minor);
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  TableMaker maker(draft.id, context.t("report.table.changes"), context.t("report.sheet.changes"));
  maker.table().key_columns = 5;
  const Columns columns = add_columns(context, maker);
  for (const auto& release : context.data.releases) {
    if (!release.replaces.empty()) add_release(context, maker, columns, release, options.flag("minor"));
  }
  if (!maker.empty()) draft.add(draft.id + "-table", TableRef{maker.finish(context), 0, {}});
}

}  // namespace

Builder changes_builder() {
  return {"changes",
          "What a newer release of the statistics added, removed, revised or marked anew",
          {{"minor", OptionType::boolean, "true", "Also revisions that round to 0.0 %", {}}},
          build};
}

}  // namespace attache::report
