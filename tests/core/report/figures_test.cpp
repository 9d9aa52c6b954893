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
