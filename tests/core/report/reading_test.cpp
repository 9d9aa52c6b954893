#include <set>

#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

TEST_CASE("what was planned for a day that is over is not announced any more") {
  report::Request request;
  request.as_of = "2015-10-20";
  const std::string text = dump(build("briefing", request));
  CAPTURE(text);
  CHECK_FALSE(has(text, "Planned: "));
  CHECK(has(text, "session (planned; outcome not known)"));
  CHECK(has(dump(build("chronology", request)), "Burabay · V. Putin · planned; outcome not known"));
  CHECK(has(text, "Was planned: Bilateral documents to be signed following the visit; outcome not known"));
  CHECK(has(text, "15 October 2015 (uncertain), planned; outcome not known:"));
  const std::string on_the_day = dump(build("briefing"));
  CHECK(has(on_the_day, "Planned: Session of the CIS Heads of State Council (16 October 2015)"));
  CHECK(has(on_the_day, "Planned: Bilateral documents to be signed following the visit; number not stated"));
}

TEST_CASE("the methods say that sources published after the day of the data were used, when some were") {
  CHECK(has(dump(build("briefing")), "not by the day of publication: some sources were published later."));
  DatasetFolder folder;
  observe(folder,
          "t,turnover,KAZ,RUS,2014,21.0,exact,USD,9,,,\nx,exports,KAZ,RUS,2014,7.0,exact,USD,9,,,\n"
          "m,imports,KAZ,RUS,2014,14.0,exact,USD,9,,,\n");
  const std::string text = dump(build_small(folder, "briefing"));
  REQUIRE(has(text, "{methods}"));
  CHECK_FALSE(has(text, "published later"));
}

TEST_CASE("an undated membership is known from the day its source was published") {
  report::Request request;
  CHECK(has(dump(build("briefing", request)), "Both are members of CIS"));
  request.as_of = "2000-01-01";
  CHECK_FALSE(has(dump(build("briefing", request)), "Both are members"));
}

TEST_CASE("a membership cites both sides' sources, and a list of planned events each event's") {
  DatasetFolder folder;
  folder.table(
      "sources",
      "id,type,publisher,title,published\npaper,news-item,Paper,A,2015-10-15\nold,news-item,Old,B,2004\nnew,news-item,New,C,2015\n");
  folder.table("memberships", "id,organisation,area,status,source\na,cis,KAZ,member,old\nb,cis,RUS,member,new\n");
  folder.table("events",
               "id,type,date,place,status,title@en,source\n"
               "one,session,2015-10-17,KAZ,planned,First session,paper\ntwo,session,2015-10-18,RUS,planned,Second session,new\n");
  const std::string text = dump(build_small(folder, "briefing"));
  CAPTURE(text);
  CHECK(has(text, "Second session (18 October 2015). [1] [2]"));
  const auto members = text.find("Both are members");
  REQUIRE(members != std::string::npos);
  CHECK(has(text.substr(members, text.find('\n', members) - members), ". [3] [2]"));
}

TEST_CASE("part of a year over a year before is named for what it is, with both bases") {
  const std::string text = dump(build("trade-sheet"));
  CHECK(has(text, "| January–June 2015 as a share of the full year 2014 | January–June 2015 | about 36 % |"));
  CHECK(has(text, "January–June 2015: statistics, source not named; 2014: according to KAZINFORM"));
}

TEST_CASE("no two notes say the same, in whole or in their last sentence") {
  std::set<std::string> endings;
  const auto document = build("briefing");
  for (const auto& block : std::get<report::Section>(document.root.data).children) {
    for (const auto& child : std::get<report::Section>(block.data).children) {
      const auto* note = std::get_if<report::Note>(&child.data);
      if (note == nullptr || note->number == 0) continue;
      const std::string& text = note->text.front().text;
      const auto at = text.rfind(". ");
      CHECK_MESSAGE(endings.insert(at == std::string::npos ? text : text.substr(at + 2)).second, text);
    }
  }
  CHECK(endings.contains("The year is the dateline’s."));
}

TEST_CASE("a line of a chronology does not say its place or its kind twice") {
  const std::string text = dump(build("chronology"));
  CHECK(has(text, "· beginning of relations · Diplomatic relations since 22 October 1992 ["));
  CHECK_FALSE(has(text, "to Kazakhstan · Kazakhstan"));
  CHECK(has(text, "cultural year · Year of Kazakhstan in Russia"));
}

TEST_CASE("no file or table of the dataset is named to the reader") {
  for (const char* name : {"briefing", "factsheet", "chronology"}) {
    const std::string text = dump(build(name));
    for (const char* word : {"agreement_actions", "statistics in flows", ".csv"}) CHECK_FALSE(has(text, word));
  }
}

TEST_CASE("a document without anything about the pair says so on its page") {
  DatasetFolder folder;
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"]})");
  folder.table("relationships", "id,kind,first,second,source\n");
  const auto document = build_small(folder, "briefing");
  CHECK(has(dump(document), "The dataset has nothing about Kazakhstan and Russia that was known on 16 October 2015."));
  CHECK_FALSE(has(dump(build("factsheet")), "has nothing about"));
}
