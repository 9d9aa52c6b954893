#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

namespace {

/// A dataset with the releases `customs` in USD, `bureau` in USD and `revised`, which replaces bureau.
struct Trade : DatasetFolder {
  Trade() {
    table("releases",
          "id,dataset,currency,source,replaces\ncustoms,Customs,USD,paper,\nbureau,Bureau,USD,paper,\nrevised,Bureau,USD,paper,bureau\n");
  }
  Trade& flows(const std::string& rows) {
    table("flows", "id,release,reporter,partner,flow,frequency,period,classification,product,value,currency,multiplier\n" + rows);
    return *this;
  }
};

std::string yearly(const std::string& id, const std::string& year, const std::string& value, const std::string& release = "customs") {
  return id + "," + release + ",KAZ,RUS,X,A," + year + ",HS,TOTAL," + value + ",USD,6\n";
}

}  // namespace

TEST_CASE("a trade value is not negative") {
  Trade trade;
  trade.flows(yearly("a", "2014", "-5") + yearly("b", "2015", "0"));
  CHECK(trade.found("negative-trade") == Texts{"flows.csv:2:37 the trade value of 'a' is -5"});
}

TEST_CASE("a trade row's period is of its frequency") {
  Trade trade;
  trade.flows(
      "a,customs,KAZ,RUS,X,A,2014-05,HS,TOTAL,1,USD,6\n"
      "b,customs,KAZ,RUS,X,A,2014,HS,TOTAL,1,USD,6\n"
      "c,customs,KAZ,RUS,X,A,2013-07/2014-06,HS,TOTAL,1,USD,6\n"
      "d,customs,KAZ,RUS,X,Q,2014-01/2014-03,HS,TOTAL,1,USD,6\n"
      "e,customs,KAZ,RUS,X,Q,2014,HS,TOTAL,1,USD,6\n"
      "f,customs,KAZ,RUS,X,Q,2014-21,HS,TOTAL,1,USD,6\n"
      "g,customs,KAZ,RUS,X,M,2014-02,HS,TOTAL,1,USD,6\n"
      "h,customs,KAZ,RUS,X,M,2014-02-14,HS,TOTAL,1,USD,6\n"
      "i,customs,KAZ,RUS,X,A,199X,HS,TOTAL,1,USD,6\n");
  CHECK(trade.found("frequency") ==
        Texts{"flows.csv:2:23 'a' is annual and its period is 2014-05", "flows.csv:6:23 'e' is quarterly and its period is 2014",
              "flows.csv:7:23 'f' is quarterly and its period is 2014-21", "flows.csv:9:23 'h' is monthly and its period is 2014-02-14",
              "flows.csv:10:23 'i' is annual and its period is 199X"});
}

TEST_CASE("a trade row is in the currency of its release, a series in one currency") {
  Trade trade;
  trade.flows(
      "a,customs,KAZ,RUS,X,A,2014,HS,TOTAL,1,USD,6\nb,customs,KAZ,RUS,X,A,2015,HS,TOTAL,1,EUR,6\nc,,KAZ,RUS,X,A,2016,HS,TOTAL,1,EUR,6\n");
  CHECK(trade.found("release-currency") == Texts{"flows.csv:3:39 'b' is in EUR, its release in USD"});
  CHECK(trade.found("series-currency") == Texts{"flows.csv:3:39 'b' is in EUR, 'a' of the same series in USD"});
  trade.flows("a,customs,KAZ,RUS,X,A,2014,HS,TOTAL,1,USD,6\n");
  trade.table("observations",
              "id,indicator,area,counterpart,period,value,unit,currency,source\n"
              "o,exports,KAZ,RUS,2014,5,USD,,paper\np,exports,KAZ,RUS,2015,5,EUR,,paper\nq,exports,RUS,KAZ,2015,5,EUR,,paper\n");
  CHECK(trade.found("series-currency") == Texts{"observations.csv:3:30 'p' is in EUR, 'o' of the same series in USD"});
}

TEST_CASE("nobody but a re-importer trades with itself") {
  Trade trade;
  trade.flows("a,customs,KAZ,KAZ,M,A,2014,HS,TOTAL,1,USD,6\nb,customs,KAZ,KAZ,RM,A,2014,HS,TOTAL,1,USD,6\n");
  CHECK(trade.found("own-partner") == Texts{"flows.csv:2:15 'a' has KAZ as reporter and as partner"});
}

