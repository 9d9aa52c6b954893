#include "cell_table.hpp"

#include <doctest/doctest.h>

#include "pattern_words.hpp"
#include "schema.hpp"
#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

TEST_CASE("columns may stand in any order and optional ones may be absent") {
  DatasetFolder folder;
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"], "defaults": {"language": "ru"}})");
  folder.table("events", "status,title@ru,source,type,id\nheld,Визит,paper,visit,v1\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.problems.empty());
  REQUIRE(loaded.dataset->events.size() == 1);
  const dataset::Event& event = loaded.dataset->events[0];
  CHECK(event.id == "v1");
  CHECK(event.type == "visit");
  CHECK(event.status == "held");
  CHECK(event.at.line == 2);
}

TEST_CASE("a misspelt, doubled or missing column is an error with a suggestion") {
  DatasetFolder folder;
  folder.table("events", "id,type,source,titel@en,grade,grade,title,place@en,colour\n");
  const auto loaded = folder.load();
  Texts next;
  for (const Problem& problem : loaded.problems) next.push_back(problem.what + "; " + problem.next);
  CHECK(next == Texts{"the table events lacks the column 'status'; add it to the first line",
                      "the table events lacks the column 'title@en'; add it to the first line",
                      "no column 'titel@en' in the table events; did you mean 'title@en'?", "a second column 'grade'; delete one of them",
                      "no column 'title' in the table events; call it title@en", "no column 'place@en' in the table events; call it place",
                      "no column 'colour' in the table events; delete it, or keep what it says in note"});
  CHECK(folder.places()[2] == "events.csv:1:16 column");
}

TEST_CASE("constraints of the schema are checked in every cell") {
  DatasetFolder folder;
  folder.table("events",
               "id,type,status,source,ordinal,outcome_count,title@en\n"
               "v1,visitt,held,paper,0,,T\n"
               "v1,visit,,paper,1.5,-1,T\n"
               "V 2,visit,held,,x,,T\n");
  CHECK(folder.places() == Texts{"events.csv:2:4 enum", "events.csv:2:22 range", "events.csv:3:1 unique", "events.csv:3:10 required",
                                 "events.csv:3:17 type", "events.csv:3:21 range", "events.csv:4:1 pattern", "events.csv:4:16 required",
                                 "events.csv:4:17 type"});
  CHECK(folder.load().problems[0].next == "did you mean 'visit'?");
}

TEST_CASE("a text needs one language at least where it is required") {
  DatasetFolder folder;
  folder.table("agents", "id,kind,name@en,name@ru\na,person,A,\nb,person,,Б\nc,person,,\n");
  CHECK(folder.places() == Texts{"agents.csv:4:10 required"});
}

TEST_CASE("cells become exact members") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,unit,multiplier,decimals,bound,rank,source,quote\n"
               "a,turnover,KAZ,RUS,2015-01/2015-06,7.50,USD,9,1,,,paper,\"7 bln, 500 mln\"\n"
               "b,students,KAZ,RUS,,20000,,,,lower,preferred,paper,\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.problems.empty());
  const auto& rows = loaded.dataset->observations;
  CHECK(rows[0].value->text() == "7.50");
  CHECK(rows[0].multiplier == 9);
  CHECK(rows[0].decimals == 1);
  CHECK(rows[0].bound == "exact");  // the schema's default
  CHECK(rows[0].rank == "normal");
  CHECK(rows[0].period.text() == "2015-01/2015-06");
  CHECK(rows[0].quote == "7 bln, 500 mln");
  CHECK(rows[1].bound == "lower");
  CHECK(rows[1].multiplier == 0);
  CHECK(rows[1].period.is_undated());
  CHECK_FALSE(rows[1].decimals.has_value());
}

TEST_CASE("cells that are not of their type are refused with the reason") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,period,value,multiplier,source\n"
               "a,turnover,KAZ,2015-02-29,\"7,5\",6x,paper\n");
  CHECK(folder.found("edtf") == Texts{"observations.csv:2:16 '2015-02-29' is no EDTF date"});
  CHECK(folder.found("decimal") == Texts{"observations.csv:2:27 '7,5' is no decimal number"});
  CHECK(folder.found("type") == Texts{"observations.csv:2:33 '6x' is no whole number"});
}

TEST_CASE("a list is separated by semicolons") {
  CHECK(dataset::split_list("KAZ;RUS") == Texts{"KAZ", "RUS"});
  CHECK(dataset::split_list(" KAZ ; RUS ") == Texts{"KAZ", "RUS"});
  CHECK(dataset::split_list("KAZ;;RUS;") == Texts{"KAZ", "", "RUS", ""});
  CHECK(dataset::split_list("").empty());
  DatasetFolder folder;
  folder.table("agents", "id,kind,name@en,aliases\nputin,person,Vladimir Putin,Russian Leader;;V. Putin\n");
  CHECK(folder.found("type") == Texts{"agents.csv:2:29 'Russian Leader;;V. Putin' has an empty item"});
}

TEST_CASE("a cell too long for any key is refused, not matched") {
  DatasetFolder folder;
  folder.table("agents", "id,kind,name@en\n" + std::string(100000, 'a') + ",person,A\n");
  CHECK(folder.places() == Texts{"agents.csv:2:1 pattern"});
}

TEST_CASE("what does not match a pattern is answered in words, and with the key it would make") {
  DatasetFolder folder;
  folder.table("agents", "id,kind,name@en\nVisit 2,person,A\n");
  const auto problems = folder.load().problems;
  REQUIRE(problems.size() == 1);
  const std::string message = problems.front().message();
  CHECK(message.find("write it like 'visit-2'") != std::string::npos);
  CHECK(message.find(".;") == std::string::npos);
  CHECK(message.find("[a-z") == std::string::npos);
}

TEST_CASE("every pattern of the tables has words") {
  for (const auto& table : dataset::schemas()) {
    for (const auto& field : table.fields) {
      if (!field.pattern.empty())
        CHECK_MESSAGE(dataset::instead_of(field, "!").find("it has the form") == std::string::npos, field.pattern);
    }
  }
}
