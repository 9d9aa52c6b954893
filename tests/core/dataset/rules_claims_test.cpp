#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

TEST_CASE("a claim without a citation is an error") {
  DatasetFolder folder;
  folder.table("claims",
               "id,kind,subject,source,locator,quote\n"
               "a,description,Trade,paper,sentence 3,\n"
               "b,description,Trade,paper,,grew\n"
               "c,description,Trade,paper,,\n"
               "d,description,Trade,,,grew\n");
  CHECK(folder.found("citation") == Texts{"claims.csv:4:28 the claim 'c' has no quote and no locator"});
  CHECK(folder.found("required") == Texts{"claims.csv:5:21 source is empty"});
}

TEST_CASE("a claimed figure has a unit") {
  DatasetFolder folder;
  folder.table("claims", "id,kind,subject,value,unit,source,quote\na,growth,Trade,3.2,%,paper,q\nb,growth,Trade,3.2,,paper,q\n");
  CHECK(folder.found("unit") == Texts{"claims.csv:3:20 the figure of 'b' has no unit"});
}

TEST_CASE("contradiction is mutual and not with oneself") {
  DatasetFolder folder;
  folder.table("claims",
               "id,kind,subject,contradicts,source,quote\n"
               "a,description,Trade,b;c,paper,q\n"
               "b,description,Trade,a,paper,q\n"
               "c,description,Trade,,paper,q\n"
               "d,description,Trade,d,paper,q\n"
               "e,description,Trade,f,paper,q\n");
  CHECK(folder.found("contradiction") ==
        Texts{"claims.csv:2:21 'a' contradicts 'c', but not the other way round", "claims.csv:5:21 the claim 'd' contradicts itself"});
  CHECK(folder.found("foreign-key") == Texts{"claims.csv:6:21 no claim 'f'"});
}

TEST_CASE("a growth claim is held against the data") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,multiplier,source\n"
               "h1-2015,turnover,KAZ,RUS,2015-01/2015-06,7.5,9,paper\n"
               "y-2014,turnover,KAZ,RUS,2014,21,9,paper\n");
  const auto claim = [&folder](const std::string& kind_value_unit_base) {
    folder.table("claims",
                 "id,subject,observation,source,quote,kind,value,unit,base\nc,Trade,h1-2015,paper,q," + kind_value_unit_base + "\n");
    return folder.found("implausible-growth");
  };
  // 7.5 / 1.032 = 7.27, and half of 21 is 10.5
  CHECK(claim("growth,3.2,%,") == Texts{"claims.csv:2:32 the claim 'c' implies 7.27 billion USD for 2014-01/2014-06"});
  CHECK(claim("growth,3.2,%,y-2014").size() == 1);
  CHECK(claim("growth,3.2,%,2014-01/2014-06").size() == 1);
  CHECK(claim("growth,-28,%,").empty());
  CHECK(claim("growth,3.2,%,2013").empty());  // nothing to hold it against
  CHECK(claim("ratio,70,%,2014").empty());    // a share
  CHECK(claim("ratio,6,1,2014-01/2014-06") == Texts{"claims.csv:2:31 the claim 'c' implies 1.25 billion USD for 2014-01/2014-06"});
  CHECK(claim("growth,-100,%,").empty());
}

TEST_CASE("a ratio is held against declared trade") {
  DatasetFolder folder;
  folder.table("observations", "id,indicator,area,counterpart,period,value,multiplier,source\ny-2014,turnover,KAZ,RUS,2014,21,9,paper\n");
  folder.table("flows",
               "id,reporter,partner,flow,frequency,period,product,value,currency,multiplier,source\n"
               "x,RUS,KAZ,X,A,2003,TOTAL,3281,USD,6,paper\n"
               "m,RUS,KAZ,M,A,2003,TOTAL,2474,USD,6,paper\n");
  folder.table("claims", "id,kind,subject,observation,base,value,unit,source,quote\nc,ratio,Trade,y-2014,2003,6,1,paper,six-fold\n");
  CHECK(folder.found("implausible-growth") == Texts{"claims.csv:2:27 the claim 'c' implies 3.50 billion USD for 2003"});
  CHECK(folder.load().problems[0].why == "flows.csv ('x', 'm') gives 5.76 billion USD for 2003");
}
