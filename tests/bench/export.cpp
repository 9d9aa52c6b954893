/// Whole-process cost of one export: each report × each exporter, medians over several runs.
/// bench_export ATTACHE DATASET RUNS, for example: bench_export build/release/bin/attache samples/kazakhstan-russia 15
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

struct Cost {
  double cpu_ms = 0, wall_ms = 0, peak_mib = 0;
};

double milliseconds(const timeval& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; }

Cost run_once(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    const int null = ::open("/dev/null", O_WRONLY);
    ::dup2(null, STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::fprintf(stderr, "failed: %s … %s\n", words[0].c_str(), words.back().c_str());
    std::exit(1);
  }
  return {milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), wall.count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

double median(std::vector<Cost>& costs, double Cost::*member) {
  std::sort(costs.begin(), costs.end(), [member](const Cost& a, const Cost& b) { return a.*member < b.*member; });
  return costs[costs.size() / 2].*member;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: bench_export ATTACHE DATASET RUNS\n");
    return 64;
  }
  const int runs = std::max(1, std::atoi(argv[3]));
  const auto file = (std::filesystem::temp_directory_path() / ("bench-export-" + std::to_string(::getpid()))).string();
  std::printf("| report | exporter | CPU ms | wall ms | peak MiB | kB |\n|---|---|---:|---:|---:|---:|\n");
  for (const char* report : {"briefing", "factsheet", "trade-sheet", "chronology", "extract"}) {
    for (const char* exporter : {"pdf", "xlsx", "csv"}) {
      const std::string target = file + "." + exporter;
      std::vector<Cost> costs;
      for (int run = 0; run < runs; ++run) {
        costs.push_back(
            run_once({argv[1], "export", argv[2], "--report", report, "--plugin", exporter, "-o", target, "--overwrite", "-q"}));
      }
      std::printf("| %s | %s | %.0f | %.0f | %.0f | %.0f |\n", report, exporter, median(costs, &Cost::cpu_ms),
                  median(costs, &Cost::wall_ms), median(costs, &Cost::peak_mib),
                  static_cast<double>(std::filesystem::file_size(target)) / 1000);
    }
  }
  const auto folder = std::filesystem::path(file).parent_path();
  const std::string stem = std::filesystem::path(file).filename().string();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with(stem + ".")) std::filesystem::remove(entry.path());
  }
}
