#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

namespace {

std::string briefing(const std::string& as_of) {
  report::Request request;
  request.as_of = as_of;
  return dump(build("briefing", request));
}

}  // namespace

TEST_CASE("what is undated is known from the day its source was published, whatever it is") {
  DatasetFolder folder;
  folder.table("relationships", "id,kind,first,second,title@en,from,source\nb,border,KAZ,RUS,State border,,paper\n");
  folder.table("missions", "id,sender,host,type,name@en,source\ne,RUS,KAZ,embassy,Embassy of Russia,paper\n");
  folder.table("agreements", "id,type,parties,title@en,signed_on,status,source\na,treaty,KAZ;RUS,A treaty,,signed,paper\n");
  folder.table("events", "id,type,date,host,title@en,status,source\nv,visit,,KAZ,A visit,held,paper\n");
  for (const char* words : {"State border", "Embassy of Russia", "A treaty", "A visit"}) {
    CHECK_MESSAGE(has(dump(build_small(folder, "briefing", "2015-10-15")), words), words);
    CHECK_FALSE_MESSAGE(has(dump(build_small(folder, "briefing", "2015-10-14")), words), words);
  }
}

TEST_CASE("where a date would stand an undated row says so") {
  const std::string text = briefing("2015-10-16");
  CHECK(has(text, "State border [note 2] | undated"));
}

TEST_CASE("a list of organisations that leaves undated ones out says that it is open") {
  CHECK(has(briefing("2015-10-13"), "Both are members of EAEU. [1] There may be others: when they were joined is not stated."));
  CHECK_FALSE(has(briefing("2015-10-16"), "There may be others"));
}

TEST_CASE("an agreement whose coming into force is not recorded has a blank there") {
  const auto document = build("briefing");
  for (const auto& table : document.tables) {
    if (table.id != "agreements") continue;
    for (const auto& row : table.rows) CHECK((row[3].present() || row[3].missing == report::Missing::blank));
    return;
  }
  FAIL("no table of agreements");
}

TEST_CASE("the notes of the sample say nothing of later days") { CHECK_FALSE(has(briefing("2015-10-16"), "November 2019")); }

TEST_CASE("the cover names the period of the series, and none where there is no series") {
  const auto cover = [](const std::string& name) {
    const std::string text = dump(build(name));
    return text.substr(0, text.find("Edition"));
  };
  CHECK(has(cover("briefing"), "Period of the series: 2003–2014"));
  CHECK(has(cover("trade-sheet"), "Period of the series: 2000 – September 2015"));
  CHECK_FALSE(has(cover("chronology"), "Period of the series"));
  CHECK_FALSE(has(dump(build_small(DatasetFolder(), "briefing")), "Period of the series"));
}

TEST_CASE("a table of relations says the day of their beginning once") {
  CHECK(has(briefing("2015-10-16"), "| Diplomatic relations | established | 22 October 1992 |"));
}

TEST_CASE("a briefing leaves out revisions that round to nothing, a trade sheet has them") {
  CHECK_FALSE(has(briefing("2026-03-01"), "{table changes}"));
  report::Request request;
  request.as_of = "2026-03-01";
  CHECK(has(dump(build("trade-sheet", request)), "{table changes}"));
}