TEST_CASE("a figure a hundred times its neighbours is a slip of the multiplier") {
  Trade trade;
  trade.flows(yearly("a", "2013", "7200") + yearly("b", "2014", "7.4") + yearly("c", "2015", "7100"));
  CHECK(trade.found("implausible-scale") == Texts{"flows.csv:3:45 'b' is more than a hundred times smaller than 'a'"});
  trade.flows(yearly("a", "2013", "7200") + yearly("b", "2014", "7400000"));
  CHECK(trade.found("implausible-scale") == Texts{"flows.csv:3:49 'b' is more than a hundred times larger than 'a'"});
  trade.flows(yearly("a", "2013", "7200") + yearly("b", "2014", "73") + yearly("c", "2016", "7.1"));
  CHECK(trade.found("implausible-scale").empty());
  trade.flows(yearly("a", "2014", "7200") + yearly("b", "2014", "7.3", "bureau"));
  CHECK(trade.found("implausible-scale") == Texts{"flows.csv:3:44 'b' is more than a hundred times smaller than 'a'"});
}

TEST_CASE("small trade outside the pairs is uneven by nature") {
  Trade trade;
  trade.table("areas", "id,kind,valid_from\nKAZ,country,\nRUS,country,\nKEN,country,\n");
  const auto row = [](const std::string& id, const std::string& year, const std::string& value) {
    return id + ",customs,KAZ,KEN,X,A," + year + ",HS,TOTAL," + value + ",USD,0\n";
  };
  trade.flows(row("a", "2019", "10000") + row("b", "2020", "2840858") + row("c", "2021", "11755"));
  CHECK(trade.found("implausible-scale").empty());
  trade.flows(row("a", "2019", "10000000") + row("b", "2020", "28408") + row("c", "2021", "11755000"));
  CHECK(trade.found("implausible-scale").size() == 1);
}

TEST_CASE("an observation far from the next year's or another source's is implausible, rates are not") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,unit,source\n"
               "a,students,KAZ,RUS,2014,20000,persons,paper\nb,students,KAZ,RUS,2015,20,persons,paper\n"
               "c,turnover,KAZ,RUS,2014,0.1,%,paper\nd,turnover,KAZ,RUS,2015,40,%,paper\n");
  CHECK(folder.found("implausible-scale").size() == 1);
}

TEST_CASE("figures for the same thing agree within their precision, or replace each other") {
  Trade trade;
  trade.flows(yearly("a", "2014", "7.3") + yearly("b", "2014", "7.34", "bureau"));
  CHECK(trade.found("disagreement").empty());
  trade.flows(yearly("a", "2014", "7.3") + yearly("b", "2014", "7.45", "bureau"));
  CHECK(trade.found("disagreement") == Texts{"flows.csv:3:36 'b' and 'a' differ by more than their precision"});
  trade.flows(yearly("a", "2014", "7.3", "bureau") + yearly("b", "2014", "7.45", "revised"));
  CHECK(trade.found("disagreement").empty());
}

TEST_CASE("observations that disagree are told unless somebody claims one of them") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,source\na,students,KAZ,RUS,2014,20,paper\nb,students,KAZ,RUS,2014,25,paper\n"
               "c,students,KAZ,RUS,2015,25,paper\n");
  CHECK(folder.found("disagreement") == Texts{"observations.csv:3:25 'b' and 'a' differ by more than their precision"});
  folder.table("claims", "id,kind,subject,observation,source,quote\nc,level,Students,b,paper,twenty-five\n");
  CHECK(folder.found("disagreement").empty());
}

TEST_CASE("an unknown unit is told with the one that is meant") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,value,unit,source\na,turnover,KAZ,1,dollars,paper\nb,turnover,KAZ,1,USD,paper\n"
               "c,students,KAZ,1,persns,paper\nd,students,KAZ,1,widgets,paper\n");
  CHECK(folder.found("unknown-unit") == Texts{"observations.csv:2:18 'a' has the unknown unit 'dollars'",
                                              "observations.csv:4:18 'c' has the unknown unit 'persns'",
                                              "observations.csv:5:18 'd' has the unknown unit 'widgets'"});
  const auto problems = folder.load().problems;
  CHECK(problems[0].next == "did you mean 'USD'?");
  CHECK(problems[1].next == "did you mean 'persons'?");
  CHECK(problems[2].next.starts_with("write an ISO 4217 code"));
}

TEST_CASE("an empty unit is the indicator's, and the unit currency is the currency") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,value,unit,currency,source\na,turnover,KAZ,1,,,paper\nb,turnover,KAZ,1,currency,EUR,paper\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.dataset != nullptr);
  CHECK(loaded.dataset->observations[0].unit == "USD");
  CHECK(loaded.dataset->observations[1].unit == "EUR");
}
