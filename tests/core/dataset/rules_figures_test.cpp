#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using Texts = std::vector<std::string>;

namespace {

DatasetFolder& observations(DatasetFolder& folder, const std::string& columns, const std::string& rows) {
  return folder.table("observations", "id,indicator,area,source," + columns + "\n" + rows);
}

}  // namespace

TEST_CASE("exports and imports add up to turnover within half units of what is printed") {
  DatasetFolder folder;
  const auto trio = [&folder](const std::string& t, const std::string& x, const std::string& m) {
    observations(
        folder, "counterpart,period,value,multiplier",
        "t,turnover,KAZ,paper,RUS,2015," + t + "\nx,exports,KAZ,paper,RUS,2015," + x + "\nm,imports,KAZ,paper,RUS,2015," + m + "\n");
    return folder.found("turnover-sum");
  };
  CHECK(trio("7.5,9", "2.3,9", "5.2,9").empty());
  CHECK(trio("7.6,9", "2.3,9", "5.2,9").empty());  // 0.1 is within 0.05 + 0.05 + 0.05
  CHECK(trio("7.7,9", "2.3,9", "5.2,9") == Texts{"observations.csv:2:31 turnover 't' is not the sum of 'x' and 'm'"});
  CHECK(trio("7500,6", "2.3,9", "5.2,9").empty());
  CHECK(trio("7500,6", "2300,6", "5202,6").size() == 1);
  CHECK(trio("8,9", "2.3,9", "5.2,9").empty());
}

TEST_CASE("a turnover that does not add up is told once, however many exports and imports there are") {
  DatasetFolder folder;
  std::string rows = "t,turnover,KAZ,paper,RUS,2015,9\n";
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    rows += "x" + n + ",exports,KAZ,paper,RUS,2015,1\nm" + n + ",imports,KAZ,paper,RUS,2015,1\n";
  }
  observations(folder, "counterpart,period,value", rows);
  CHECK(folder.found("turnover-sum").size() == 1);
}

TEST_CASE("a multiplier or decimals beyond their range are told and reckoned with by no rule") {
  DatasetFolder folder;
  observations(folder, "counterpart,period,value,multiplier,decimals",
               "t,turnover,KAZ,paper,RUS,2015,0,-2147483648,\n"
               "x,exports,KAZ,paper,RUS,2015,0,-2147483648,2147483647\n"
               "m,imports,KAZ,paper,RUS,2015,0,2147483647,-2147483648\n");
  CHECK(folder.found("range").size() == 5);
  CHECK(folder.found("turnover-sum").empty());
}

TEST_CASE("a figure that no document can print is told where it stands") {
  DatasetFolder folder;
  observations(folder, "counterpart,period,value,multiplier",
               "a,students,KAZ,paper,RUS,2015,999999999999999999,18\nb,students,KAZ,paper,RUS,2016,-1000000,18\n"
               "c,students,KAZ,paper,RUS,2017,999999,18\n");
  CHECK(folder.found("size") ==
        Texts{"observations.csv:2:31 'a' is 999999999999999999 × 10^18", "observations.csv:3:31 'b' is -1000000 × 10^18"});
}

TEST_CASE("figures of another basis are not added") {
  DatasetFolder folder;
  observations(
      folder, "counterpart,reporter,period,value,bound",
      "t,turnover,KAZ,paper,RUS,KAZ,2015,9,exact\nx,exports,KAZ,paper,RUS,RUS,2015,2,exact\nm,imports,KAZ,paper,RUS,KAZ,2015,5,exact\n"
      "x2,exports,KAZ,paper,RUS,KAZ,2014,2,exact\nx3,exports,KAZ,paper,RUS,KAZ,2015,2,lower\n");
  CHECK(folder.load().problems.empty());
}

TEST_CASE("missing is not zero") {
  DatasetFolder folder;
  observations(folder, "value,value_low,bound,status",
               "a,students,KAZ,paper,0,,exact,\n"
               "b,students,KAZ,paper,,,,O\n"
               "c,students,KAZ,paper,5,,,M\n"
               "d,students,KAZ,paper,,,,\n"
               "e,students,KAZ,paper,,,open,\n"
               "f,students,KAZ,paper,,5,lower,\n");
  CHECK(folder.found("value-of-missing") == Texts{"observations.csv:4:22 'c' has a value and the status M"});
  CHECK(folder.found("reason-for-missing") == Texts{"observations.csv:5:22 'd' has no value"});
}

TEST_CASE("a range has its ends in order") {
  DatasetFolder folder;
  observations(folder, "value,value_low,value_high,bound",
               "a,students,KAZ,paper,2,1,3,range\n"
               "b,students,KAZ,paper,,1,,range\n"
               "c,students,KAZ,paper,,3,1,range\n"
               "d,students,KAZ,paper,4,1,3,range\n");
  CHECK(folder.found("bound") == Texts{"observations.csv:3:26 'b' is a range without both ends",
                                       "observations.csv:4:25 the range of 'c' ends before it begins",
                                       "observations.csv:5:22 the value of 'd' lies outside its range"});
}

TEST_CASE("a figure has a unit, and money one currency") {
  DatasetFolder folder;
  folder.table("indicators", "id,name@en,unit\nturnover,Turnover,USD\nstudents,Students,\ntrade-growth,Growth,%\n");
  observations(folder, "value,unit,currency,comparison",
               "a,students,KAZ,paper,1,,,\n"
               "b,turnover,KAZ,paper,1,USD,EUR,\n"
               "c,turnover,KAZ,paper,1,,ABC,\n"
               "d,turnover,KAZ,paper,1,,,\n"
               "e,trade-growth,KAZ,paper,3.2,,,\n"
               "f,trade-growth,KAZ,paper,3.2,,,previous-year\n"
               "g,turnover,KAZ,paper,1,currency,,\n");
  CHECK(folder.found("unit") == Texts{"observations.csv:2:24 'a' has no unit"});
  CHECK(folder.found("currency") == Texts{"observations.csv:3:28 'b' has the unit USD and the currency EUR",
                                          "observations.csv:4:25 no currency 'ABC'",
                                          "observations.csv:8:33 'g' is money without a currency"});
  CHECK(folder.found("comparison") == Texts{"observations.csv:6:32 'e' does not say what it is compared with"});
}

TEST_CASE("a trade row has a currency, a source or release, and stands once") {
  DatasetFolder folder;
  folder.table("releases", "id,dataset,source\nr1,Customs,paper\n");
  folder.table("flows",
               "id,release,reporter,partner,flow,frequency,period,product,value,currency,source\n"
               "a,r1,RUS,KAZ,X,A,2014,TOTAL,1,USD,\n"
               "b,r1,RUS,KAZ,X,A,2014,TOTAL,2,USD,\n"
               "c,,RUS,KAZ,X,A,2014,TOTAL,1,USD,\n"
               "d,r1,RUS,KAZ,M,A,2014,TOTAL,1,,\n"
               "e,r1,RUS,KAZ,RM,A,2014,TOTAL,,USD,\n");
  CHECK(folder.found("duplicate-flow") == Texts{"flows.csv:3:1 'b' is the same trade row as 'a'"});
  CHECK(folder.found("citation") == Texts{"flows.csv:4:33 'c' has neither source nor release"});
  CHECK(folder.found("currency") == Texts{"flows.csv:5:31 'd' is money without a currency"});
  CHECK(folder.found("reason-for-missing") == Texts{"flows.csv:6:30 'e' has no value"});
}
