#include "kazakhstan_russia.hpp"
#include "support/document_dump.hpp"

using namespace attache;
using namespace attache::test;

TEST_CASE("each of the five reports builds from the sample and names no message the catalogue lacks") {
  for (const char* name : {"briefing", "trade-sheet", "factsheet", "chronology", "extract"}) {
    CAPTURE(name);
    const std::string text = dump(build(name));
    CHECK(text.size() > 1000);
    CHECK(text.find("report.") == std::string::npos);
    CHECK(text.find("{shape") == std::string::npos);
  }
}

TEST_CASE("building twice gives the same document") {
  for (const char* name : {"briefing", "extract"}) {
    const auto once = build(name);
    const auto again = build(name);
    CHECK(dump(once) == dump(again));
    CHECK(report::trace_json(once) == report::trace_json(again));
    CHECK(once.meta == again.meta);
  }
}

TEST_CASE("an unknown pair is refused with the nearest one") {
  report::Request request;
  request.pair = "KAZ-RUZ";
  const auto document = try_build(kazakhstan_russia(), "briefing", request);
  REQUIRE_FALSE(document.has_value());
  CHECK(document.error().failure == Failure::usage);
  CHECK(document.error().message().find("KAZ-RUS") != std::string::npos);
}

TEST_CASE("an unknown report and an unknown language are refused with the nearest one") {
  const auto report = report::Definition::find("brifing", "");
  REQUIRE_FALSE(report.has_value());
  CHECK(report.error().failure == Failure::usage);
  CHECK(report.error().message().find("'briefing'") != std::string::npos);
  report::Request request;
  request.language = "enn";
  const auto document = try_build(kazakhstan_russia(), "briefing", request);
  REQUIRE_FALSE(document.has_value());
  CHECK(document.error().failure == Failure::usage);
}
