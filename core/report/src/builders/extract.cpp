#include "../figures.hpp"

#include <cstdint>
#include "../trade.hpp"
#include "builders.hpp"

namespace attache::report {

namespace {

struct Columns {
  int structure, id, ref_area, counterpart, indicator, flow, frequency, period, classification, product, value, unit, multiplier, low, high,
      bound, status, confidentiality, price_basis, adjustment, comparison, reporter, release, rank, source_id, locator, source, note;
};

Columns add_columns(Context& context, TableMaker& maker) {
  const auto text = [&](const char* id, const char* title, Role role = Role::other) {
    return maker.column(id, context.t(std::string("report.extract.") + title), Type::text, role);
  };
  Columns c{};
  c.structure = text("STRUCTURE", "structure", Role::key);
  c.id = text("ID", "id", Role::key);
  c.ref_area = text("REF_AREA", "ref-area", Role::area);
  c.counterpart = text("COUNTERPART_AREA", "counterpart", Role::area);
  c.indicator = text("INDICATOR", "indicator", Role::key);
  c.flow = text("flowCode", "flow", Role::key);
  c.frequency = text("FREQ", "frequency", Role::key);
  c.period = maker.column("TIME_PERIOD", context.t("report.extract.period"), Type::date, Role::period);
  c.classification = text("classificationCode", "classification", Role::key);
  c.product = text("cmdCode", "product", Role::product);
  c.value = maker.column("OBS_VALUE", context.t("report.extract.value"), Type::decimal, Role::measure);
  c.unit = text("UNIT_MEASURE", "unit");
  c.multiplier = maker.column("UNIT_MULT", context.t("report.extract.multiplier"), Type::integer, Role::other);
  c.low = maker.column("VALUE_LOW", context.t("report.extract.low"), Type::decimal, Role::other);
  c.high = maker.column("VALUE_HIGH", context.t("report.extract.high"), Type::decimal, Role::other);
  c.bound = text("BOUND", "bound");
  c.status = text("OBS_STATUS", "status", Role::status);
  c.confidentiality = text("CONF_STATUS", "confidentiality", Role::status);
  c.price_basis = text("PRICE_BASIS", "price-basis");
  c.adjustment = text("ADJUSTMENT", "adjustment");
  c.comparison = text("COMPARISON", "comparison");
  c.reporter = text("REPORTER", "reporter", Role::area);
  c.release = text("RELEASE_ID", "release");
  c.rank = text("RANK", "rank");
  c.source_id = text("SOURCE_ID", "source-id");
  c.locator = text("LOCATOR", "locator");
  c.source = maker.column("SOURCE", context.t("report.extract.source"), Type::integer, Role::citation);
  c.note = text("COMMENT_OBS", "note", Role::note);
  maker.at(c.value).status_column = c.status;
  maker.at(c.value).citation_column = c.source;
  return c;
}

void set_text(TableMaker& maker, int column, const std::string& text) {
  if (!text.empty()) maker.set(column, Cell(text));
}

void add_common(Context& context, TableMaker& maker, const Columns& c, const dataset::Row& row) {
  set_text(maker, c.id, row.id);
  set_text(maker, c.source_id, row.source);
  set_text(maker, c.locator, row.locator);
  set_text(maker, c.note, row.note);
  if (const auto number = context.cite(row.source); number > 0) maker.set(c.source, Cell(static_cast<std::int64_t>(number)));
}

/// One entry a value, printed as the column prints it.
void trace_values(Context& context, const Table& table, int column, const std::vector<Quantity>& quantities) {
  for (std::size_t row = 0; row < quantities.size(); ++row) {
    const auto* shown = std::get_if<Decimal>(&table.rows[row][static_cast<std::size_t>(column)].value);
    if (shown == nullptr || !quantities[row].present()) continue;
    context.trace({"table:" + table.id, static_cast<std::int64_t>(row), table.columns[static_cast<std::size_t>(column)].id, shown->text(),
                   quantities[row].value->text(), quantities[row].expression, quantities[row].inputs});
  }
}

/// The value as the source has it; its multiplier is a column of its own.
Cell value_cell(const std::optional<Decimal>& value, Missing missing) { return value ? Cell(*value) : Cell(missing); }

Quantity add_observation(Context& context, TableMaker& maker, const Columns& c, const dataset::Observation& row) {
  maker.row();
  Quantity quantity = quantity_of(row);
  set_text(maker, c.structure, "observation");
  set_text(maker, c.ref_area, row.area);
  set_text(maker, c.counterpart, row.counterpart);
  set_text(maker, c.indicator, row.indicator);
  maker.set(c.period, Cell(row.period));
  maker.set(c.value, value_cell(row.value, quantity.missing));
  set_text(maker, c.unit, row.unit);
  maker.set(c.multiplier, Cell(std::int64_t{row.multiplier}));
  if (row.value_low) maker.set(c.low, Cell(*row.value_low));
  if (row.value_high) maker.set(c.high, Cell(*row.value_high));
  set_text(maker, c.bound, row.bound);
  set_text(maker, c.status, row.status.empty() ? (row.value ? "A" : "O") : row.status);
  set_text(maker, c.confidentiality, row.confidentiality);
  set_text(maker, c.price_basis, row.price_basis);
  set_text(maker, c.adjustment, row.adjustment);
  set_text(maker, c.comparison, row.comparison);
  set_text(maker, c.reporter, row.reporter);
  set_text(maker, c.rank, row.rank);
  add_common(context, maker, c, row);
  return quantity;
}

Quantity add_flow(Context& context, TableMaker& maker, const Columns& c, const dataset::Flow& row) {
  maker.row();
  Quantity quantity = quantity_of(row);
  set_text(maker, c.structure, "flow");
  set_text(maker, c.ref_area, row.reporter);
  set_text(maker, c.counterpart, row.partner);
  set_text(maker, c.flow, row.flow);
  set_text(maker, c.frequency, row.frequency);
  maker.set(c.period, Cell(row.period));
  set_text(maker, c.classification, row.classification);
  set_text(maker, c.product, row.product);
  maker.set(c.value, value_cell(row.value, quantity.missing));
  set_text(maker, c.unit, row.currency);
  maker.set(c.multiplier, Cell(std::int64_t{row.multiplier}));
  set_text(maker, c.bound, "exact");
  set_text(maker, c.status, row.status.empty() ? (row.value ? "A" : "O") : row.status);
  set_text(maker, c.confidentiality, row.confidentiality);
  set_text(maker, c.reporter, row.reporter);
  set_text(maker, c.release, row.release);
  add_common(context, maker, c, row);
  return quantity;
}

bool in_years(const Context& context, const Edtf& period) {
  const Period& wanted = context.parameters.period;
  if (period.is_undated()) return true;
  return (!wanted.from || period.end().year >= *wanted.from) && (!wanted.to || period.start().year <= *wanted.to);
}

void build(Context& context, const Options& options, SectionDraft& draft) {
  TableMaker maker(draft.id, context.t("report.table.extract"), context.t("report.sheet.extract"));
  const Columns c = add_columns(context, maker);
  std::vector<Quantity> quantities;
  for (const auto& row : context.data.observations) {
    const bool concerns = context.is_pair(row.area, row.counterpart) ||
                          (row.counterpart.empty() && (row.area == context.parameters.self || row.area == context.parameters.other));
    if (options.flag("observations") && concerns && context.visible(row) && in_years(context, row.period))
      quantities.push_back(add_observation(context, maker, c, row));
  }
  for (const auto& row : context.data.flows) {
    const bool is_world = row.partner == "WLD" && (row.reporter == context.parameters.self || row.reporter == context.parameters.other);
    if (!options.flag("flows") || !context.visible(row) || !in_years(context, row.period)) continue;
    if (context.is_pair(row.reporter, row.partner) || is_world) quantities.push_back(add_flow(context, maker, c, row));
  }
  if (!maker.empty()) {
    maker.table().key_columns = 2;
    const std::uint32_t index = maker.finish(context);
    trace_values(context, context.document.tables[index], c.value, quantities);
    for (Column& column : context.document.tables[index].columns) {
      if (column.type == Type::decimal) column.decimals = -1, column.magnitude = 0;
      column.data_only = false;
    }
    draft.add(draft.id + "-table", TableRef{index, 0, {}});
  }
}

}  // namespace

Builder extract_builder() {
  return {"extract",
          "Every observation and trade row of the pair in one long table, as the sources have them",
          {{"observations", OptionType::boolean, "true", "With observations", {}},
           {"flows", OptionType::boolean, "true", "With trade rows, those with the world included", {}}},
          build};
}

}  // namespace attache::report
