#include <doctest/doctest.h>

#include "core/host/export_test.hpp"

using namespace attache;
using test::TemporaryFolder;

namespace {

host::ExportJob sample_job(const TemporaryFolder& folder, const std::string& report) {
  const auto plugin = host::inspect_plugin(ATTACHE_BINARY_DIR "/lib/attache/plugins/1/csv.attache.so");
  REQUIRE_MESSAGE(plugin.has_value(), test::what_of(plugin));
  host::ExportJob job;
  job.dataset = ATTACHE_SOURCE_DIR "/samples/kazakhstan-russia";
  job.plugin = *plugin;
  job.request.pair = "KAZ-RUS";
  job.request.report = report;
  job.request.language = "en";
  job.output = folder.path() + "/out.csv";
  return job;
}

}  // namespace

TEST_CASE("every built-in report of the sample dataset becomes the same files twice") {
  for (const char* report : {"briefing", "factsheet", "trade-sheet", "chronology", "extract"}) {
    const TemporaryFolder first;
    const TemporaryFolder second;
    const auto one = host::run_export_of(sample_job(first, report), test::sample_source);
    REQUIRE_MESSAGE(one.has_value(), report << ": " << test::what_of(one));
    REQUIRE(host::run_export_of(sample_job(second, report), test::sample_source).has_value());
    CHECK(first.names() == second.names());
    for (const auto& name : first.names()) CHECK_MESSAGE(first.read(name) == second.read(name), report << ": " << name);
    CHECK(first.read("out.csv").size() > 100);
    if (std::string(report) == "extract") CHECK(first.names() == std::vector<std::string>{"out.csv"});
  }
}

TEST_CASE("the trace of a report is written beside its output") {
  const TemporaryFolder folder;
  auto job = sample_job(folder, "briefing");
  job.trace = folder.path() + "/trace.json";
  REQUIRE(host::run_export_of(job, test::sample_source).has_value());
  CHECK(folder.read("trace.json").starts_with("{"));
}

TEST_CASE("wrong names come back as the builder says them") {
  const TemporaryFolder folder;
  auto job = sample_job(folder, "briefng");
  const auto report = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(report.has_value());
  CHECK(report.error().failure == Failure::usage);
  CHECK(report.error().next.find("did you mean 'briefing'?") != std::string::npos);
  job = sample_job(folder, "briefing");
  job.dataset = "/no/such/dataset";
  const auto dataset = host::run_export_of(job, test::sample_source);
  REQUIRE_FALSE(dataset.has_value());
  CHECK(dataset.error().failure == Failure::missing_input);
  CHECK(folder.names().empty());
}
