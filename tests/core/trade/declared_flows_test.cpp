#include <doctest/doctest.h>

#include "small_rows.hpp"
#include "support/dataset_folder.hpp"
#include "trade/memory_source.hpp"

using namespace attache;
using namespace attache::trade;
using test::area;

TEST_CASE("the sample's declared flows answer as they were published") {
  const auto loaded = dataset::load(ATTACHE_SOURCE_DIR "/samples/kazakhstan-russia").value();
  REQUIRE(loaded.dataset);
  const auto source = MemoryFlowSource::of(*loaded.dataset);
  REQUIRE_MESSAGE(source, source.error().message());
  Filter filter;
  filter.release = "rus-customs-annual";
  filter.flows = Flows::only(Flow::x);
  filter.first = filter.last = Period::of_year(2021);
  const auto pair = (*source)->pair(area("RUS"), area("KAZ"), filter).value();
  CHECK(test::text_of(pair, (*source)->codes()) == "X 2021 18496000000 declared HS/0\n");
  CHECK((*source)->meta().value().find("rus-customs-annual")->release.currency == "USD");
}

TEST_CASE("a release in two currencies is refused at the row") {
  test::DatasetFolder folder;
  folder.table("flows",
               "id,reporter,partner,flow,frequency,period,product,value,currency,source\n"
               "a,KAZ,RUS,X,A,2014,TOTAL,5,USD,paper\nb,KAZ,RUS,X,A,2015,TOTAL,5,EUR,paper\n");
  const auto loaded = folder.try_load().value();
  REQUIRE(loaded.dataset);
  const auto source = MemoryFlowSource::of(*loaded.dataset);
  REQUIRE_FALSE(source);
  CHECK(source.error().message().find("flows.csv:3") != std::string::npos);
}
