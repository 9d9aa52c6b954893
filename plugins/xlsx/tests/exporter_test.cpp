#include "exporter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "exported.hpp"
#include "support/sample_document.hpp"
#include "support/sample_tables.hpp"

using namespace attache::xlsx;
using attache::xlsx::test::Exported;
namespace report = attache::report;

namespace {

Exported exported(const std::string& name, report::Document document, const Options& options = {}) {
  auto book = test::export_to(name, std::move(document), options);
  REQUIRE_MESSAGE(book.has_value(), book.error().what);
  return *book;
}

const Exported& sample() {
  static const Exported book = exported("sample", attache::test::sample_document());
  return book;
}

report::Column measure(const std::string& id, report::Formula formula = {}) {
  report::Column column;
  column.id = id;
  column.title = id;
  column.unit = "million USD";
  column.type = report::Type::decimal;
  column.role = report::Role::measure;
  column.decimals = 1;
  column.total = formula.op == report::Formula::none ? report::Total::sum : report::Total::none;
  column.formula = formula;
  return column;
}

/// Three years with balance, coverage, growth and share, and a total.
report::Document computed() {
  report::Document document = attache::test::empty_document();
  report::Table table;
  table.id = "annual";
  table.title = "Trade by year";
  table.sheet_name = "Annual";
  report::Column year;
  year.id = "TIME_PERIOD";
  year.title = "Year";
  year.type = report::Type::date;
  year.role = report::Role::period;
  using F = report::Formula;
  table.columns = {year,
                   measure("X"),
                   measure("M"),
                   measure("balance", {F::difference, 1, 2, -1}),
                   measure("growth", {F::growth, 1, -1, -1}),
                   measure("share", {F::share, 1, -1, -1})};
  table.has_total = true;
  const auto money = [](std::int64_t value) { return report::Cell(attache::Decimal(value, 1)); };
  const auto exact = [](std::int64_t value) { return report::Cell(attache::Decimal(value, 6)); };
  const auto years = [](int y) { return report::Cell(attache::test::sample_date(y, 0, 0)); };
  table.rows = {{years(2012), money(1000), money(400), money(600), attache::text::Missing::not_applicable, exact(25'000'000)},
                {years(2013), money(2000), money(500), money(1500), exact(100'000'000), exact(50'000'000)},
                {years(2014), money(1000), money(700), money(300), exact(-50'000'000), exact(25'000'000)},
                {attache::text::Missing::blank, money(4000), money(1600), attache::text::Missing::blank, attache::text::Missing::blank,
                 exact(100'000'000)}};
  document.tables = {table};
  auto& root = std::get<report::Section>(document.root.data);
  root.children.push_back({"annual", report::TableRef{0, 0, {}}});
  report::Chart chart;
  chart.series = {{1, report::SeriesKind::column, 0, "X"}, {3, report::SeriesKind::line, 0, "Balance"}};
  chart.title = "Trade";
  chart.alt_text = "Exports rose and fell";
  root.children.push_back({"chart", chart});
  return document;
}

}  // namespace

TEST_CASE("cover, contents, notes, text, tables, sources: one sheet each, in this order") {
  const std::vector<std::string> expected = {"Cover",   "Contents", "Notes",    "Text",       "At a glance", "Trade by year", "Types",
                                             "Nothing", "Single",   "Politics", "Quotations", "Claims",      "Sources"};
  CHECK(sample().sheet_names == expected);
  for (const auto& [title, xml] : sample().sheets) {
    const std::string& name = title;  // clang's lambdas take no structured binding, and CAPTURE is one
    CAPTURE(name);
    CHECK(xml.find("mergeCell") == std::string::npos);
    CHECK(test::count(xml, "<tablePart ") <= 1);
    CHECK(xml.find("<c r=\"A1\"") != std::string::npos);
    CHECK(xml.find("pane=\"bottomRight\" activeCell") == std::string::npos);  // the cursor is in A1
    CHECK(xml.find("<selection activeCell") == std::string::npos);
  }
}

TEST_CASE("no row of a table sheet is blank") {
  for (const auto& [title, xml] : sample().sheets) {
    const std::string& name = title;  // clang's lambdas take no structured binding, and CAPTURE is one
    CAPTURE(name);
    int row = 0;
    for (std::size_t at = 0; (at = xml.find("<row r=\"", at)) != std::string::npos; ++at) CHECK(std::atoi(xml.c_str() + at + 8) == ++row);
  }
}

