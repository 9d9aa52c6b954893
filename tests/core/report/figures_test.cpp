#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

TEST_CASE("trade of one area with everybody is not the pair's") {
  DatasetFolder folder;
  observe(folder,
          "all,turnover,KAZ,,2015-01/2015-09,58.2,exact,USD,9,,,\n"
          "pair,turnover,KAZ,RUS,2015-01/2015-06,7.5,exact,USD,9,,,\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CAPTURE(text);
  CHECK_FALSE(has(text, "58.2"));
  CHECK(has(text, "Turnover, January–June 2015: 7.5 billion USD"));
}

TEST_CASE("a figure of one area alone names the area") {
  DatasetFolder folder;
  folder.table("indicators", "id,name@en,unit\nturnover,Turnover,USD\ninvestment,Investment,USD\n");
  observe(folder, "gdp,investment,RUS,,2014,2060,exact,USD,9,,,\nt,turnover,KAZ,RUS,2014,21.0,exact,USD,9,,,\n");
  CHECK(has(dump(build_small(folder, "briefing")), "Investment (Russia), 2014: "));
}

TEST_CASE("a deprecated figure is no headline, however new") {
  DatasetFolder folder;
  observe(folder,
          "wrong,turnover,KAZ,RUS,2015-01/2015-08,99.9,exact,USD,9,,,deprecated\n"
          "right,turnover,KAZ,RUS,2015-01/2015-06,7.5,exact,USD,9,,,preferred\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CHECK_FALSE(has(text, "99.9"));
  CHECK(has(text, "7.5 bn USD"));
}

TEST_CASE("a forecast is marked in sentences as it is in tables") {
  DatasetFolder folder;
  observe(folder, "f,turnover,KAZ,RUS,2015-01/2015-08,9.9,exact,USD,9,,F,\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CHECK(has(text, "9.9 bn USD [f]"));
  CHECK(has(text, "[f] forecast"));
}

TEST_CASE("what is compared must be of one price basis, and the tile says why there is none") {
  DatasetFolder folder;
  observe(folder,
          "x,exports,KAZ,RUS,2015-01/2015-06,2.3,exact,USD,9,real,,\n"
          "m,imports,KAZ,RUS,2015-01/2015-06,5.2,exact,USD,9,nominal,,\n"
          "t,turnover,KAZ,RUS,2015-01/2015-06,7.5,exact,USD,9,nominal,,\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CHECK(has(text, "Balance, January–June 2015: [z] — not applicable: the figures it would be computed from are not comparable"));
  CHECK_FALSE(has(text, "−2.9"));
}

TEST_CASE("nobody is credited with a figure that he does not give, and declared parts stand beside a quoted turnover") {
  DatasetFolder folder;
  folder.table("sources", "id,type,publisher,title,published\npaper,news-item,The Paper,A story,2015-10-15\n");
  observe(folder, "t,turnover,KAZ,RUS,2014,26,exact,USD,9,,,\n");
  declare(folder, "KAZ,RUS,X,2014,9000,USD\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CAPTURE(text);
  CHECK(has(text, "Turnover, 2014: 26 billion USD — according to The Paper"));
  CHECK(has(text, "Exports, 2014: 9.0 billion USD — statistics of Kazakhstan"));
  CHECK(has(text, "Imports, 2014: [x] — not available: no figure in this dataset"));
}

TEST_CASE("the period of a figure that is about right is no part of its name") {
  CHECK(has(dump(build("briefing")), "Length of the state border, as of about January 2005: 7,591 km"));
}

namespace {

/// Observations of 2014 and before with their reporters, one a row: "id,indicator,period,value,reporter,source".
void quote(DatasetFolder& folder, const std::string& rows) {
  folder.table("sources",
               "id,type,publisher,title,published\npaper,news-item,The Paper,A story,2015-10-15\n"
               "yearbook,statistical-database,The Office,A yearbook,2015-06-01\n");
  std::string table = "id,indicator,period,value,reporter,source,area,counterpart,bound,unit,multiplier,rank\n";
  for (std::size_t from = 0; from < rows.size();) {
    const auto end = rows.find('\n', from);
    table += rows.substr(from, end - from) + ",KAZ,RUS,exact,USD,9,normal\n";
    from = end + 1;
  }
  folder.table("observations", table);
}

}  // namespace

TEST_CASE("figures of two reporters in one source do not meet, and each is credited to its own") {
  DatasetFolder folder;
  quote(folder, "t,turnover,2014,43.8,RUS,paper\nx,exports,2014,15.0,KAZ,paper\nm,imports,2014,15.2,KAZ,paper\n");
  const std::string text = dump(build_small(folder, "trade-sheet")) + dump(build_small(folder, "briefing"));
  CAPTURE(text);
  CHECK(has(text, "Turnover, 2014: 43.8 billion USD — statistics of Russia"));
  CHECK(has(text, "Exports, 2014: 15.0 billion USD — statistics of Kazakhstan"));
  CHECK(has(text, "Balance, 2014: about −200 million USD — statistics of Kazakhstan"));
  CHECK(has(text, "Turnover in 2014: 43.8 bn USD (statistics of Russia)"));
  CHECK(has(text, "exports cover about 99 % of imports (statistics of Kazakhstan)."));
  CHECK_FALSE(has(text, "−13.6"));  // no check of a sum over two reporters
}

TEST_CASE("figures of another source are shown as what they are, not denied") {
  DatasetFolder folder;
  quote(folder, "t,turnover,2014,43.8,RUS,paper\nx,exports,2014,15.0,KAZ,yearbook\nm,imports,2014,15.2,KAZ,yearbook\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CAPTURE(text);
  CHECK_FALSE(has(text, "no figure in this dataset"));
  CHECK(has(text, "Imports, 2014: 15.2 billion USD — statistics of Kazakhstan"));
}

TEST_CASE("exports of one reporter and imports of another have no balance, and it says why") {
  DatasetFolder folder;
  quote(folder, "x,exports,2014,15.0,KAZ,paper\nm,imports,2014,15.2,RUS,paper\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CAPTURE(text);
  CHECK(has(text, "Imports, 2014: 15.2 billion USD — statistics of Russia"));
  CHECK(has(text, "Balance, 2014: [z] — not applicable: the figures it would be computed from are not comparable"));
  CHECK_FALSE(has(text, "exports cover"));
}

TEST_CASE("a share of a turnover is of the same reporter's turnover") {
  DatasetFolder folder;
  folder.table("indicators", "id,name@en,unit\nturnover,Turnover,USD\nnear-border-turnover,Border trade,USD\n");
  quote(folder, "t,turnover,2014,20.0,RUS,paper\nb,near-border-turnover,2014,5.0,KAZ,paper\n");
  CHECK_FALSE(has(dump(build_small(folder, "trade-sheet")), "about 25.0 %"));
  quote(folder, "t,turnover,2014,20.0,KAZ,paper\nb,near-border-turnover,2014,5.0,KAZ,paper\n");
  const std::string text = dump(build_small(folder, "trade-sheet"));
  CAPTURE(text);
  CHECK(has(text, "about 25.0 %"));
}

TEST_CASE("a quoted figure grows on the year before in the same source and by the same reporter only") {
  DatasetFolder folder;
  quote(folder, "t,turnover,2014,22.0,KAZ,paper\nbefore,turnover,2013,20.0,KAZ,paper\n");
  CHECK(has(dump(build_small(folder, "briefing")), "on 2013"));
  CHECK(has(dump(build_small(folder, "trade-sheet")), "Growth of turnover on the year"));
  quote(folder, "t,turnover,2014,22.0,KAZ,paper\nbefore,turnover,2013,20.0,RUS,paper\n");
  CHECK_FALSE(has(dump(build_small(folder, "briefing")), "on 2013"));
}

TEST_CASE("the perspective's own figure beside the partner's has its source") {
  report::Request request;
  request.as_of = "2021-12-31";
  const auto document = build("briefing", request);
  CHECK(has(dump(document), "Kazakhstan itself: 24.6 bn USD ["));
}
