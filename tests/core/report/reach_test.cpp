#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

namespace {

/// The warnings of the sample's briefing.
std::vector<std::string> warnings(const std::string& pair, const std::string& period, const std::string& as_of) {
  report::Request request;
  request.pair = pair;
  request.period = period;
  request.as_of = as_of;
  return build("briefing", request).warnings;
}

}  // namespace

TEST_CASE("a pair that neither the settings nor a row name is refused with the pairs there are") {
  report::Request request;
  request.pair = "CHN-RUS";
  const auto document = try_build(kazakhstan_russia(), "briefing", request);
  REQUIRE_FALSE(document.has_value());
  CHECK(document.error().failure == Failure::usage);
  CHECK(has(document.error().message(), "no row about CHN-RUS"));
  CHECK(has(document.error().message(), "the dataset is about KAZ-RUS"));
}

TEST_CASE("a period without figures is a warning that says which there are, and an error when strict") {
  const auto said = warnings("KAZ-RUS", "2090..2095", "");
  REQUIRE(said.size() == 1);
  CAPTURE(said[0]);
  CHECK(has(said[0], "the figures for KAZ-RUS known on 2015-10-16 run from 2000 to 2015; none lies in 2090..2095"));
  CHECK(warnings("KAZ-RUS", "2010..2012", "").empty());
  CHECK(warnings("RUS-KAZ", "2014", "").empty());
  CHECK(warnings("", "", "").empty());
  report::Request request;
  request.period = "2090..2095";
  request.strict = true;
  const auto refused = try_build(kazakhstan_russia(), "briefing", request);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::data);
}

TEST_CASE("an as-of day before everything is a warning that says when the data begin") {
  const auto said = warnings("KAZ-RUS", "", "1990-01-01");
  REQUIRE(said.size() == 1);
  CAPTURE(said[0]);
  CHECK(has(said[0], "nothing about KAZ-RUS is dated 1990-01-01 or before; its data run from 1992 to "));
  const auto later = warnings("KAZ-USA", "", "");
  REQUIRE(later.size() == 1);
  CHECK(has(later[0], "nothing about KAZ-USA is dated 2015-10-16 or before; its data run from 20"));
  CHECK(warnings("KAZ-USA", "", "2026-01-01").empty());
}

TEST_CASE("a pair that only the settings name is a warning") {
  DatasetFolder folder;
  folder.without("relationships");
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"]})");
  const auto loaded = folder.load();
  REQUIRE(loaded.dataset != nullptr);
  const auto document = try_build(*loaded.dataset, "briefing");
  REQUIRE(document.has_value());
  REQUIRE(document->warnings.size() == 1);
  CHECK(has(document->warnings[0], "no row about KAZ-RUS yet"));
}

TEST_CASE("a period that is none is refused with the forms there are") {
  for (const char* wrong : {"2015..2005", "0..2000", "last 0", "2015-10", "2005..", "..", "last"}) {
    CAPTURE(wrong);
    report::Request request;
    request.period = wrong;
    const auto document = try_build(kazakhstan_russia(), "briefing", request);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().failure == Failure::usage);
    CHECK(has(document.error().message(), "'2005..2015'"));
  }
}
