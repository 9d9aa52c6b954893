#include <doctest/doctest.h>

#include <algorithm>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

TEST_CASE("what a row points to must exist, and the nearest id is suggested") {
  DatasetFolder folder;
  folder.table("events", "id,type,status,source,place,chair,title@en\nv1,visit,held,papr,KAZ,putin,T\nv2,visit,held,paper,KAX,putni,T\n");
  CHECK(folder.found("foreign-key") ==
        Texts{"events.csv:2:15 no source 'papr'", "events.csv:3:21 no area 'KAX'", "events.csv:3:25 no area or agent 'putni'"});
  const auto problems = folder.load().problems;
  CHECK(problems[0].next == "did you mean 'paper'?");
  CHECK(problems[1].next == "did you mean 'KAZ'?");
  CHECK(problems[2].next == "did you mean 'putin'?");
}

TEST_CASE("only the first fifty wrong references of a table get a suggestion") {
  DatasetFolder folder;
  std::string rows;
  for (int i = 0; i < 60; ++i) rows += "e" + std::to_string(i) + ",visit,held,papr\n";
  folder.table("events", "id,type,status,source\n" + rows).table("offices", "id,agent,title@en,source\no1,putni,President,paper\n");
  const auto problems = folder.load().problems;
  const auto suggested = [&](const std::string& next) {
    return std::count_if(problems.begin(), problems.end(), [&](const Problem& p) { return p.next == next; });
  };
  CHECK(suggested("did you mean 'paper'?") == 50);
  CHECK(suggested("add it to sources.csv") == 10);
  CHECK(suggested("did you mean 'putin'?") == 1);
}

TEST_CASE("every item of a list is looked up") {
  DatasetFolder folder;
  folder.table("agreements", "id,type,status,source,title@en,parties\na1,treaty,signed,paper,T,KAZ;USA;putin\n");
  CHECK(folder.found("foreign-key") == Texts{"agreements.csv:2:26 no area or agent 'USA'"});
}

TEST_CASE("a table that is left out is named as the place to add the row") {
  DatasetFolder folder;
  folder.without("agents").table("offices", "id,agent,title@en,source\no1,putin,President,paper\n");
  const auto problems = folder.load().problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].next == "add it to agents.csv");
}

TEST_CASE("a table that could not be read makes no further noise") {
  DatasetFolder folder;
  folder.table("agents", "").table("offices", "id,agent,title@en,source\no1,putin,President,paper\n");
  CHECK(folder.places() == Texts{"agents.csv:1:1 csv"});
}

TEST_CASE("notes and citations name a table and its row") {
  DatasetFolder folder;
  folder.table("notes", "id,about,text@en\nn1,areas:KAZ,A\nn2,a topic,B\nn3,areas:KAX,C\nn4,area:KAZ,D\n");
  folder.table("citations", "id,table,row,source\nc1,agents,putin,paper\nc2,agents,puttin,paper\nc3,agent,putin,paper\n");
  CHECK(folder.found("foreign-key") == Texts{"citations.csv:3:11 no row 'puttin' in agents", "citations.csv:4:4 no table 'agent'",
                                             "notes.csv:4:4 no row 'KAX' in areas", "notes.csv:5:4 no table 'area'"});
}

TEST_CASE("a participation has somebody") {
  DatasetFolder folder;
  folder.table("events", "id,type,status,source\nv1,visit,held,paper\n");
  folder.table("participations", "id,event,agent,area,source\np1,v1,putin,,paper\np2,v1,,KAZ,paper\np3,v1,,,paper\n");
  CHECK(folder.found("foreign-key") == Texts{"participations.csv:4:7 'p3' names neither agent nor area"});
}

TEST_CASE("an organisation is a group or an agent") {
  DatasetFolder folder;
  folder.table("memberships",
               "id,organisation,area,status,source\nm1,cis,KAZ,member,paper\nm2,putin,KAZ,member,paper\nm3,RUS,KAZ,member,paper\n");
  CHECK(folder.found("foreign-key") == Texts{"memberships.csv:4:4 'RUS' has no members: it is a country"});
}

TEST_CASE("a claim's base is an observation or a period") {
  DatasetFolder folder;
  folder.table("observations", "id,indicator,area,value,source\nturnover-2014,turnover,KAZ,21,paper\n");
  folder.table("claims",
               "id,kind,subject,base,source,quote\n"
               "c1,growth,Trade,2014,paper,q\nc2,growth,Trade,turnover-2014,paper,q\nc3,growth,Trade,turnover-2041,paper,q\n");
  CHECK(folder.found("foreign-key") == Texts{"claims.csv:4:17 'turnover-2041' is neither an observation nor a period"});
}
