#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

namespace {

/// A report of one section that prints a table; `options` are further lines of it.
void report_of(DatasetFolder& folder, const std::string& table, const std::string& options = {}) {
  folder.file("reports/mine.toml",
              "id = \"mine\"\ntitle = \"Mine\"\nplugin = \"csv\"\n\n[[section]]\nuse = \"table\"\ntable = \"" + table + "\"\n" + options);
}

std::string printed(const DatasetFolder& folder, const std::string& as_of = "2015-10-16") {
  return dump(build_small(folder, "mine", as_of));
}

}  // namespace

TEST_CASE("a table with a restricted row is refused in a public document, whatever columns it prints") {
  DatasetFolder folder;
  folder.table("texts", "id,block,language,audience,marking,body\nt,lines,en,minister,RESTRICTED,Concede nothing.\n");
  report_of(folder, "texts", "columns = [\"body\"]\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.dataset != nullptr);
  report::Request request;
  const auto refused = try_build(*loaded.dataset, "mine", request);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::usage);
  CHECK(has(refused.error().message(), "is restricted and the document is marked 'PUBLIC'"));
  request.marking = "RESTRICTED";
  CHECK(try_build(*loaded.dataset, "mine", request).has_value());
}

TEST_CASE("a row that a condition leaves out does not make a document restricted") {
  DatasetFolder folder;
  folder.table(
      "texts",
      "id,block,language,audience,marking,body\nt,lines,en,minister,RESTRICTED,Concede nothing.\nu,facts,en,public,PUBLIC,All is well.\n");
  report_of(folder, "texts", "where = [\"marking=PUBLIC\"]\n");
  const std::string text = printed(folder);
  CHECK(has(text, "All is well."));
  CHECK_FALSE(has(text, "Concede"));
}

TEST_CASE("a table holds what is known on the day of the data, and all of it only when asked") {
  DatasetFolder folder;
  observe(folder,
          "early,turnover,KAZ,RUS,2014,21,exact,USD,9,,,\n"
          "late,turnover,KAZ,RUS,2019,22,exact,USD,9,,,\n");
  report_of(folder, "observations", "columns = [\"id\"]\n");
  CHECK(has(printed(folder), "early"));
  CHECK_FALSE(has(printed(folder), "late"));
  report_of(folder, "observations", "columns = [\"id\"]\nall = true\n");
  CHECK(has(printed(folder), "late"));
  CHECK(has(printed(folder), "The whole table: also rows known only after the day of the data"));
}

TEST_CASE("a table with areas holds the pair's rows") {
  DatasetFolder folder;
  folder.table("areas", "id,kind,iso3,name@en\nKAZ,country,KAZ,Kazakhstan\nRUS,country,RUS,Russia\nCHN,country,CHN,China\n");
  folder.without("memberships");
  observe(folder,
          "of-two,turnover,KAZ,RUS,2014,21,exact,USD,9,,,\nof-one,students,RUS,,2014,5,exact,persons,0,,,\n"
          "of-others,turnover,KAZ,CHN,2014,22,exact,USD,9,,,\n");
  report_of(folder, "observations", "columns = [\"id\"]\n");
  const std::string text = printed(folder);
  CHECK(has(text, "of-two"));
  CHECK(has(text, "of-one"));
  CHECK_FALSE(has(text, "of-others"));
}

TEST_CASE("an undated row of a table is known from the day its source was published") {
  DatasetFolder folder;
  folder.table("missions", "id,sender,host,type,name@en,source\nembassy,RUS,KAZ,embassy,Embassy of Russia,paper\n");
  report_of(folder, "missions", "columns = [\"id\"]\nwhen = \"always\"\n");
  CHECK(has(printed(folder, "2015-10-15"), "embassy"));
  CHECK_FALSE(has(printed(folder, "2015-10-14"), "embassy"));
}

TEST_CASE("a wide table lies across the page and takes the document's language") {
  DatasetFolder folder;
  folder.table("agents", "id,kind,name@en,name@ru,short_name@en,source\nputin,person,Vladimir Putin,Владимир Путин,V. Putin,paper\n");
  report_of(folder, "agents", "columns = [\"id\", \"name\"]\n");
  CHECK(has(printed(folder), "Vladimir Putin"));
  CHECK_FALSE(has(printed(folder), "Владимир"));
  const auto page = [](const report::Document& document) {
    return std::get<report::Section>(std::get<report::Section>(document.root.data).children.front().data).page;
  };
  CHECK(page(build_small(folder, "mine")) == report::PageHint::automatic);
  report_of(folder, "observations");
  observe(folder, "t,turnover,KAZ,RUS,2014,21,exact,USD,9,,,\n");
  CHECK(page(build_small(folder, "mine")) == report::PageHint::landscape);
}

TEST_CASE("a column that is nothing like any other is answered with those there are") {
  DatasetFolder folder;
  report_of(folder, "observations", "columns = [\"zzzzqqq\"]\n");
  observe(folder, "t,turnover,KAZ,RUS,2014,21,exact,USD,9,,,\n");
  const auto loaded = folder.load();
  const auto refused = try_build(*loaded.dataset, "mine");
  REQUIRE_FALSE(refused.has_value());
  CHECK(has(refused.error().message(), "no column 'zzzzqqq' in 'observations'; its columns are: id, indicator, area"));
}

TEST_CASE("a table that there cannot be is found when the report is checked") {
  DatasetFolder folder;
  report_of(folder, "observation");
  const auto problems = report::Definition::check(folder.path() + "/reports/mine.toml");
  REQUIRE(problems.size() == 1);
  CHECK(has(problems.front().message(), "'observation' is no choice of 'table'; did you mean 'observations'?"));
  for (const auto& entry : std::filesystem::directory_iterator(ATTACHE_SOURCE_DIR "/core/dataset/schema")) {
    if (entry.path().extension() != ".json") continue;
    report_of(folder, entry.path().stem().string());
    CHECK_MESSAGE(report::Definition::check(folder.path() + "/reports/mine.toml").empty(), entry.path().stem().string());
  }
}
