#include <doctest/doctest.h>

#include "support/dataset_folder.hpp"

using namespace attache;

TEST_CASE("the sample dataset has no errors, and its two doubtful claims are found") {
  const auto loaded = dataset::load(ATTACHE_SOURCE_DIR "/samples/kazakhstan-russia");
  REQUIRE(loaded.has_value());
  std::vector<std::string> doubtful;
  for (const Problem& problem : loaded->problems) {
    CHECK_MESSAGE(problem.severity == Severity::warning, problem.message());
    if (problem.rule == "implausible-growth") doubtful.push_back(problem.what);
  }
  REQUIRE(loaded->dataset != nullptr);
  CHECK(doubtful == std::vector<std::string>{"the claim 'turnover-growth-2015-putin' implies 7.27 billion USD for 2014-01/2014-06",
                                             "the claim 'trade-sixfold' implies 3.50 billion USD for 2003"});
}
