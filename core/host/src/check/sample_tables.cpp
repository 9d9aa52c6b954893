#include "host/src/check/sample_tables.hpp"

#include <cstdint>

namespace attache::host::check {

using namespace report;

namespace {

Column column(std::string id, std::string title, Type type, Role role) {
  Column made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.type = type;
  made.role = role;
  return made;
}

Column measure(std::string id, std::string title, std::string group, std::string unit, int decimals) {
  Column made = column(std::move(id), std::move(title), Type::decimal, Role::measure);
  made.group = std::move(group);
  made.unit = std::move(unit);
  made.decimals = decimals;
  made.total = Total::sum;
  return made;
}

Cell text(const char* value) { return Cell(std::string(value)); }
Cell money(std::int64_t cents) { return Cell(Decimal(cents, 2)); }

}  // namespace

Date sample_point(int year, int month, int day) {
  Date date;
  date.year = year;
  date.month = month;
  date.day = day;
  date.precision = day != 0 ? Date::Precision::day : month != 0 ? Date::Precision::month : Date::Precision::year;
  return date;
}

Edtf sample_date(int year, int month, int day) { return Edtf(sample_point(year, month, day)); }

Table yearly_table() {
  Table table;
  table.id = "trade-by-year";
  table.title = "Trade of Kazakhstan with Russia, 2012–2015";
  table.sheet_name = "Trade by year";
  table.description = "Goods, by calendar year";
  table.columns = {column("TIME_PERIOD", "Year", Type::date, Role::period),  column("label", "Period", Type::text, Role::label),
                   measure("exports", "Value", "Exports", "million USD", 1), column("OBS_STATUS", "Status", Type::text, Role::status),
                   measure("exports_growth", "Growth", "Exports", "%", 1),   measure("exports_share", "Share", "Exports", "%", 1),
                   measure("imports", "Value", "Imports", "million USD", 1), column("source", "Source", Type::integer, Role::citation)};
  table.columns[2].magnitude = 6;
  table.columns[2].status_column = 3;
  table.columns[2].citation_column = 7;
  table.columns[3].data_only = true;
  table.columns[4].formula = {Formula::growth, 2, -1, -1};
  table.columns[4].total = Total::none;
  table.columns[5].formula = {Formula::share, 2, -1, -1};
  table.columns[6].magnitude = 6;
  table.columns[7].data_only = true;
  table.has_total = true;
  table.note = {Run{"Mirror data for 2012.", {}, Run::plain, 0, {}}, Run{{}, {}, Run::plain, 1, {}}};
  const Cell none = Missing::blank;
  table.rows = {{Cell(sample_date(2012, 0, 0)), text("2012"), money(674700000099), text("A"), Missing::not_applicable,
                 Cell(Decimal(303, 1)), Missing::confidential, Cell(std::int64_t{1})},
                {Cell(sample_date(2013, 0, 0)), text("2013"), money(587500000000), text("E"), Cell(Decimal(-129, 1)), Cell(Decimal(264, 1)),
                 money(1797180000000), Cell(std::int64_t{1})},
                {none, text("2012–2013"), money(1262200000099), none, none, Cell(Decimal(567, 1)), Missing::not_available, none},
                {Cell(sample_date(2014, 0, 0)), text("2014"), money(638800000000), text("P"), Cell(Decimal(87, 1)), Cell(Decimal(287, 1)),
                 money(1380780000000), Cell(std::int64_t{1})},
                {none, text("Other"), money(1), none, none, Cell(Decimal(1, 4)), Missing::not_collected, none},
                {none, text("Total"), money(1901000000100), none, none, Cell(Decimal(1000, 1)), Missing::not_available, none}};
  table.row_kind = {RowKind::body, RowKind::body, RowKind::subtotal, RowKind::body, RowKind::other, RowKind::total};
  table.indent = {1, 1, 0, 1, 0, 0};
  return table;
}

Table types_table() {
  Table table;
  table.id = "types";
  table.title = "Every type";
  table.sheet_name = "Types";
  table.columns = {column("cmdCode", "Product", Type::text, Role::product),
                   column("flag", "Yes or no", Type::boolean, Role::other),
                   column("count", "Count", Type::integer, Role::measure),
                   column("year", "Year", Type::integer, Role::period),
                   column("amount", "Amount", Type::decimal, Role::measure),
                   column("ratio", "Ratio", Type::real, Role::measure),
                   column("when", "When", Type::date, Role::period),
                   column("name", "Name", Type::text, Role::label),
                   column("reporter", "Reporter", Type::dictionary, Role::area)};
  table.columns[3].no_grouping = true;
  table.columns[5].decimals = 3;
  table.columns[7].width_hint = 30;
  Date approximate = sample_point(1994, 3, 0);
  approximate.approximate = true;
  Date uncertain = sample_point(1995, 0, 0);
  uncertain.uncertain = true;
  const auto whole = [](std::int64_t value) { return Cell(value); };
  table.rows = {
      {text("0101"), Cell(true), whole(9223372036854775807), whole(2015), Cell(Decimal(-123456789, 2)), Cell(0.1),
       Cell(sample_date(2015, 10, 14)), text("=1+1"), text("KAZ")},
      {text("27"), Cell(false), whole(-1), whole(1992), Cell(Decimal(0, 0)), Cell(-1.5e-9), Cell(Edtf(approximate)),
       text("comma, \"quote\"\r\nand line"), text("RUS")},
      {text("TOTAL"), Missing::not_available, Missing::not_applicable, Missing::blank, Missing::confidential, Missing::not_collected,
       Cell(Edtf(uncertain)), Missing::blank, text("KAZ")},
      {text("0"), Cell(true), whole(0), whole(0), Cell(Decimal(5, 1)), Cell(1e15),
       Cell(Edtf(sample_point(2015, 1, 0), sample_point(2015, 6, 0))), text("Қазақстан — Россия — ישראל"), Missing::not_available},
      {text("00"), Cell(true), whole(1000), whole(-44), Cell(Decimal(100, 0)), Cell(2.0), Cell(Edtf(sample_point(2015, 1, 1), Date{})),
       text("-5"), text("SUN")},
      {text("x"), Cell(true), whole(1000000), whole(2000), Cell(Decimal(1, 4)), Cell(123456.789), Cell(Edtf()), text("tab\there \x01"),
       text("RUS")}};
  return table;
}

Table empty_table() {
  Table table;
  table.id = "nothing";
  table.title = "No rows";
  table.sheet_name = "Nothing";
  table.columns = {column("id", "Id", Type::text, Role::key), measure("value", "Value", "", "USD", 0)};
  return table;
}

Table one_row_table() {
  Table table = empty_table();
  table.id = "single";
  table.title = "One row";
  table.sheet_name = "Single";
  table.rows = {{text("only"), Cell(Decimal(42, 0))}};
  return table;
}

Table large_table(std::int64_t rows, int columns) {
  Table table;
  table.id = "rows";
  table.title = "Many rows";
  table.sheet_name = "Rows";
  table.columns = {column("key", "Key", Type::text, Role::key)};
  for (int i = 0; i < columns; ++i) table.columns.push_back(measure("m" + std::to_string(i), "Measure " + std::to_string(i), "", "USD", 2));
  for (std::int64_t row = 0; row < rows; ++row) {
    std::vector<Cell> cells = {Cell("row " + std::to_string(row))};
    for (int i = 0; i < columns; ++i) cells.push_back((row + i) % 17 == 0 ? Cell(Missing::not_available) : money(row * 7919 + i));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace attache::host::check
