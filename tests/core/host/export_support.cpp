#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <doctest/doctest.h>

#include "core/host/export_test.hpp"
#include "support/in_process.hpp"
#include "support/sample_document.hpp"

namespace attache::test {

namespace fs = std::filesystem;

Outcome<host::BuiltDocument> sample_source(const host::ExportJob& job) {
  if (job.request.pair == "FAIL") return fail(Failure::data, "sources.csv:3:1: no source 'x'", "add it");
  if (job.request.pair == "CRASH") std::abort();
  if (job.request.pair == "HANG") {
    for (;;) ::pause();
  }
  if (!job.request.report.empty()) return host::build_document(job);
  host::BuiltDocument built;
  built.document = sample_document();
  built.trace_json = "{\"trace\": []}\n";
  return built;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "attache-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}
TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}
std::vector<std::string> TemporaryFolder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}
void TemporaryFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ + "/" + name, std::ios::binary) << text;
}
std::string TemporaryFolder::read(const std::string& name) const { return read_file(path_ + "/" + name); }

host::ExportJob misbehaving_job(const TemporaryFolder& folder, const std::string& mode) {
  const auto plugin = host::inspect_plugin(ATTACHE_BINARY_DIR "/tests/plugins/misbehaving.attache.so");
  REQUIRE_MESSAGE(plugin.has_value(), test::what_of(plugin));
  host::ExportJob job;
  job.dataset = ".";
  job.plugin = *plugin;
  job.options = {{"mode", mode}};
  job.output = folder.path() + "/out.txt";
  job.limits.total_s = 30;
  return job;
}

}  // namespace attache::test
