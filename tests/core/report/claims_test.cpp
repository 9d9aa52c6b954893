#include <algorithm>

#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

namespace {

/// The lines of a topic in the dump, from its head to the next.
std::string topic(const std::string& text, const std::string& head) {
  const auto from = text.find("? " + head);
  if (from == std::string::npos) return {};
  return text.substr(from, std::min(text.find("\n? ", from), text.find("\n#", from)) - from);
}

/// Claims of three kinds about matters that only sound like the pair's turnover.
void claim_other_matters(DatasetFolder& folder) {
  folder.table("areas", "id,kind,iso3,name@en\nKAZ,country,KAZ,Kazakhstan\nRUS,country,RUS,Russia\nCHN,country,CHN,China\n");
  folder.table("indicators", "id,name@en,unit\nturnover,Turnover,USD\ninvestment,Investment,USD\nstudents,Students,persons\n");
  observe(folder,
          "h15,turnover,KAZ,RUS,2015-01/2015-06,7.5,exact,USD,9,,,\nt14,turnover,KAZ,RUS,2014,21.0,exact,USD,9,,,\n"
          "china,turnover,KAZ,CHN,2014,22.0,exact,USD,9,,,\nsum,turnover,KAZ,RUS,2010/2014,90.0,exact,USD,9,,,\n"
          "fdi,investment,KAZ,RUS,2015-01/2015-06,1.5,exact,USD,9,,,\ns14,students,KAZ,RUS,2014,21000,exact,persons,0,,,\n");
  declare(folder, "KAZ,RUS,X,2003,2000,USD\nKAZ,RUS,M,2003,3000,USD\nKAZ,RUS,X,2014,7000,USD\nKAZ,RUS,M,2014,14000,USD\n");
  folder.table("claims",
               "id,kind,subject,observation,base,value,unit,bound,period,speech,modality,rank,topic,quote,source\n"
               "tourism,growth,Growth of tourism,,,30,%,exact,,own-voice,asserted,normal,tourism,words,paper\n"
               "fold,ratio,Growth of students,s14,2003,10,1,exact,2014,own-voice,asserted,normal,students,words,paper\n"
               "invested,level,Investment,fdi,,1500000000,USD,exact,2015-01/2015-06,own-voice,asserted,normal,t14,words,paper\n"
               "many,level,Turnover of five years,sum,,90000000000,USD,exact,2010/2014,own-voice,asserted,normal,t14,words,paper\n"
               "china,level,Turnover with China,china,,22000000000,USD,exact,2014,own-voice,asserted,normal,china,words,paper\n"
               "own,level,Turnover in 2014,t14,,21000000000,USD,exact,2014,own-voice,asserted,normal,t14,words,paper\n");
}

}  // namespace

TEST_CASE("a growth without period and base says so and is held against the data") {
  const std::string box = topic(dump(build("briefing")), "Growth of Kazakhstan–Russia trade turnover");
  REQUIRE_FALSE(box.empty());
  CHECK(has(box, "+3.2 % (basis not stated)"));
  CHECK(has(box, "V. Putin, President of the Russian Federation"));
  CHECK(has(box, "indirect speech, reported by KAZINFORM"));
  CHECK(has(box, "about 7.3 bn USD"));
  CHECK(has(box, "implausibly little for 6 of its 12 months"));
}

TEST_CASE("a multiple is answered with the base it implies and what declared statistics say") {
  const std::string box = topic(dump(build("briefing")), "Growth of Kazakhstan–Russia trade from 2003 to 2014");
  REQUIRE_FALSE(box.empty());
  CHECK(has(box, "5.8 bn USD (2003) and 21.7 bn USD (2014) | preferred | official"));
  CHECK(has(box, "about 3.5 bn USD in 2003"));
  CHECK(has(box, "17.7 % a year"));
  CHECK(has(box, "3.8-fold"));
}

TEST_CASE("a part of a whole is a share, of the other count too") {
  const std::string text = dump(build("briefing"));
  const auto from = text.find("Subjects of the Russian Federation cooperating with Kazakhstan: ");
  REQUIRE(from != std::string::npos);
  const std::string box = text.substr(from, text.find('\n', from) - from);
  CHECK(has(box, "76 of 89 is 85.4 %"));
  CHECK(has(box, "89.4 %"));
}

TEST_CASE("indirect speech is never printed as a quotation of the speaker") {
  const auto document = build("briefing");
  for (const auto& block : std::get<report::Section>(document.root.data).children) {
    for (const auto& child : std::get<report::Section>(block.data).children) {
      const auto* quotation = std::get_if<report::Quotation>(&child.data);
      if (quotation == nullptr) continue;
      for (const auto& run : quotation->text) CHECK(run.text.find("most successful") == std::string::npos);
      CHECK(quotation->citation > 0);
    }
  }
  CHECK(has(dump(document), "as quoted by N. Nazarbayev"));
}

