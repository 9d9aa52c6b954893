#include <algorithm>
#include <cctype>

#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;
using report::RowKind;
using report::Section;

namespace {

/// Kazakhstan's exports to Russia in two years by chapter; the total is more than its chapters; imports have a confidential one.
dataset::Loaded with_products() {
  DatasetFolder folder;
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"], "defaults": {"as_of": "2015-10-16"}})");
  folder.table("releases", "id,dataset,source,currency\nr1,Annual,paper,USD\n");
  std::string rows = "id,release,reporter,partner,flow,frequency,period,classification,product,value,currency,multiplier,status,source\n";
  const auto add = [&](const char* flow, int year, const char* product, const char* value, const char* status = "") {
    std::string id = std::string(flow) + "-" + std::to_string(year) + "-" + product;
    std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    rows += id + ",r1,KAZ,RUS," + flow + ",A," + std::to_string(year) + ",HS," + product + "," + value + ",USD,0," + status + ",paper\n";
  };
  add("X", 2013, "TOTAL", "900000000"), add("X", 2013, "26", "400000000"), add("X", 2013, "72", "200000000");
  add("X", 2014, "TOTAL", "1000000000"), add("X", 2014, "27", "100000000"), add("X", 2014, "26", "300000000");
  add("X", 2014, "72", "500000000"), add("X", 2014, "7202", "450000000"), add("X", 2014, "2601", "300000000");
  add("M", 2013, "TOTAL", "2000000000"), add("M", 2014, "TOTAL", "1500000000"), add("M", 2014, "27", "700000000");
  add("M", 2014, "93", "", "Q");
  folder.table("flows", rows);
  return folder.load();
}

report::Document build_of(const std::string& name) {
  const auto loaded = with_products();
  REQUIRE_MESSAGE(loaded.dataset != nullptr, (loaded.problems.empty() ? std::string() : loaded.problems.front().message()));
  auto document = try_build(*loaded.dataset, name);
  REQUIRE_MESSAGE(document.has_value(), (document ? std::string() : document.error().message()));
  return std::move(*document);
}

const report::Table& table(const report::Document& document, const std::string& id) {
  const auto it = std::find_if(document.tables.begin(), document.tables.end(), [&](const report::Table& t) { return t.id == id; });
  REQUIRE_MESSAGE(it != document.tables.end(), id);
  return *it;
}

}  // namespace

TEST_CASE("products stand by size with growth, share, the rest and the total") {
  const auto document = build_of("trade-sheet");
  const auto& exports = table(document, "trade-products-exports");
  CHECK(exports.has_total);
  CHECK(exports.row_kind == std::vector<RowKind>{RowKind::body, RowKind::body, RowKind::body, RowKind::other, RowKind::total});
  const std::string text = dump(document);
  CAPTURE(text);
  CHECK(has(text, "| 72 | 1 | 500 | 150 | 50 "));
  CHECK(has(text, "| 26 | 2 | 300 | −25 | 30 "));
  CHECK(has(text, "| 27 | 3 | 100 | [z] | 10 "));
  CHECK(has(text, "| 93 | 2 | [c] |"));
  // four-digit codes are another level: never added to the chapters
  CHECK_FALSE(has(text, "7202"));
}

TEST_CASE("sections of the Harmonized System add their chapters") {
  const std::string text = dump(build_of("trade-sheet"));
  CAPTURE(text);
  CHECK(has(text, "| 5 | Mineral products | 400 | 700 | −300 "));
  CHECK(has(text, "| 15 | Base metals | 500 | [x] | [x] "));
  CHECK(has(text, "Without chapter 93 of the imports, whose value is not given."));
}

TEST_CASE("codes of two classifications are never mixed, chapter 00 is no animal, and only HS has sections") {
  const auto sheet = [](const std::string& rows) {
    DatasetFolder folder;
    folder.table("releases", "id,dataset,source,currency\nr1,Annual,paper,USD\n");
    folder.table("flows",
                 "id,release,reporter,partner,flow,frequency,period,classification,product,value,currency,multiplier,source\n"
                 "x,r1,KAZ,RUS,X,A,2014,HS,TOTAL,1000,USD,6,paper\nm,r1,KAZ,RUS,M,A,2014,HS,TOTAL,1000,USD,6,paper\n" +
                     rows);
    return dump(build_small(folder, "trade-sheet"));
  };
  const std::string sitc = "s27,r1,KAZ,RUS,X,A,2014,SITC,27,70,USD,6,paper\ns33,r1,KAZ,RUS,X,A,2014,SITC,33,900,USD,6,paper\n";
  const std::string both = sheet(
      "h27,r1,KAZ,RUS,X,A,2014,HS,27,500,USD,6,paper\nh72,r1,KAZ,RUS,X,A,2014,HS,72,300,USD,6,paper\n"
      "h00,r1,KAZ,RUS,X,A,2014,HS,00,5,USD,6,paper\n" +
      sitc);
  CAPTURE(both);
  CHECK(has(both, "| 27 | 1 | 500 "));
  CHECK_FALSE(has(both, "| 33 |"));
  CHECK(has(both, "| 5 | Mineral products | 500 "));
  CHECK_FALSE(has(both, "Live animals"));
  const std::string only_sitc = sheet(sitc);
  CHECK(has(only_sitc, "| 33 | 1 | 900 "));
  CHECK_FALSE(has(only_sitc, "Mineral products"));
}

TEST_CASE("the factsheet draws the largest products and prints a table each way") {
  const auto document = build_of("factsheet");
  int charts = 0;
  int tables = 0;
  for (const auto& block : std::get<Section>(document.root.data).children) {
    for (const auto& child : std::get<Section>(block.data).children) {
      if (const auto* chart = std::get_if<report::Chart>(&child.data); chart != nullptr && block.id == "chart-b") {
        ++charts;
        CHECK(chart->row_count == (child.id == "chart-chart-b-exports" ? 3 : 2));
        CHECK(chart->axis_unit == "million USD");
        CHECK(chart->series[0].kind == report::SeriesKind::bar);
        CHECK(has(chart->alt_text, child.id == "chart-chart-b-exports" ? "72" : "27"));
      }
      if (const auto* ref = std::get_if<report::TableRef>(&child.data); ref != nullptr && block.id == "products") {
        ++tables;
        CHECK(ref->max_rows == 10);
        CHECK(ref->left_out.empty());
      }
    }
  }
  CHECK(charts == 2);
  CHECK(tables == 2);
}
