/// What the plugin boundary costs: an empty export in a worker against one in this process, a cell of a large table, a listing of fifty
/// plugins. bench_plugin ATTACHE RUNS, for example: bench_plugin build/release/bin/attache 200
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "host/src/worker.hpp"
#include "support/in_process.hpp"
#include "support/sample_document.hpp"

namespace {

namespace fs = std::filesystem;
using namespace attache;

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "bench_plugin: %s\n", why.c_str());
  std::exit(1);
}

Outcome<host::BuiltDocument> nothing(const host::ExportJob& /*job*/) {
  host::BuiltDocument built;
  built.document = test::empty_document();
  return built;
}

double median_ms(int runs, const std::function<void()>& what) {
  std::vector<double> times;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    what();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
  return times[static_cast<std::size_t>(runs / 2)];
}

void export_nothing(const fs::path& folder, int runs) {
  const auto plugin = host::inspect_plugin(ATTACHE_BINARY_DIR "/tests/plugins/minimal.attache.so");
  if (!plugin) stop(plugin.error().message());
  host::ExportJob job;
  job.dataset = ".";
  job.plugin = *plugin;
  job.output = (folder / "empty.min").string();
  job.overwrite = true;
  const auto once = [&job] {
    if (const auto done = host::run_export_of(job, nothing); !done) stop(done.error().message());
  };
  job.isolate = false;
  const double here = median_ms(runs, once);
  job.isolate = true;
  const double worker = median_ms(runs, once);
  std::printf("| empty export in this process | %.2f ms |\n| empty export in a worker | %.2f ms |\n", here, worker);
}

void read_cells(const fs::path& folder) {
  for (const char* way : {"typed", "visit"}) {
    test::InProcess job;
    job.plugin = ATTACHE_BINARY_DIR "/tests/bench/cells.attache.so";
    job.folder = (folder / "cells").string();
    job.options = {{"way", way}};
    const auto files = test::run_in_process(job, test::large_document(1'250'000, 8));
    if (!files) stop(files.error().message());
    double cell = 0;
    long long cells = 0;
    std::ifstream(job.folder + "/" + files->front().name) >> cell >> cells;
    std::printf("| a cell of %lld, %s | %.2f ns |\n", cells, way, cell);
  }
}

/// Copies of the minimal plugin, each with an id of its own in its manifest and descriptor.
void copy_plugins(const fs::path& folder, int count) {
  const std::string original = test::read_file(ATTACHE_BINARY_DIR "/tests/plugins/minimal.attache.so");
  for (int number = 0; number < count; ++number) {
    std::string copy = original;
    const std::string id = "mini" + std::to_string(100 + number);
    for (auto at = copy.find("minimal"); at != std::string::npos; at = copy.find("minimal", at)) copy.replace(at, id.size(), id);
    std::ofstream(folder / (id + ".attache.so"), std::ios::binary) << copy;
  }
}

void list_plugins(const std::string& attache, const fs::path& folder, int runs) {
  const fs::path plugins = folder / "plugins";
  fs::create_directory(plugins);
  copy_plugins(plugins, 50);
  std::size_t found = 0;
  const double here = median_ms(runs, [&] { found = host::discover({plugins.string()}).plugins.size(); });
  if (found < 50) stop("only " + std::to_string(found) + " plugins were found");
  const std::string command = "'" + attache + "' plugins list --plugin-dir '" + plugins.string() + "' >/dev/null";
  const double program = median_ms(runs, [&] {
    if (std::system(command.c_str()) != 0) stop("failed: " + command);  // NOLINT(cert-env33-c): the reader's own program
  });
  std::printf("| finding 50 plugins | %.2f ms |\n| attache plugins list, whole process, 50 plugins | %.2f ms |\n", here, program);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string(argv[1]) == "__worker") return host::run_worker(nothing);
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench_plugin ATTACHE RUNS\n");
    return 64;
  }
  const int runs = std::max(1, std::atoi(argv[2]));
  const fs::path folder = fs::temp_directory_path() / ("bench-plugin-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::printf("| what | median |\n|---|---:|\n");
  export_nothing(folder, runs);
  list_plugins(argv[1], folder, runs);
  read_cells(folder);
  fs::remove_all(folder);
}