TEST_CASE("an unnamed source is printed as such") { CHECK(has(dump(build("factsheet")), "statistics, source not named")); }

TEST_CASE("only a claim about the pair's turnover is held against the pair's turnover") {
  DatasetFolder folder;
  claim_other_matters(folder);
  const std::string text = dump(build_small(folder, "briefing"));
  const std::string claims = text.substr(text.find("{claims}"), text.find("\n# ", text.find("{claims}")) - text.find("{claims}"));
  CAPTURE(claims);
  CHECK(has(claims, "+30 % (basis not stated)"));
  CHECK_FALSE(has(claims, "If the growth were meant"));
  CHECK(has(claims, "The claim implies 2,100 persons in 2003"));
  CHECK_FALSE(has(claims, "In the statistics of Kazakhstan turnover rose"));
  CHECK_FALSE(has(claims, "of the turnover of 7.5 bn USD"));
  CHECK_FALSE(has(claims, "Turnover with China"));
  CHECK_FALSE(has(claims, "above that in the statistics"));
  CHECK(has(claims, "equal to that in the statistics of Kazakhstan"));
}

TEST_CASE("a number of something else than the box is about is named") {
  const std::string text = dump(build("briefing"));
  CHECK(has(text, "Subjects of the Russian Federation: 85 (18 March 2014)"));
  CHECK(has(text, "Kazakhstan’s trade turnover with the members of the EAEU: about −26 %"));
  CHECK(has(text, "| +3.2 % (basis not stated)"));
}

TEST_CASE("a box of declared figures says once whose statistics they are, and cites every year's source") {
  DatasetFolder folder;
  folder.table(
      "sources",
      "id,type,publisher,title,published\npaper,news-item,Paper,A,2015-10-15\nold,news-item,Old,B,2004\nnew,news-item,New,C,2015\n");
  observe(folder, "t14,turnover,KAZ,RUS,2014,21.0,exact,USD,9,,,\n");
  folder.table("releases", "id,dataset,source,currency\nr1,Annual,paper,USD\n");
  folder.table("flows",
               "id,release,reporter,partner,flow,frequency,period,classification,product,value,currency,multiplier,source\n"
               "x03,r1,KAZ,RUS,X,A,2003,HS,TOTAL,2000,USD,6,old\nm03,r1,KAZ,RUS,M,A,2003,HS,TOTAL,3000,USD,6,old\n"
               "x14,r1,KAZ,RUS,X,A,2014,HS,TOTAL,7000,USD,6,new\nm14,r1,KAZ,RUS,M,A,2014,HS,TOTAL,14000,USD,6,new\n");
  folder.table("claims",
               "id,kind,subject,observation,base,value,unit,bound,period,speech,modality,rank,topic,quote,source\n"
               "six,ratio,Growth,t14,2003,6,1,exact,2014,own-voice,asserted,normal,six,words,paper\n");
  const std::string box = topic(dump(build_small(folder, "briefing")), "Growth");
  CAPTURE(box);
  CHECK(has(box, "Turnover in the statistics of Kazakhstan [1] |  | 5.0 bn USD (2003) and 21.0 bn USD (2014) | preferred | official [3]"));
}

TEST_CASE("a claim in one line without a period says on which day it was made") {
  CHECK(has(dump(build("briefing")), "M. Bocharnikov: "));
  const std::string text = dump(build("briefing"));
  const auto at = text.find("M. Bocharnikov: Share of border and interregional trade");
  REQUIRE(at != std::string::npos);
  CHECK(has(text.substr(at, 160), "70 % (said on 22 June 2007)"));
}

TEST_CASE("what follows from the claims on a matter stands in the table beside its first row") {
  for (const auto& table : build("trade-sheet").tables) {
    if (table.id != "claims") continue;
    std::string topic;
    std::size_t remarks = 0;
    for (const auto& row : table.rows) {
      const auto& here = std::get<std::string>(row[0].value);
      if (row[6].present()) {
        ++remarks;
        CHECK_MESSAGE(here != topic, here);
      }
      topic = here;
    }
    CHECK(remarks > 2);
    return;
  }
  FAIL("no table of claims");
}

TEST_CASE("a growth that is claimed of a part of a year is held against declared monthly statistics") {
  const std::string text = dump(build("briefing"));
  CHECK(has(text,
            "In the monthly statistics of Russia imports of Kazakhstan came to 5.5 bn USD in January–June 2015 and to 6.8 bn USD in "
            "January–June 2014: −19"));
}

TEST_CASE("claims in boxes and lines go as far as their room, and the others are counted") {
  report::Request request;
  request.as_of = "2026-03-01";
  CHECK(has(dump(build("briefing", request)), "are left out; the trade sheet has their words."));
}