TEST_CASE("numbers are numbers in the unit of the head, with a number format") {
  CHECK(test::cell_value(sample(), "Trade by year", "C5") == "6747.00000099");
  CHECK(test::cell_value(sample(), "Trade by year", "C4") == "Exports – Value (million USD)");
  CHECK(sample().parts.at("xl/styles.xml").find("#,##0.0") != std::string::npos);
  CHECK(test::cell_value(sample(), "Types", "E5") == "-1234567.89");
  CHECK(test::cell_value(sample(), "Types", "F10") == "123456.789");
}

TEST_CASE("codes stay text, with their leading zeros and without marks") {
  CHECK(test::cell_value(sample(), "Types", "A5") == "0101");
  CHECK(test::cell_xml(sample().sheets.at("Types"), "A5").find("t=\"s\"") != std::string::npos);
  CHECK(sample().sheets.at("Types").find("numberStoredAsText=\"1\"") != std::string::npos);
}

TEST_CASE("years are numbers, mixed dates are text in one column") {
  CHECK(test::cell_value(sample(), "Trade by year", "A5") == "2012");
  CHECK(test::cell_xml(sample().sheets.at("Trade by year"), "A5").find("t=\"s\"") == std::string::npos);
  CHECK(test::cell_value(sample(), "Types", "G5") == "2015-10-14");
  CHECK(test::cell_value(sample(), "Types", "G6") == "1994-03~");
  CHECK(test::cell_value(sample(), "Types", "G8") == "2015-01/2015-06");
}

TEST_CASE("an empty cell says why in the same row") {
  CHECK(test::cell_value(sample(), "Trade by year", "I4") == "Why cells are empty");
  CHECK(test::cell_value(sample(), "Trade by year", "I5") ==
        "Exports – Growth (%): not applicable [z]; Imports – Value (million USD): confidential [c]");
  CHECK(test::cell_value(sample(), "Trade by year", "I6").empty());
}

TEST_CASE("notes stand in the notes sheet and their marks in titles") {
  const std::string title = test::cell_value(sample(), "Trade by year", "A1");
  CHECK(title.find("[note 2]") != std::string::npos);
  CHECK(test::cell_value(sample(), "Notes", "A6") == "[note 2]");
  CHECK(test::cell_value(sample(), "Notes", "B6") == "Mirror data for 2012. [1]");
  CHECK(sample().sheets.at("Notes").find("location=\"&apos;Trade by year&apos;!A1\"") +
            sample().sheets.at("Notes").find("location=\"'Trade by year'!A1\"") !=
        2 * std::string::npos);
}

TEST_CASE("contents lead to every sheet and every table sheet leads back; citations lead to sources") {
  const std::string& contents = sample().sheets.at("Contents");
  for (const std::string& name : sample().sheet_names) {
    if (name != "Contents") CHECK_MESSAGE(contents.find("location=\"'" + name + "'!A1\"") != std::string::npos, name);
    if (name != "Cover" && name != "Contents")
      CHECK_MESSAGE(sample().sheets.at(name).find("location=\"'Contents'!A1\"") != std::string::npos, name);
  }
  CHECK(sample().sheets.at("Trade by year").find("<hyperlink ref=\"H5\" location=\"'Sources'!A5\"") != std::string::npos);
  CHECK(test::cell_value(sample(), "Trade by year", "H5") == "1");
  CHECK(sample().sheets.at("Sources").find("r:id") != std::string::npos);  // the outward address
}

TEST_CASE("a chart has its alt text, both its kinds and a second axis") {
  const std::string& chart = sample().parts.at("xl/charts/chart1.xml");
  CHECK(chart.find("<c:lineChart>") != std::string::npos);
  CHECK(test::count(chart, "<c:valAx>") == 2);
  CHECK(sample().parts.at("xl/drawings/drawing1.xml").find("descr=\"Columns of exports from 2012 to 2015 and a line of their growth\"") !=
        std::string::npos);
  CHECK(chart.find("<c:min val=\"0\"/>") != std::string::npos);
}

