#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

TEST_CASE("planned is not held") {
  DatasetFolder folder;
  folder.table("events",
               "id,type,status,date,outcome_status,outcome_count,source\n"
               "a,session,planned,2015-10-16,planned,,paper\n"
               "b,session,planned,2015-10-16,held,,paper\n"
               "c,session,planned,2015-10-16,,0,paper\n"
               "d,session,held,2015-10-16,held,0,paper\n"
               "e,visit,held,2015-10-14/2015-10-16,,,paper\n");
  CHECK(folder.found("planned-outcome") ==
        Texts{"events.csv:3:30 'b' is planned and its outcome was held", "events.csv:4:31 'c' is planned with 0 documents"});
  CHECK(folder.found("held-in-future") == Texts{"events.csv:5:11 'd' was held on 2015-10-16, after its source was published"});
}

TEST_CASE("a series follows its numbers") {
  DatasetFolder folder;
  folder.table("events",
               "id,type,status,series,ordinal,date,source\n"
               "f11,forum,held,forum,11,2014-09,paper\n"
               "f12,forum,held,forum,12,2013,paper\n"
               "f13,forum,held,forum,13,,paper\n"
               "f14,forum,held,forum,14,2014,paper\n"
               "s1,summit,held,summit,1,2010,paper\n"
               "s0,summit,held,summit,,2009,paper\n"
               "o,summit,held,other,,2009,paper\n");
  CHECK(folder.found("series-order") ==
        Texts{"events.csv:3:25 number 12 of forum was before number 11", "events.csv:7:24 's0' was before its series began"});
}

TEST_CASE("nothing ends before it begins") {
  DatasetFolder folder;
  folder.table("offices", "id,agent,title@en,from,to,source\na,putin,President,2012-05,2000,paper\nb,putin,Chair,2012,2012-05,paper\n");
  folder.table("agreements", "id,type,status,title@en,signed_on,in_force,source\nt,treaty,in-force,T,2005-01-18,2004,paper\n");
  CHECK(folder.found("period-order") ==
        Texts{"agreements.csv:2:32 't' ends before it begins", "offices.csv:2:27 'a' ends before it begins"});
}

TEST_CASE("an office has one holder at a time, a handover day apart") {
  DatasetFolder folder;
  folder.table("agents", "id,kind,name@en\na,person,A\nb,person,B\nc,person,C\n");
  folder.table("offices",
               "id,agent,area,title@en,from,to,source\n"
               "o1,a,RUS,President,2000-05-07,2008-05-07,paper\n"
               "o2,b,RUS,President,2008-05-07,2012-05-07,paper\n"
               "o3,c,RUS,President,2012-05-01,,paper\n"
               "o4,c,KAZ,President,2012-05-01,,paper\n"
               "o5,a,KAZ,President,,,paper\n");
  CHECK(folder.found("office-overlap") == Texts{"offices.csv:4:20 'o3' and 'o2' hold the same office at the same time"});
  CHECK(folder.load().dataset != nullptr);
}

TEST_CASE("an event has a title, and one in the dataset's language") {
  DatasetFolder folder;
  folder.table("events", "id,type,status,source,title@en,title@ru\na,visit,held,paper,A,\nb,visit,held,paper,,Б\nc,visit,held,paper,,\n");
  CHECK(folder.found("required") == Texts{"events.csv:4:20 title is empty in every language"});
  CHECK(folder.found("title-language") == Texts{"events.csv:3:20 'b' has no title in the dataset's language"});
  folder.table("events", "id,type,status,source\na,visit,held,paper\n");
  CHECK(folder.found("column") == Texts{"events.csv:1:1 the table events lacks the column 'title@en'"});
}

TEST_CASE("nobody acts in an office before holding it") {
  DatasetFolder folder;
  folder.table("offices", "id,agent,title@en,from,source\npresident,putin,President,2012-05-07,paper\n");
  folder.table("events", "id,type,status,date,source,title@en\nearly,visit,held,2011-03,paper,A\nlate,visit,held,2012,paper,B\n");
  folder.table("participations", "id,event,agent,office,source\np,early,putin,president,paper\nq,late,putin,president,paper\n");
  folder.table(
      "claims",
      "id,kind,subject,as_office,asserted_on,source,quote\nc,level,Trade,president,2010,paper,x\nd,level,Trade,president,2015,paper,x\n");
  CHECK(folder.found("office-later") == Texts{"claims.csv:2:15 the office 'president' was taken up after the claim 'c'",
                                              "participations.csv:2:15 the office 'president' was taken up after the event 'early'"});
}

TEST_CASE("a pair no row concerns is told, and what lies in an area or who comes from it counts") {
  DatasetFolder folder;
  folder.table("areas", "id,kind,parent\nKAZ,country,\nRUS,country,\nCHN,country,\nKZ-ALA,subnational,KAZ\n");
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS", "KAZ-CHN"]})");
  const Texts empty = {"datapackage.json:1:82 no row concerns KAZ-CHN yet"};
  CHECK(folder.found("empty-pair") == empty);
  folder.table("observations", "id,indicator,area,value,source\na,students,KAZ,1,paper\nb,students,CHN,1,paper\n");
  CHECK(folder.found("empty-pair") == empty);
  folder.table("observations", "id,indicator,area,counterpart,value,source\na,students,KZ-ALA,CHN,1,paper\n");
  CHECK(folder.found("empty-pair").empty());
  folder.table("observations", "id,indicator,area,value,source\n");
  folder.table("agents", "id,kind,name@en,area\nli,person,Li,CHN\n");
  folder.table("events", "id,type,status,place,source,title@en\nv,visit,held,KAZ,paper,Visit\n");
  folder.table("participations", "id,event,agent,source\np,v,li,paper\n");
  CHECK(folder.found("empty-pair").empty());
}
