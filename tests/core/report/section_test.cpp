#include <algorithm>
#include <set>

#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;
using report::Block;
using report::Section;

namespace {

const Section* section(const report::Document& document, const std::string& id) {
  for (const auto& block : std::get<Section>(document.root.data).children) {
    if (block.id == id) return &std::get<Section>(block.data);
  }
  return nullptr;
}

/// A report of one's own, written beside a dataset.
report::Document build_own(const dataset::Dataset& data, const TemporaryFolder& folder, const std::string& toml,
                           report::Request request = {}) {
  folder.write("own.toml", toml);
  auto document = try_build(data, folder.path() + "/own.toml", std::move(request));
  REQUIRE_MESSAGE(document.has_value(), (document ? std::string() : document.error().message()));
  return std::move(*document);
}

}  // namespace

TEST_CASE("planned sessions are printed as planned, and documents to be signed as not counted") {
  const std::string text = dump(build("chronology"));
  CHECK(
      has(text,
          "Session of the CIS Heads of State Council · Burabay (not certain) · V. Putin; chaired by Kazakhstan · planned, not confirmed"));
  CHECK(has(text, "number not stated"));
}

TEST_CASE("every printed figure has a citation") {
  for (const char* name : {"briefing", "trade-sheet", "factsheet", "extract"}) {
    CAPTURE(name);
    const auto document = build(name);
    for (const auto& block : std::get<Section>(document.root.data).children) {
      for (const auto& child : std::get<Section>(block.data).children) {
        const auto* figures = std::get_if<report::KeyFigures>(&child.data);
        if (figures == nullptr) continue;
        for (const auto& figure : figures->figures) {
          CAPTURE(figure.label);
          CHECK((figure.citation > 0) == figure.value.cell.present());
        }
      }
    }
    for (const auto& table : document.tables) {
      CAPTURE(table.id);
      const bool noted = std::any_of(table.note.begin(), table.note.end(), [](const report::Run& run) { return run.citation > 0; });
      const bool has_measure =
          std::any_of(table.columns.begin(), table.columns.end(), [](const report::Column& c) { return c.role == report::Role::measure; });
      const bool has_citation =
          std::any_of(table.columns.begin(), table.columns.end(), [](const report::Column& c) { return c.role == report::Role::citation; });
      if (has_measure) CHECK((noted || has_citation));
      for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    }
  }
}

TEST_CASE("ids of blocks, tables and sheets are unique") {
  for (const char* name : {"briefing", "trade-sheet", "factsheet", "chronology", "extract"}) {
    const auto document = build(name);
    std::set<std::string> ids;
    std::set<std::string> sheets;
    for (const auto& block : std::get<Section>(document.root.data).children) {
      CHECK(ids.insert(block.id).second);
      for (const auto& child : std::get<Section>(block.data).children) CHECK_MESSAGE(ids.insert(child.id).second, child.id);
    }
    for (const auto& table : document.tables) {
      CHECK_MESSAGE(sheets.insert(table.sheet_name).second, table.sheet_name);
      std::set<std::string> columns;
      std::set<std::string> heads;
      for (const auto& column : table.columns) {
        CHECK_MESSAGE(columns.insert(column.id).second, table.id, " ", column.id);
        CHECK_MESSAGE(heads.insert(column.group + "|" + column.title).second, table.id, " ", column.title);
      }
    }
  }
}

TEST_CASE("every decimal column fits 18 digits at the scale of its finest value") {
  for (const char* name : {"briefing", "trade-sheet", "factsheet", "extract"}) {
    for (const auto& table : build(name).tables) {
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        int scale = 0;
        for (const auto& row : table.rows) {
          if (const auto* value = std::get_if<Decimal>(&row[i].value)) scale = std::max(scale, value->scale());
        }
        for (const auto& row : table.rows) {
          const auto* value = std::get_if<Decimal>(&row[i].value);
          if (value == nullptr) continue;
          CHECK_MESSAGE(value->absolute() < Decimal::of(1).shifted(18 - scale), table.id, " ", table.columns[i].id, " ", value->text());
        }
      }
    }
  }
}

TEST_CASE("as of an earlier day nothing later is known") {
  report::Request request;
  request.as_of = "2014-12-31";
  const std::string text = dump(build("briefing", request));
  CHECK(has(text, "Data as of: 31 December 2014"));
  CHECK(has(text, "Turnover, 2014: 21.7 billion USD"));
  CHECK_FALSE(has(text, "June 2015"));
  CHECK_FALSE(has(text, "Burabay"));
  CHECK_FALSE(has(text, "rose by 3.2%"));
}