TEST_CASE("hostile texts survive as they are") {
  const auto has = [](const std::string& text) {
    return std::find(sample().strings.begin(), sample().strings.end(), text) != sample().strings.end();
  };
  CHECK(has("=1+1"));
  CHECK(has("• +SUM(A1:A9), -2+3, @cmd"));
  CHECK(has("• <b>&amp;</b> %s %n {0} ${HOME}"));
  CHECK(has("• עברית وعربية next to Latin"));
}

TEST_CASE("computed columns are live formulas that remember their values") {
  const Exported book = exported("computed", computed());
  CHECK(test::formula_of(book, "Annual", "D5") == "B5-C5");
  CHECK(test::cell_value(book, "Annual", "D5") == "60");
  CHECK(test::formula_of(book, "Annual", "E5").empty());
  CHECK(test::formula_of(book, "Annual", "E6") == "100*(B6/INDEX(B$5:B$7,MATCH(2012,A$5:A$7,0))-1)");
  CHECK(test::cell_value(book, "Annual", "E6") == "100");
  CHECK(test::formula_of(book, "Annual", "F6") == "100*B6/B$8");
  CHECK(test::formula_of(book, "Annual", "B8") == "SUBTOTAL(109,B5:B7)");
  CHECK(test::cell_value(book, "Annual", "B8") == "400");
  const std::string& chart = book.parts.at("xl/charts/chart1.xml");
  CHECK(chart.find("<c:pt idx=\"1\"><c:v>150</c:v></c:pt>") != std::string::npos);  // of a column of formulas
  CHECK(test::between(book.parts.at("xl/tables/table2.xml"), "ref=\"", "\"") == "A4:G7");
}

