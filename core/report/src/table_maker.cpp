#include "table_maker.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "print.hpp"

namespace attache::report {

TableMaker::TableMaker(std::string id, std::string title, std::string sheet_name) {
  table_.id = std::move(id);
  table_.title = std::move(title);
  table_.sheet_name = std::move(sheet_name);
}

int TableMaker::column(std::string id, std::string title, Type type, Role role) {
  Column column;
  column.id = std::move(id);
  column.title = std::move(title);
  column.type = type;
  column.role = role;
  if (role == Role::status || (role == Role::citation && type == Type::integer)) column.data_only = true;
  table_.columns.push_back(std::move(column));
  return static_cast<int>(table_.columns.size()) - 1;
}

int TableMaker::measure(std::string id, std::string title, Formula formula) {
  const int index = column(std::move(id), std::move(title), Type::decimal, Role::measure);
  at(index).formula = formula;
  return index;
}

void TableMaker::row() { table_.rows.emplace_back(table_.columns.size()); }

void TableMaker::set(int column, Cell cell) { table_.rows.back()[static_cast<std::size_t>(column)] = std::move(cell); }

void TableMaker::set(int column, const Quantity& quantity, Context& context) {
  Column& info = at(column);
  if (quantity.present() && !info.unit.empty() && quantity.unit != "1" && quantity.unit != info.unit) {
    set(column, Cell(Missing::not_applicable));
    context.warn("table '" + table_.id + "', column '" + info.id + "': " + quantity.unit + " stands beside " + info.unit +
                 "; a column has one unit, so the figure is left out");
    return;
  }
  set(column, quantity.present() ? Cell(boundary(*quantity.value)) : Cell(quantity.missing));
  if (info.status_column >= 0 && !quantity.status.empty()) set(info.status_column, Cell(quantity.status));
  if (info.citation_column >= 0 && !quantity.sources.empty())
    set(info.citation_column, Cell(static_cast<std::int64_t>(context.cite(quantity.sources.front()))));
  if (!quantity.present()) {
    missing_units_.emplace(column, quantity.unit);
    return;
  }
  if (info.unit.empty() && quantity.unit != "1") info.unit = quantity.unit;
  traced_.push_back({table_.rows.size() - 1, column, quantity});
}

void TableMaker::choose_units(const Context& context) {
  // A column without any figure has the unit its figures would have had.
  for (const auto& [column, unit] : missing_units_) {
    if (at(column).unit.empty() && unit != "1") at(column).unit = unit;
  }
  Decimal largest;
  for (const auto& figure : traced_) {
    if (is_money(figure.quantity.unit)) largest = std::max(largest, figure.quantity.value->absolute());
  }
  const int money_magnitude = magnitude_of(largest);
  for (std::size_t index = 0; index < table_.columns.size(); ++index) {
    Column& column = table_.columns[index];
    if (column.role != Role::measure || column.type != Type::decimal) continue;
    column.magnitude = is_money(column.unit) ? money_magnitude : 0;
    std::optional<int> decimals;
    int needed = 0;
    for (const auto& figure : traced_) {
      if (figure.column != static_cast<int>(index)) continue;
      const int known = known_decimals(figure.quantity, column.magnitude, 1);
      decimals = std::min(decimals.value_or(known), known);
      needed = std::max(needed, needed_decimals(at_magnitude(*figure.quantity.value, column.magnitude), 1));
    }
    column.decimals = std::min(decimals.value_or(0), needed);
    column.unit = unit_name(context, column.unit, column.magnitude);
  }
}

/// A column crosses to exporters as 64-bit integers at one scale: as many decimals as its largest value leaves of 18 digits.
void TableMaker::fit_scales() {
  for (std::size_t index = 0; index < table_.columns.size(); ++index) {
    if (table_.columns[index].type != Type::decimal) continue;
    int scale = Decimal::max_scale;
    for (const auto& row : table_.rows) {
      const auto* value = std::get_if<Decimal>(&row[index].value);
      while (value != nullptr && scale > 0 && value->absolute().rounded(0) >= Decimal::of(1).shifted(Decimal::max_scale - scale)) --scale;
    }
    for (auto& row : table_.rows) {
      if (auto* value = std::get_if<Decimal>(&row[index].value); value != nullptr && value->scale() > scale) *value = value->rounded(scale);
    }
  }
}

std::uint32_t TableMaker::finish(Context& context) {
  choose_units(context);
  fit_scales();
  for (const auto& figure : traced_) {
    const Column& column = at(figure.column);
    const Decimal shown = at_magnitude(*figure.quantity.value, column.magnitude);
    context.trace({"table:" + table_.id, static_cast<std::int64_t>(figure.row), column.id,
                   context.language.figure(&shown, column.decimals, Missing::present, figure.quantity.status),
                   figure.quantity.value->text(), figure.quantity.expression, figure.quantity.inputs});
  }
  return context.add(std::move(table_));
}

}  // namespace attache::report
