#include "dataset/pair.hpp"

#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;
using dataset::Pair;
using dataset::parse_pair;

TEST_CASE("a pair is cut at the dash between its areas") {
  CHECK(*parse_pair("KAZ-RUS") == Pair{"KAZ", "RUS"});
  CHECK(*parse_pair("KZ-ALA-RUS") == Pair{"KZ-ALA", "RUS"});
  CHECK(*parse_pair("KAZ-eurasian-economic-union") == Pair{"KAZ", "eurasian-economic-union"});
}

TEST_CASE("what is no pair is a usage error") {
  for (const char* text : {"", "KAZ", "KAZ-", "-RUS", "KAZ/RUS", "kaz rus", "KAZ-Rus", "KAZ-KAZ", "a-b-c", "../x-KAZ"}) {
    const auto pair = parse_pair(text);
    REQUIRE_FALSE_MESSAGE(pair.has_value(), text);
    CHECK(pair.error().failure == Failure::usage);
  }
}

TEST_CASE("in a dataset a pair names its areas") {
  const test::DatasetFolder folder;
  const auto loaded = folder.load();
  CHECK(*parse_pair(*loaded.dataset, "RUS-cis") == Pair{"RUS", "cis"});
  const auto wrong = parse_pair(*loaded.dataset, "KAZ-RUZ");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().why == "areas.csv has no 'RUZ'");
  CHECK(wrong.error().next == "did you mean 'RUS'?");
  CHECK(parse_pair(*loaded.dataset, "nonsense").error().next == "the dataset has KAZ-RUS");
}
