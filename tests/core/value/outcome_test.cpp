#include "value/outcome.hpp"

#include <doctest/doctest.h>

using namespace attache;

TEST_CASE("a position prints as much as is known") {
  CHECK(Position{}.text().empty());
  CHECK(Position{"a.csv", 0, 0, ""}.text() == "a.csv");
  CHECK(Position{"a.csv", 3, 0, "x"}.text() == "a.csv:3");
  CHECK(Position{"a.csv", 3, 9, "x"}.text() == "a.csv:3:9");
  CHECK(Position{"", 3, 9, "x"}.text() == "3:9");
}

TEST_CASE("a message joins the parts that are there") {
  Problem problem;
  problem.what = "no source 'kazinfom'";
  CHECK(problem.message() == "no source 'kazinfom'");
  problem.where = {"claims.csv", 4, 12, "source"};
  problem.next = "did you mean 'kazinform'?";
  CHECK(problem.message() == "claims.csv:4:12: no source 'kazinfom'; did you mean 'kazinform'?");
  problem.why = "sources.csv has no such id";
  CHECK(problem.message() == "claims.csv:4:12: no source 'kazinfom': sources.csv has no such id; did you mean 'kazinform'?");
}

TEST_CASE("a failure is an error without a place") {
  const Outcome<int> outcome = fail(Failure::usage, "no report 'x'", "try 'reports list'");
  REQUIRE_FALSE(outcome.has_value());
  CHECK(outcome.error().failure == Failure::usage);
  CHECK(outcome.error().severity == Severity::error);
  CHECK(outcome.error().message() == "no report 'x'; try 'reports list'");
}

TEST_CASE("the nearest name is found in spite of one slip") {
  const std::vector<std::string> names = {"briefing", "factsheet", "chronology", "KAZ-RUS"};
  CHECK(nearest("breifing", names) == "briefing");     // a swap counts once
  CHECK(nearest("fact-sheet", names) == "factsheet");  // an insertion
  CHECK(nearest("Briefing", names) == "briefing");     // case is ignored
  CHECK(nearest("KZA-RUS", names) == "KAZ-RUS");
  CHECK(did_you_mean("cronology", names) == "did you mean 'chronology'?");
}

TEST_CASE("nothing is suggested when nothing is near") {
  const std::vector<std::string> names = {"briefing", "xls"};
  CHECK(nearest("pdf", names).empty());
  CHECK(nearest("", names).empty());
  CHECK(nearest("ab", {"ac"}).empty());  // a third of two letters is none
  CHECK(nearest("briefing", {}).empty());
  CHECK(did_you_mean("pdf", names).empty());
}

TEST_CASE("the nearest of several wins, the first of equals") {
  CHECK(nearest("sources", {"resources", "source", "sourced"}) == "source");
  CHECK(nearest("abcdef", {"abcdeg", "abcdef"}) == "abcdef");
}
