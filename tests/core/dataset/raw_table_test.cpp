#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using Texts = std::vector<std::string>;

TEST_CASE("a raw table has the schema's order and the text as written") {
  test::DatasetFolder folder;
  folder.table("observations",
               "source,value,id,note,indicator,area\n"
               "paper,7.50,a,\"x, \"\"y\"\"\",turnover,KAZ\n");
  const auto loaded = folder.load();
  REQUIRE(loaded.dataset != nullptr);
  const auto table = dataset::raw_table(*loaded.dataset, "observations");
  REQUIRE(table.has_value());
  CHECK(table->file == "observations.csv");
  CHECK(table->columns == Texts{"id", "indicator", "area", "value", "source", "note"});
  CHECK(table->rows == std::vector<Texts>{{"a", "turnover", "KAZ", "7.50", "paper", "x, \"y\""}});
}

TEST_CASE("an unknown table is a usage error with a suggestion") {
  const test::DatasetFolder folder;
  const auto loaded = folder.load();
  const auto table = dataset::raw_table(*loaded.dataset, "agent");
  REQUIRE_FALSE(table.has_value());
  CHECK(table.error().failure == Failure::usage);
  CHECK(table.error().next == "did you mean 'agents'?");
}