TEST_CASE("a single figure stands in the unit beside it, its words in their own column") {
  report::Document document = attache::test::empty_document();
  report::KeyFigure turnover;
  turnover.label = "Turnover";
  turnover.unit = "billion USD";
  turnover.value = {report::Cell(attache::Decimal(74'996, 4)), "", "about 7.5"};
  report::KeyFigure deficit = turnover;
  deficit.label = "Balance";
  deficit.value = {report::Cell(attache::Decimal(-29'041, 1)), "", "\u22122,904.1"};
  report::KeyFigure strange = turnover;
  strange.label = "Strange";
  strange.value = {report::Cell(attache::Decimal(12, 0)), "", "a dozen"};
  std::get<report::Section>(document.root.data).children.push_back({"figures", report::KeyFigures{{turnover, deficit, strange}}});
  const Exported book = exported("figures", document);
  CHECK(test::cell_value(book, "Key figures", "B5") == "7.4996");
  CHECK(test::cell_value(book, "Key figures", "D5") == "about 7.5");
  CHECK(test::cell_value(book, "Key figures", "B6") == "-2904.1");
  CHECK(test::cell_value(book, "Key figures", "D6").empty());
  CHECK(test::cell_value(book, "Key figures", "B7") == "12");
  CHECK(test::cell_value(book, "Key figures", "D7") == "a dozen");
}

TEST_CASE("a column with texts longer than a cell is named once, and the workbook is made") {
  report::Document document = computed();
  report::Column remark;
  remark.id = remark.title = "Remark";
  report::Table& table = document.tables.front();
  table.columns.push_back(remark);
  std::string escapes;
  for (int i = 0; i < 4681; ++i) escapes += "_x0041_";
  for (auto& row : table.rows) row.push_back({report::Cell(escapes)});
  const Exported book = exported("long-text", document);
  const auto told = [](const std::string& w) { return w.find("'Remark'") != std::string::npos && w.find("32,767") != std::string::npos; };
  CHECK(std::count_if(book.warnings.begin(), book.warnings.end(), told) == 1);
}

TEST_CASE("a status column that says nothing is left out, and formulas and charts still find their columns") {
  report::Document document = computed();
  report::Table& table = document.tables[0];
  report::Column status;
  status.id = "OBS_STATUS";
  status.title = "Status";
  status.role = report::Role::status;
  table.columns.insert(table.columns.begin() + 1, status);
  for (auto& row : table.rows) row.insert(row.begin() + 1, report::Cell(attache::text::Missing::blank));
  for (auto& column : table.columns) {
    for (int* operand : {&column.formula.a, &column.formula.b}) *operand += *operand >= 1 ? 1 : 0;
  }
  auto& chart = std::get<report::Chart>(std::get<report::Section>(document.root.data).children.back().data);
  for (auto& series : chart.series) ++series.column;
  const Exported with = exported("no-status", document);
  const Exported without = exported("computed", computed());
  CHECK(with.sheets.at("Annual") == without.sheets.at("Annual"));
  CHECK(with.parts.at("xl/charts/chart1.xml") == without.parts.at("xl/charts/chart1.xml"));
}

TEST_CASE("the cover says each fact once, as label and value") {
  CHECK(test::cell_value(sample(), "Cover", "A4") == "Countries");
  CHECK(test::cell_value(sample(), "Cover", "B4") == "Kazakhstan – Russia");
  CHECK(test::cell_value(sample(), "Cover", "B5") == "Kazakhstan");
}

TEST_CASE("options leave formulas and charts out") {
  Options options;
  options.formulas = false;
  options.charts = false;
  options.look = TableLook::none;
  const Exported book = exported("plain", computed(), options);
  for (const auto& [title, xml] : book.sheets) {
    const std::string& name = title;
    CHECK_MESSAGE(xml.find("<f>") == std::string::npos, name);
  }
  CHECK(book.parts.count("xl/charts/chart1.xml") == 0);
  CHECK(test::cell_value(book, "Annual", "B8") == "400");
}

TEST_CASE("a table that does not fit continues on another sheet") {
  Options options;
  options.rows_per_sheet = 105;
  const Exported book = exported("long", attache::test::large_document(250, 2), options);
  CHECK(std::count(book.sheet_names.begin(), book.sheet_names.end(), "Rows (2)") == 1);
  CHECK(std::count(book.sheet_names.begin(), book.sheet_names.end(), "Rows (3)") == 1);
  CHECK(test::cell_value(book, "Rows", "A5") == "row 0");
  CHECK(test::cell_value(book, "Rows", "A104") == "row 99");
  CHECK(test::cell_value(book, "Rows (2)", "A5") == "row 100");
  CHECK(test::cell_value(book, "Rows (3)", "A54") == "row 249");
}

TEST_CASE("sums in the sheet equal sums of the data") {
  const auto document = attache::test::large_document(500, 5);
  double data = 0;
  for (const auto& row : document.tables[0].rows) {
    for (const auto& cell : row) {
      if (const auto* value = std::get_if<attache::Decimal>(&cell.value)) data += value->to_double();
    }
  }
  const Exported book = exported("sums", document);
  double sheet = 0;
  for (int row = 5; row < 505; ++row) {
    for (const char column : {'B', 'C', 'D', 'E', 'F'}) {
      const std::string value = test::cell_value(book, "Rows", column + std::to_string(row));
      if (!value.empty()) sheet += std::strtod(value.c_str(), nullptr);
    }
  }
  CHECK(sheet == doctest::Approx(data).epsilon(1e-12));
  CHECK(data != 0);
}

TEST_CASE("an empty document is a cover and a list of contents") {
  const Exported book = exported("empty", attache::test::empty_document());
  CHECK(book.sheet_names == std::vector<std::string>{"Cover", "Contents"});
  CHECK(test::cell_value(book, "Cover", "A1") == "Nothing to report");
}

TEST_CASE("two exports of one document are the same bytes") {
  const Exported again = exported("again", attache::test::sample_document());
  CHECK(again.bytes == sample().bytes);
}

TEST_CASE("numbers a spreadsheet cannot keep are said") {
  const auto told = [](const std::string& warning) { return warning.find("more than 15 digits") != std::string::npos; };
  CHECK(std::count_if(sample().warnings.begin(), sample().warnings.end(), told) == 1);
}

TEST_CASE("a code in the status column beside an empty cell is no reason in words: both stand there") {
  report::Document document = computed();
  report::Table& table = document.tables[0];
  report::Column status;
  status.id = "OBS_STATUS";
  status.title = "Status";
  status.role = report::Role::status;
  table.columns.push_back(status);
  table.columns[1].status_column = static_cast<int>(table.columns.size()) - 1;
  for (auto& row : table.rows) row.push_back(report::Cell(std::string("A")));
  table.rows[0][1] = report::Cell(attache::text::Missing::not_available);
  table.rows[0].back() = report::Cell(std::string("O"));
  const Exported book = exported("status-o", document);
  bool is_told = false;
  for (char column = 'A'; column <= 'Z'; ++column)
    is_told = is_told || test::cell_value(book, "Annual", std::string(1, column) + "5").find("not available [x]") != std::string::npos;
  CHECK(is_told);
}
