#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

TEST_CASE("the extract gives values with all digits of the source, and its trace says so") {
  DatasetFolder folder;
  folder.table("observations",
               "id,indicator,area,counterpart,period,value,bound,unit,multiplier,value_low,value_high,source\n"
               "t,turnover,KAZ,RUS,2014,0.123456789,range,USD,9,0.123456788,0.123456790,paper\n");
  const auto document = build_small(folder, "extract");
  const auto& table = document.tables.at(0);
  const auto cell = [&](const char* id) {
    const auto column = std::find_if(table.columns.begin(), table.columns.end(), [&](const report::Column& c) { return c.id == id; });
    return std::get<Decimal>(table.rows.at(0)[static_cast<std::size_t>(column - table.columns.begin())].value).text();
  };
  CHECK(cell("OBS_VALUE") == "0.123456789");
  CHECK(cell("VALUE_LOW") == "0.123456788");
  REQUIRE(document.trace.size() == 1);
  CHECK(document.trace[0].printed == "0.123456789");
  CHECK(document.trace[0].value == "123456789");
}