TEST_CASE("from the second's perspective its exports are the first's imports") {
  const TemporaryFolder folder;
  const auto document = build_own(
      kazakhstan_russia(), folder,
      "id = \"own\"\ntitle = \"Own\"\nplugin = \"csv\"\nperspective = \"second\"\n"
      "[[section]]\nuse = \"key-figures\"\nfigures = [\"exports\", \"imports\", \"balance\"]\n[[section]]\nuse = \"trade-annual\"\n");
  const std::string text = dump(document);
  CHECK(has(text, "Exports, January–June 2015: 5.2 billion USD"));
  CHECK(has(text, "Imports, January–June 2015: 2.3 billion USD"));
  CHECK(has(text, "Balance, January–June 2015: about 2.9 billion USD"));
  CHECK(has(text, "what Russia itself declares"));
}

TEST_CASE("a pair without trade builds what is left and says nothing it does not know") {
  report::Request request;
  request.pair = "KAZ-AFG";
  const auto document = build("briefing", request);
  CHECK(section(document, "trade-annual") == nullptr);
  CHECK(section(document, "claims") == nullptr);
  CHECK(section(document, "key-figures") == nullptr);
  CHECK_FALSE(has(dump(document), "Putin"));
}

TEST_CASE("a period of the request cuts the series") {
  report::Request request;
  request.period = "2010..2012";
  const std::string text = dump(build("factsheet", request));
  CHECK(has(text, "Period of the series: 2010–2012"));
  CHECK(has(text, "| 2010 |"));
  CHECK_FALSE(has(text, "| 2013 |"));
  request.period = "lately";
  const auto refused = try_build(kazakhstan_russia(), "factsheet", request);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::usage);
}

TEST_CASE("only one reporter's figures stand in the annual table, and the note says whose exports are meant") {
  const auto document = build("briefing");
  const auto& table =
      *std::find_if(document.tables.begin(), document.tables.end(), [](const report::Table& t) { return t.id == "trade-annual"; });
  CHECK(table.rows.size() == 12);
  std::string note;
  for (const auto& run : table.note) note += run.text;
  CHECK(has(note, "what Russia declares as its imports"));
  CHECK(has(note, "not compared"));
  for (const auto& row : table.rows) CHECK(std::get<Edtf>(row[0].value).end().year <= 2014);
}

TEST_CASE("with both reporters the mirror table compares them and a revised release lists its changes") {
  report::Request request;
  request.as_of = "2022-12-31";
  const std::string text = dump(build("trade-sheet", request));
  CHECK(has(text, "Kazakhstan → Russia"));
  CHECK(has(text, "revised"));
}

TEST_CASE("a restricted text is refused in a public document and printed in a marked one") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,bound,unit,multiplier,source\nt15,turnover,KAZ,RUS,2015-01/"
               "2015-06,7.5,exact,USD,9,paper\n");
  folder.table("texts", "id,block,language,audience,marking,body,review_by\nl1,lines-to-take,en,,,We traded **{{t15}}**.,2016-01-01\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.dataset != nullptr);
  report::Request request;
  const auto refused = try_build(*loaded.dataset, "briefing", request);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::usage);
  CHECK(has(refused.error().message(), "lines-to-take"));
  request.marking = "OFFICIAL";
  const auto document = try_build(*loaded.dataset, "briefing", request);
  REQUIRE(document.has_value());
  CHECK(has(dump(*document), "We traded 7.5 bn USD [1]."));
  CHECK(section(*document, "lines-to-take")->restricted);
}

TEST_CASE("a stale text is a warning, and an error when strict") {
  DatasetFolder folder;
  folder.table("texts", "id,block,language,audience,marking,body,review_by\nl1,lines-to-take,en,,,Hold the line.,2015-01-01\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.dataset != nullptr);
  report::Request request;
  request.marking = "OFFICIAL";
  request.as_of = "2015-10-16";
  const auto document = try_build(*loaded.dataset, "briefing", request);
  REQUIRE(document.has_value());
  REQUIRE(document->warnings.size() == 1);
  CHECK(has(document->warnings[0], "2015-01-01"));
  request.strict = true;
  const auto refused = try_build(*loaded.dataset, "briefing", request);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::data);
}

TEST_CASE("the section table prints any table of the dataset, filtered, and refuses a column that is not there") {
  const TemporaryFolder folder;
  const std::string head =
      "id = \"own\"\ntitle = \"Own\"\nplugin = \"csv\"\n[[section]]\nuse = \"table\"\ntitle = \"Cities\"\ntable = \"areas\"\n";
  const std::string text =
      dump(build_own(kazakhstan_russia(), folder, head + "columns = [\"id\", \"name@en\"]\nwhere = [\"kind=city\", \"parent=KAZ\"]\n"));
  CHECK(has(text, "| burabay | Burabay |"));
  CHECK_FALSE(has(text, "sochi"));
  folder.write("bad.toml", head + "columns = [\"nam@en\"]\n");
  const auto refused = try_build(kazakhstan_russia(), folder.path() + "/bad.toml");
  REQUIRE_FALSE(refused.has_value());
  CHECK(has(refused.error().message(), "'name@en'"));
}

