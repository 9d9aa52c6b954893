// Documents whose cells hold what no spreadsheet example has: nothing, extremes, dates without a day.
#include <cstdint>
#include <limits>

#include "host/src/check/documents.hpp"
#include "host/src/check/sample_tables.hpp"

namespace attache::host::check {
namespace {

using report::Cell;
using report::Missing;
using report::Role;
using report::Type;

report::Column column(std::string id, Type type, Role role) {
  report::Column made;
  made.title = id;
  made.id = std::move(id);
  made.type = type;
  made.role = role;
  return made;
}

/// Columns of counts and a line of the ratios in column 4.
report::Chart count_and_ratio(std::uint32_t count_column, std::string title, std::string alt_text) {
  report::Chart chart;
  chart.table = 0;
  chart.category_column = 0;
  chart.series = {{count_column, report::SeriesKind::column, 0, "Count"}, {4, report::SeriesKind::line, 1, "Ratio"}};
  chart.title = std::move(title);
  chart.alt_text = std::move(alt_text);
  return chart;
}

report::Document shown(std::string title, report::Table table, report::Blocks blocks) {
  blocks.push_back({"values-table", report::TableRef{0, 0, {}}});
  return document_of(std::move(title), std::move(blocks), {std::move(table)});
}

}  // namespace

report::Document missing_document() {
  report::Table table;
  table.id = "missing";
  table.title = "Nothing is known";
  table.sheet_name = "Missing";
  table.columns = {column("key", Type::text, Role::key),          column("flag", Type::boolean, Role::other),
                   column("count", Type::integer, Role::measure), column("amount", Type::decimal, Role::measure),
                   column("ratio", Type::real, Role::measure),    column("when", Type::date, Role::period),
                   column("name", Type::text, Role::label),       column("area", Type::dictionary, Role::area)};
  const std::vector<Missing> kinds = {Missing::not_available, Missing::not_applicable, Missing::confidential, Missing::not_collected,
                                      Missing::blank};
  for (const Missing why : kinds) table.rows.emplace_back(table.columns.size(), Cell(why));
  report::KeyFigures figures;
  for (const Missing why : kinds) {
    report::KeyFigure figure;
    figure.label = "Unknown";
    figure.value = {Cell(why), "", "[x]"};
    figure.previous = report::Figure{Cell(why), "", ""};
    figure.change = report::Figure{Cell(why), "", ""};
    figures.figures.push_back(std::move(figure));
  }
  report::Blocks blocks;
  blocks.push_back({"figures", std::move(figures)});
  blocks.push_back({"chart", count_and_ratio(2, "A chart of nothing", "Nothing is drawn")});
  return shown("Nothing is known", std::move(table), std::move(blocks));
}

report::Document numbers_document() {
  report::Table table;
  table.id = "numbers";
  table.title = "Extreme numbers";
  table.sheet_name = "Numbers";
  table.columns = {column("key", Type::text, Role::key), column("count", Type::integer, Role::measure),
                   column("amount", Type::decimal, Role::measure), column("tiny", Type::decimal, Role::measure),
                   column("ratio", Type::real, Role::measure)};
  table.columns[2].magnitude = 9;
  table.columns[2].decimals = 0;
  table.columns[3].decimals = 18;
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  using Real = std::numeric_limits<double>;
  table.rows = {{Cell(std::string("most")), Cell(most), Cell(Decimal(most, 0)), Cell(Decimal(1, 18)), Cell(Real::max())},
                {Cell(std::string("least")), Cell(least), Cell(Decimal(least + 1, 0)), Cell(Decimal(-1, 18)), Cell(Real::lowest())},
                {Cell(std::string("tiny")), Cell(std::int64_t{-1}), Cell(Decimal(-1, 0)), Cell(Decimal(0, 18)), Cell(Real::denorm_min())},
                {Cell(std::string("zero")), Cell(std::int64_t{0}), Cell(Decimal(0, 0)), Cell(Decimal(5, 1)), Cell(-0.0)}};
  report::Blocks blocks;
  blocks.push_back({"chart", count_and_ratio(1, "A chart of extremes", "Extremes")});
  return shown("Extreme numbers", std::move(table), std::move(blocks));
}

report::Document dates_document() {
  report::Table table;
  table.id = "dates";
  table.title = "Odd dates";
  table.sheet_name = "Dates";
  table.columns = {column("key", Type::text, Role::key), column("when", Type::date, Role::period)};
  Date season = sample_point(2015, 0, 0);
  season.month = 23;
  season.precision = Date::Precision::month;
  Date doubted = sample_point(1994, 3, 25);
  doubted.approximate = doubted.uncertain = true;
  const std::vector<Edtf> dates = {Edtf(),
                                   sample_date(1, 1, 1),
                                   sample_date(0, 0, 0),
                                   sample_date(-4712, 1, 1),
                                   sample_date(9999, 12, 31),
                                   sample_date(1899, 12, 31),
                                   sample_date(1900, 2, 28),
                                   sample_date(2016, 2, 29),
                                   Edtf(season),
                                   Edtf(doubted),
                                   Edtf(sample_point(2015, 1, 0), Date{}),
                                   Edtf(Date{}, sample_point(1991, 12, 26)),
                                   Edtf(sample_point(1992, 0, 0), sample_point(2015, 10, 14))};
  report::Timeline timeline;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    table.rows.push_back({Cell(std::to_string(i)), Cell(dates[i])});
    report::TimelineEntry entry;
    entry.date = dates[i];
    entry.printed_date = dates[i].is_undated() ? "undated" : dates[i].text();
    entry.title = "Event " + std::to_string(i);
    timeline.entries.push_back(std::move(entry));
  }
  report::Blocks blocks;
  blocks.push_back({"timeline", std::move(timeline)});
  return shown("Odd dates", std::move(table), std::move(blocks));
}

}  // namespace attache::host::check
