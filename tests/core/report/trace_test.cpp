#include <algorithm>

#include "small_dataset.hpp"

using namespace attache;
using namespace attache::test;

namespace {

const report::TraceEntry* entry_with(const report::Document& document, const std::string& value, const std::string& expression) {
  const auto it = std::find_if(document.trace.begin(), document.trace.end(), [&](const report::TraceEntry& entry) {
    return entry.value.starts_with(value) && entry.expression.find(expression) != std::string::npos;
  });
  return it == document.trace.end() ? nullptr : &*it;
}

}  // namespace

TEST_CASE("the ten derived figures of the article come out of the engine, with expression and inputs") {
  const auto document = build("trade-sheet");
  struct Derived {
    const char* what;
    std::string value, expression;
  };
  const Derived all[] = {
      {"D01 sum check", "0", "(exports-2015-h1 + imports-2015-h1) - turnover-2015-h1"},
      {"D02 balance", "-2900000000", "exports-2015-h1 - imports-2015-h1"},
      {"D03 coverage", "44.2307692", "100 * exports-2015-h1 / imports-2015-h1"},
      {"D04 normalised balance", "-0.386666", "(exports-2015-h1 - imports-2015-h1) / (exports-2015-h1 + imports-2015-h1)"},
      {"D05 near-border share", "36", "100 * near-border-turnover-2015-h1 / turnover-2015-h1"},
      {"D06 implied base of 2003", "3500000000", "turnover-2014 / trade-sixfold"},
      {"D07 implied annual growth", "17.69", "trade-sixfold ^ (1 / 11)"},
      {"D08 implied half-year of 2014", "7267441860.46", "turnover-2015-h1 / (1 + turnover-growth-2015-putin / 100)"},
      {"D08 its share of the year", "34.606", "/ turnover-2014"},
      {"D09 half-year of 2015 over 2014", "35.714", "100 * turnover-2015-h1 / turnover-2014"},
      {"D10 cooperating subjects", "85.393", "100 * federal-subjects-cooperating-2015 / federal-subjects-2015"}};
  for (const auto& derived : all) {
    CAPTURE(derived.what);
    const auto* entry = entry_with(document, derived.value, derived.expression);
    REQUIRE(entry != nullptr);
    CHECK(entry->inputs.size() >= (std::string(derived.what).starts_with("D07") ? 1U : 2U));
    CHECK_FALSE(entry->printed.empty());
  }
}

TEST_CASE("what is derived is printed no more precisely than its inputs bear") {
  const auto document = build("briefing");
  CHECK(entry_with(document, "44.23", "exports-2015-h1")->printed.find("about 44") == 0);
  CHECK(entry_with(document, "-2900000000", "exports-2015-h1 - imports-2015-h1")->printed.find("2.9") != std::string::npos);
  for (const auto& entry : document.trace) CHECK(entry.printed.find("44.23") == std::string::npos);
}

TEST_CASE("every traced figure with a value names its inputs") {
  for (const char* name : {"briefing", "trade-sheet", "factsheet"}) {
    for (const auto& entry : build(name).trace) {
      CAPTURE(entry.block);
      CAPTURE(entry.column);
      if (!entry.value.empty()) CHECK_FALSE(entry.inputs.empty());
      CHECK_FALSE(entry.printed.empty());
    }
  }
}

TEST_CASE("the trace as JSON holds every figure") {
  const auto document = build("factsheet");
  const std::string json = report::trace_json(document);
  const auto lines = static_cast<std::size_t>(std::count(json.begin(), json.end(), '\n'));
  CHECK(lines == document.trace.size() + 2);
  CHECK(json.find("\"pair\":\"KAZ-RUS\"") != std::string::npos);
}

TEST_CASE("a figure that there was nothing to compute from has no expression") {
  DatasetFolder folder;
  observe(folder, "t,turnover,KAZ,RUS,2014,21,exact,USD,9,,,\n");
  for (const auto& entry : build_small(folder, "briefing").trace) {
    if (entry.printed == "[x]") CHECK_MESSAGE(entry.expression.empty(), entry.column);
  }
}