TEST_CASE("a section with nothing to say is left out, and says so when it must stand") {
  const TemporaryFolder folder;
  const std::string head =
      "id = \"own\"\ntitle = \"Own\"\nplugin = \"csv\"\n[[section]]\nuse = \"cover\"\n[[section]]\nuse = \"trade-products\"\n";
  CHECK(section(build_own(kazakhstan_russia(), folder, head), "trade-products") == nullptr);
  CHECK(section(build_own(kazakhstan_russia(), folder, head + "when = \"always\"\n"), "trade-products") != nullptr);
}

TEST_CASE("the extract is one long table with the contract's column ids") {
  const auto document = build("extract");
  REQUIRE(document.tables.size() == 1);
  std::set<std::string> ids;
  for (const auto& column : document.tables[0].columns) ids.insert(column.id);
  for (const char* id : {"REF_AREA", "COUNTERPART_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS",
                         "CONF_STATUS", "flowCode", "cmdCode", "FREQ"})
    CHECK(ids.contains(id));
  CHECK(document.tables[0].rows.size() > 100);
}

TEST_CASE("the clock of the document is the day of the data unless the caller gives one") {
  CHECK(build("extract").source_date_epoch == 1444953600);  // 2015-10-16T00:00Z
  report::Request request;
  request.source_date_epoch = 7;
  CHECK(build("extract", request).source_date_epoch == 7);
}

TEST_CASE("the number of a key figure is in the unit beside it") {
  const auto document = build("briefing");
  const auto* figures = section(document, "key-figures");
  REQUIRE(figures != nullptr);
  for (const auto& figure : std::get<report::KeyFigures>(figures->children.front().data).figures) {
    CAPTURE(figure.label);
    const auto* value = std::get_if<Decimal>(&figure.value.cell.value);
    if (figure.label == "Turnover, January–June 2015") {
      CHECK(figure.unit == "billion USD");
      REQUIRE(value != nullptr);
      CHECK(value->text() == "7.5");
    }
    if (figure.label == "Turnover, 2014") CHECK(value->text() == "21.722");
    if (figure.label.starts_with("Students")) CHECK(value->text() == "20000");
    if (figure.label == "Investment") {
      CHECK(value == nullptr);
      CHECK(figure.value.printed == "[x]");
      CHECK(figure.note == "not available: no figure in this dataset");
    }
  }
}

TEST_CASE("the briefing keeps the most telling of long sections and says what it leaves out") {
  const auto document = build("briefing");
  const auto* claims = section(document, "claims");
  REQUIRE(claims != nullptr);
  const auto boxes = std::count_if(claims->children.begin(), claims->children.end(),
                                   [](const Block& b) { return std::holds_alternative<report::Conflict>(b.data); });
  CHECK(boxes == 2);
  CHECK(std::get<report::List>(claims->children[2].data).items.size() == 6);
  const auto* chronology = section(document, "chronology");
  REQUIRE(chronology != nullptr);
  const auto& entries = std::get<report::Timeline>(chronology->children.front().data).entries;
  CHECK(entries.size() == 6);
  CHECK(std::count_if(entries.begin(), entries.end(), [](const report::TimelineEntry& e) { return e.planned; }) == 2);
  const std::string text = dump(document);
  CHECK(has(text, "16 more entries are left out here; the report “chronology” has them all."));
  CHECK(has(text,
            "The claims on 6 matters are shortened to their figures here, those on 1 more are left out; the trade sheet has their words."));
  CHECK(has(text, "8 more are left out here; the trade sheet has them."));
  CHECK(has(text, "6 notes on how the sources were read are left out here; the trade sheet has them."));
  CHECK(has(text, "Wikipedia in Russian (mirror wiki-org.ru): Length of the Kazakhstan–Russia land border: 7,512.8 km ["));
  CHECK(has(text, "The figures range from 7,512.8 km to 7,591 km"));
  // and the trade sheet and the chronology do have it
  const std::string sheet = dump(build("trade-sheet"));
  for (const char* kept : {"Trend growth of turnover", "Протяжённость сухопутной границы", "“Our country” and “we” in the article"})
    CHECK(has(sheet, kept));
  CHECK(has(dump(build("chronology")), "Lecture of N. Nazarbayev at Moscow State University"));
}

TEST_CASE("paged documents print the beginning of the trace and say what is left out") {
  const auto document = build("trade-sheet");
  const auto* trace = section(document, "trace");
  REQUIRE(trace != nullptr);
  const auto& ref = std::get<report::TableRef>(trace->children.front().data);
  CHECK(ref.max_rows == 10);
  const auto rows = document.tables[ref.table].rows.size();
  CHECK(has(ref.left_out, document.language->integer(static_cast<std::int64_t>(rows) - 10, true)));
  CHECK(has(ref.left_out, "more figures are left out here; the spreadsheet and the trace file have all."));
}
