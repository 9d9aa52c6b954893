#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "small_rows.hpp"
#include "support/dataset_folder.hpp"
#include "trade/sqlite_source.hpp"
#include "trade/store_builder.hpp"

// Whatever ends an import, the store is the former one or the new one, complete.

using namespace attache;
using namespace attache::trade;
using test::area;

namespace {

constexpr int rows_of_second = 20000;

Import second_import(const std::string& store) {
  static const std::vector<SourcedRow> rows = [] {
    CodeBook codes;
    std::vector<SourcedRow> out = test::small_rows("KAZ X RUS 2019 H5 100000 1 kg=5\n", codes);
    for (int i = 1; i < rows_of_second; ++i) {
      out.push_back(out.front());
      out.back().row.product = Product::parse(Classification::h5, std::to_string(100000 + i)).value();
    }
    return out;
  }();
  Import import = test::small_import(store, "second", "");
  import.inputs = {rows_in_memory("rows", rows)};
  import.memory_bytes = 1U << 20U;
  return import;
}

/// "first" or "first second", each with all its rows; anything else is what went wrong.
std::string state_of(const std::string& store) {
  const auto source = SqliteFlowSource::open(store);
  if (!source) return source.error().message();
  std::string out;
  const Meta meta = (*source)->meta().value();
  for (const ReleaseSummary& each : meta.releases) {
    Filter filter;
    filter.release = each.release.id;
    filter.level = 6;
    std::size_t rows = 0;
    const auto pair = (*source)->pair(area("KAZ"), area("RUS"), filter, [&](auto found) { rows += found.size(); });
    if (!pair) return pair.error().message();
    const bool whole = rows == each.rows && rows == (each.release.id == "second" ? std::size_t{rows_of_second} : std::size_t{1});
    out += (out.empty() ? "" : " ") + each.release.id + (whole ? "" : " with " + std::to_string(rows) + " rows");
  }
  return out;
}

void fresh_store(const std::string& store) {
  std::filesystem::remove(store);
  REQUIRE(import_release(test::small_import(store, "first", "KAZ X RUS 2019 H5 270900 60\n")));
}

}  // namespace

TEST_CASE("an import killed at any moment leaves the former store or the new one, complete") {
  using std::chrono::steady_clock;
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  fresh_store(store);
  const auto begin = steady_clock::now();
  REQUIRE(import_release(second_import(store)));
  const auto whole = steady_clock::now() - begin;
  CHECK(state_of(store) == "first second");
  int former = 0, killed = 0;
  constexpr int trials = 30;
  for (int i = 0; i < trials; ++i) {
    fresh_store(store);
    const pid_t child = ::fork();
    if (child == 0) {
      const bool done = import_release(second_import(store)).has_value();
      ::_exit(done ? 0 : 1);
    }
    std::this_thread::sleep_for(whole * i * 11 / (trials * 10));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
    const std::string state = state_of(store);
    CAPTURE(i);
    CHECK((state == "first" || state == "first second"));
    if (!WIFSIGNALED(status)) CHECK((WEXITSTATUS(status) == 0 && state == "first second"));
    former += state == "first" ? 1 : 0;
  }
  CHECK(killed > trials / 4);
  CHECK(former > trials / 4);
  REQUIRE(import_release(second_import(store)));  // what the dead left is in nobody's way
  CHECK(state_of(store) == "first second");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("a file that may not grow any further ends the import and leaves the former store") {
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  fresh_store(store);
  for (const rlim_t limit : {rlim_t{200000}, rlim_t{600000}, rlim_t{900000}}) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit most{limit, limit};
      ::setrlimit(RLIMIT_FSIZE, &most);
      const auto done = import_release(second_import(store));
      ::_exit(done ? 0 : done.error().failure == Failure::io ? 74 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CAPTURE(limit);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 74));
    CHECK(state_of(store) == "first");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
  }
}
