#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

namespace {

/// The lines of a section of the dump.
std::string section(const std::string& text, const std::string& id) {
  const auto head = text.find("{" + id + "}");
  return head == std::string::npos ? std::string() : text.substr(head, text.find("\n# ", head) - head);
}

std::string sentences(const std::string& text) { return text.substr(0, text.find("\n|")); }

}  // namespace

TEST_CASE("figures of two currencies never meet in a table, a sentence or a growth") {
  DatasetFolder folder;
  declare(folder,
          "KAZ,RUS,X,2012,100,USD\nKAZ,RUS,M,2012,200,USD\nKAZ,RUS,X,2013,110,USD\nKAZ,RUS,M,2013,210,USD\n"
          "KAZ,RUS,X,2014,9000,EUR\nKAZ,RUS,M,2014,300,USD\n");
  const auto document = build_small(folder, "briefing");
  const std::string text = dump(document);
  CAPTURE(text);
  REQUIRE(document.warnings.size() == 1);
  CHECK(has(document.warnings[0], "flow 'f5' is in EUR, the newest of their series in USD"));
  CHECK(has(text, "| 2014 | [z] | [z] | 300 |"));
  CHECK(has(text, "For 2014 exports are given in EUR and not compared."));
  CHECK_FALSE(has(text, "9,000"));
  const std::string prose = sentences(section(text, "trade-annual"));
  CHECK_FALSE(has(prose, "[z]"));
  CHECK_FALSE(has(prose, "zero"));
  CHECK_FALSE(has(section(text, "summary"), "[z]"));
}

TEST_CASE("partners in another currency are left out of the ranking with a warning") {
  DatasetFolder folder;
  folder.table("areas", "id,kind,iso3,name@en\nKAZ,country,KAZ,Kazakhstan\nRUS,country,RUS,Russia\nCHN,country,CHN,China\n");
  declare(folder, "KAZ,RUS,X,2014,100,USD\nKAZ,RUS,M,2014,200,USD\nKAZ,CHN,X,2014,9000,EUR\nKAZ,CHN,M,2014,9000,EUR\n");
  const auto document = build_small(folder, "trade-sheet");
  CHECK(has(section(dump(document), "partners"), "| China | [z] | [x] | [z] | [x] | [z] "));
  CHECK(std::any_of(document.warnings.begin(), document.warnings.end(),
                    [](const std::string& w) { return has(w, "partners: KAZ with CHN is in EUR, the others in USD"); }));
}

TEST_CASE("a month, a year and a turnover that are not over on the day of the data are not known") {
  DatasetFolder folder;
  observe(folder, "t,turnover,KAZ,RUS,2015-10,9.9,exact,USD,9,,,\n");
  declare(folder,
          "KAZ,RUS,X,2013,100,USD\nKAZ,RUS,M,2013,200,USD\nKAZ,RUS,X,2015,777,USD\nKAZ,RUS,M,2015,777,USD\n"
          "KAZ,RUS,X,2015-09,11,USD\nKAZ,RUS,X,2015-10,666,USD\n");
  const std::string text = dump(build_small(folder, "trade-sheet"));
  CAPTURE(text);
  CHECK(has(text, "September 2015 |"));
  for (const char* later : {"9.9", "777", "666"}) CHECK_FALSE(has(text, later));
  CHECK(has(dump(build_small(folder, "trade-sheet", "2015-10-31")), "666"));
}

TEST_CASE("the course of turnover names peak and trough, and the last verb goes the way of the last change") {
  report::Request request;
  request.as_of = "2026-01-01";
  CHECK(has(dump(build("briefing", request)),
            "Turnover rose from 15.1 bn USD in 2010 to 25.8 bn USD in 2012, fell to 13.3 bn USD in 2016 and rose to 25.6 bn USD in 2021 "
            "(+33.6 % on 2020)."));
  CHECK(has(dump(build("briefing")), "fell to 12.8 bn USD in 2009, rose to 25.8 bn USD in 2012 and fell to 21.7 bn USD in 2014"));
  DatasetFolder folder;
  declare(folder,
          "KAZ,RUS,X,2012,5000,USD\nKAZ,RUS,M,2012,5000,USD\nKAZ,RUS,X,2013,2000,USD\nKAZ,RUS,M,2013,2000,USD\n"
          "KAZ,RUS,X,2014,2050,USD\nKAZ,RUS,M,2014,2050,USD\n");
  CHECK(has(dump(build_small(folder, "briefing")), "fell from 10.0 bn USD in 2012 to 4.0 bn USD in 2013 and rose to 4.1 bn USD in 2014 ("));
}

TEST_CASE("where the partner's series is longer, the newest own figure stands beside it") {
  report::Request request;
  request.as_of = "2026-01-01";
  const std::string text = dump(build("briefing", request));
  CHECK(has(text, "By statistics of Kazakhstan itself turnover in 2021 was 24.6 bn USD."));
  CHECK(has(text, "25.6 billion USD (+33.6 % on 2020) — statistics of Russia; Kazakhstan itself: 24.6 bn USD"));
  CHECK(has(text,
            "The statistics of Kazakhstan itself hold too few of these years for the series; for 2021 they give exports of 7.0 bn USD"));
  CHECK_FALSE(has(dump(build("briefing")), "itself hold too few"));
}

TEST_CASE("a rate is printed with as many digits in a sentence as in its table") {
  DatasetFolder folder;
  declare(folder,
          "KAZ,RUS,X,2012,10,USD\nKAZ,RUS,M,2012,20,USD\nKAZ,RUS,X,2013,66123,USD\nKAZ,RUS,M,2013,100187,USD\n"
          "KAZ,RUS,X,2014,66100,USD\nKAZ,RUS,M,2014,100150,USD\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CAPTURE(text);
  CHECK(has(text, "exports covered 66 % of imports"));
  CHECK(has(text, "| 2014 | 66,100 | 0* | 100,150 | 0* | 166,250 | 0* | −34,050 | 66 "));
}
