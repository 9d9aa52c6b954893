#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "dataset/checks.hpp"
#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

TEST_CASE("ten planted errors of different kinds are all reported with their positions") {
  DatasetFolder folder;
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"], "defaults": {"as_of": "2015-10-16"}})");
  folder.table("events",
               "id,type,status,date,place,outcome_status,source,agendaa@en,title@en\n"  // 1 a misspelt column
               "visit,visit,held,2015-02-30,KAZ,,paper,,T\n"                            // 2 a day there is not
               "session,session,planned,2015-10-16,KAZ,held,paper,,T\n"                 // 3 planned, yet held
               "talks,meetin,held,,KAZ,,paper,,T\n");                                   // 4 a code that is not in the list
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,multiplier,status,source\n"
               "t,turnover,KAZ,RUS,2015,7.5,9,,paper\n"  // 5 not the sum
               "x,exports,KAZ,RUS,2015,2.3,9,,paper\n"
               "m,imports,KAZ,RUS,2015,5.9,9,,paper\n"
               "s,students,KAZ,RUS,2015,\"20,000\",,,paper\n"  // 6 no decimal
               "q,students,RUS,KAZ,2015,5,,Q,papre\n");        // 7 suppressed, yet there; 8 no such source
  folder.table("claims",
               "id,kind,subject,source,contradicts\n"
               "growth,growth,Trade,paper,\n");  // 9 nowhere in the source
  folder.table("texts",
               "id,block,language,body\n"
               "summary,summary,en,\"Trade was {{turnovr}} in 2015\n");  // 10 a quote that is not closed; 11 no observation
  CHECK(folder.places() == Texts{"claims.csv:2:1 citation", "events.csv:1:49 column", "events.csv:2:18 edtf",
                                 "events.csv:3:40 planned-outcome", "events.csv:4:7 enum", "observations.csv:2:25 turnover-sum",
                                 "observations.csv:5:25 decimal", "observations.csv:6:25 value-of-missing",
                                 "observations.csv:6:30 foreign-key", "texts.csv:2:20 csv", "texts.csv:2:20 placeholder"});
  const auto loaded = folder.load();
  CHECK(loaded.dataset == nullptr);
  for (const Problem& problem : loaded.problems) {
    CHECK(problem.failure == Failure::data);
    CHECK_FALSE(problem.what.empty());
    CHECK_FALSE(problem.next.empty());
    CHECK_FALSE(problem.where.field.empty() == (problem.rule != "csv"));
  }
}

TEST_CASE("a sound dataset has no problems and every row its place") {
  const DatasetFolder folder;
  const auto loaded = folder.load();
  CHECK(loaded.problems.empty());
  REQUIRE(loaded.dataset != nullptr);
  CHECK(loaded.dataset->areas.size() == 3);
  CHECK(loaded.dataset->areas[1].at.text() == folder.path() + "/areas.csv:3:1");
  REQUIRE(loaded.tables.size() == 5);
  CHECK(loaded.tables[1].name == "areas");
  CHECK(loaded.tables[1].rows == 3);
}

TEST_CASE("warnings leave a dataset usable") {
  DatasetFolder folder;
  folder.table("events", "id,type,status,date,place,source,title@en\nv,visit,held,1980,KAZ,paper,T\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].severity == Severity::warning);
  CHECK(loaded.dataset != nullptr);
}

TEST_CASE("rules have ids of their own") {
  std::set<std::string_view> ids;
  for (const dataset::Rule& rule : dataset::rules()) {
    CHECK_MESSAGE(ids.insert(rule.id).second, rule.id);
    CHECK_FALSE(rule.summary.empty());
  }
}
