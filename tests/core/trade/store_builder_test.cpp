#include "trade/store_builder.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <algorithm>

#include <filesystem>
#include <fstream>

#include "small_rows.hpp"
#include "support/dataset_folder.hpp"
#include "trade/sqlite_source.hpp"

using namespace attache;
using namespace attache::trade;
using test::area;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string files_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += name + ' ';
  return out;
}

std::string exports_of(const std::string& store, const std::string& release) {
  const auto source = SqliteFlowSource::open(store);
  REQUIRE_MESSAGE(source, source.error().message());
  Filter filter;
  filter.release = release;
  return test::text_of((*source)->pair(area("KAZ"), area("RUS"), filter).value(), (*source)->codes());
}

}  // namespace

TEST_CASE("an import leaves the store and its lock, nothing else") {
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  folder.write("trade.sqlite.tmp.4711", "left by a dead import");
  folder.write("trade.sqlite.tmp.4711-journal", "its journal");
  folder.write("trade.sqlite.tmp.mine", "somebody's own file");
  const auto imported = import_release(test::small_import(store, "r", "KAZ X RUS 2019 H5 27 60\nKAZ X RUS 2019 H5 27 20 mot=3100\n"));
  REQUIRE_MESSAGE(imported, imported.error().message());
  CHECK(imported->rows == 1);
  CHECK(imported->detail_rows == 1);
  CHECK(files_in(folder.path()) == "trade.sqlite trade.sqlite.lock trade.sqlite.tmp.mine ");
  CHECK(exports_of(store, "r") == "X 2019 60 products H5/2\n");
}

TEST_CASE("the same import again does nothing, not even to the file") {
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  const Import import = test::small_import(store, "r", "KAZ X RUS 2019 H5 27 60\n");
  const auto first = import_release(import).value();
  const auto written = fs::last_write_time(store);
  const std::string bytes = bytes_of(store);
  const auto second = import_release(import).value();
  CHECK_FALSE(first.unchanged);
  CHECK(second.unchanged);
  CHECK(second.rows == first.rows);
  CHECK(second.generation == first.generation);
  CHECK(fs::last_write_time(store) == written);
  CHECK(bytes_of(store) == bytes);
}

TEST_CASE("the same rows make the same bytes") {
  const test::TemporaryFolder one, two;
  for (const auto& folder : {std::cref(one), std::cref(two)}) {
    REQUIRE(import_release(
        test::small_import(folder.get().path() + "/trade.sqlite", "r", "KAZ X RUS 2019 H5 27 60\nKAZ X cis 2019 CN 27MMM000 5\n")));
  }
  CHECK(bytes_of(one.path() + "/trade.sqlite") == bytes_of(two.path() + "/trade.sqlite"));
}

TEST_CASE("another release is added, and the former one and its codes stay") {
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  REQUIRE(import_release(test::small_import(store, "r1", "KAZ X RUS 2019 H5 TOTAL 60\nKAZ X cis 2019 CN 27MMM000 5\n")));
  const auto open_before = SqliteFlowSource::open(store).value();
  REQUIRE(import_release(
      test::small_import(store, "r2", "KAZ X RUS 2019 H5 TOTAL 61\nKAZ X eu 2019 CN 28MMM000 5\nKAZ X cis 2019 CN 27MMM000 6\n")));
  CHECK(exports_of(store, "r1") == "X 2019 60 declared H5/0\n");
  CHECK(exports_of(store, "r2") == "X 2019 61 declared H5/0\n");
  const auto both = SqliteFlowSource::open(store).value();
  CHECK(both->codes().contents().own_areas == std::vector<std::string>{"cis", "eu"});
  CHECK(both->meta().value().releases.size() == 2);
  CHECK(open_before->meta().value().releases.size() == 1);
  Filter filter;
  filter.release = "r1";
  CHECK(open_before->pair(area("KAZ"), area("RUS"), filter).value().totals.size() == 1);
}

TEST_CASE("a release never changes: other contents under its id are refused, another tool builds it anew") {
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  const std::string rows = "KAZ X RUS 2019 H5 TOTAL 60\n";
  REQUIRE(import_release(test::small_import(store, "r", rows)));
  REQUIRE(import_release(test::small_import(store, "s", rows)));
  const std::string before = bytes_of(store);
  const auto other = import_release(test::small_import(store, "r", "KAZ X RUS 2019 H5 TOTAL 61\n"));
  REQUIRE_FALSE(other);
  CHECK(other.error().failure == Failure::data);
  CHECK(other.error().message().find("release 'r' is in") != std::string::npos);
  CHECK(bytes_of(store) == before);
  Import newer = test::small_import(store, "r", rows);
  newer.tool = "test 2";
  const auto again = import_release(newer).value();
  CHECK_FALSE(again.unchanged);
  CHECK(exports_of(store, "r") == "X 2019 60 declared H5/0\n");
  CHECK(exports_of(store, "s") == "X 2019 60 declared H5/0\n");
  CHECK(SqliteFlowSource::open(store).value()->meta().value().releases.size() == 2);
  Import options = test::small_import(store, "r", rows);
  options.options = "encoding=latin-1";
  CHECK_FALSE(import_release(options));
}

TEST_CASE("a second importer is refused at once, for the time being") {
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  const int lock = ::open((store + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  const auto refused = import_release(test::small_import(store, "r", "KAZ X RUS 2019 H5 TOTAL 60\n"));
  ::close(lock);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().failure == Failure::temporary);
  CHECK(import_release(test::small_import(store, "r", "KAZ X RUS 2019 H5 TOTAL 60\n")));
}

TEST_CASE("contradicting rows, a reader's failure and a journal beside the store leave it as it was") {
  const test::TemporaryFolder folder;
  const std::string store = folder.path() + "/trade.sqlite";
  REQUIRE(import_release(test::small_import(store, "r", "KAZ X RUS 2019 H5 TOTAL 60\n")));
  const std::string before = bytes_of(store);

  const auto contradicting = import_release(test::small_import(store, "s", "KAZ X RUS 2019 H5 TOTAL 60\nKAZ X RUS 2019 H5 TOTAL 61\n"));
  REQUIRE_FALSE(contradicting);
  CHECK(contradicting.error().message().find("rows.csv:2: two different rows of KAZ X RUS 2019 H5 TOTAL: the other is at rows.csv:1") == 0);

  struct Failing final : RowReader {
    Outcome<> read(std::vector<SourcedRow>& batch) override {
      if (read_) return fail(Failure::data, "too many errors", "look at the rejected rows");
      read_ = true;
      CodeBook codes;
      batch = test::small_rows("KAZ X RUS 2019 H5 TOTAL 60\n", codes);
      return {};
    }
    bool read_ = false;
  };
  Import failing = test::small_import(store, "s", "");
  failing.inputs.front().open = [](CodeBook&) -> Outcome<std::unique_ptr<RowReader>> { return std::make_unique<Failing>(); };
  const auto failed = import_release(failing);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().what == "too many errors");

  folder.write("trade.sqlite-wal", "frames of another program");
  const auto journal = import_release(test::small_import(store, "s", "KAZ X RUS 2019 H5 TOTAL 60\n"));
  REQUIRE_FALSE(journal);
  CHECK(journal.error().message().find("trade.sqlite-wal' lies beside the trade store") != std::string::npos);

  CHECK(bytes_of(store) == before);
  CHECK(files_in(folder.path()) == "trade.sqlite trade.sqlite-wal trade.sqlite.lock ");
}

TEST_CASE("rows in any order, from several files and with little memory, make the same store") {
  CodeBook codes;
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += (i % 2 == 0 ? "KAZ X RUS " : "UZB M RUS ") + std::to_string(2000 + i % 7) + " H5 " + std::to_string(100000 + i * 37 % 900000) +
            ' ' + std::to_string(i) + (i % 50 == 0 ? " mot=3100\n" : "\n");
  }
  auto rows = test::small_rows(text, codes);
  const test::TemporaryFolder folder;
  const auto import_as = [&](const std::string& name, std::vector<std::vector<SourcedRow>> files, std::size_t memory) {
    Import import = test::small_import(folder.path() + '/' + name, "r", "");
    import.inputs.clear();
    import.memory_bytes = memory;
    for (auto& file : files) {
      import.inputs.push_back(rows_in_memory("file", std::move(file)));
      import.inputs.back().sha256 = "same for all";
    }
    const auto done = import_release(import);
    REQUIRE_MESSAGE(done, done.error().message());
    return *done;
  };
  const auto less = [](const SourcedRow& a, const SourcedRow& b) { return compare_keys(a.row, b.row) < 0; };
  auto sorted = rows;
  std::stable_sort(sorted.begin(), sorted.end(), less);
  auto first = std::vector<SourcedRow>(rows.begin(), rows.begin() + 9000),
       second = std::vector<SourcedRow>(rows.begin() + 9000, rows.end());
  std::stable_sort(first.begin(), first.end(), less);
  std::stable_sort(second.begin(), second.end(), less);
  auto late = sorted;  // in order for two batches, then not: what was written has to be taken back
  std::swap(late[17000], late[17001]);

  CHECK_FALSE(import_as("sorted", {sorted}, 1U << 27U).sorted);
  CHECK_FALSE(import_as("merged", {first, second}, 1U << 27U).sorted);
  CHECK(import_as("shuffled", {rows}, 1U << 27U).sorted);
  CHECK(import_as("small", {rows}, 1U << 17U).sorted);
  CHECK(import_as("late", {late}, 1U << 18U).sorted);
  const auto answers = [&](const std::string& name) {
    const auto source = SqliteFlowSource::open(folder.path() + '/' + name).value();
    Filter filter;
    filter.release = "r";
    filter.level = 6;
    std::string out = std::to_string(source->meta().value().releases.front().digest) + '\n';
    static_cast<void>(
        source->pair(area("KAZ"), area("RUS"), filter, [&](auto found) { out += test::text_of(found, source->codes()); }).value());
    out += test::text_of(source->products(area("RUS"), Side::partner, filter).value().products, source->codes());
    return out + test::text_of(source->products(world, Side::reporter, filter).value().products, source->codes());
  };
  const std::string expected = answers("sorted");
  CHECK(expected.size() > 100000);
  for (const char* name : {"merged", "shuffled", "small", "late"}) {
    CAPTURE(name);
    CHECK((answers(name) == expected));
  }
}

TEST_CASE("a store reached through a link is replaced where it lies, and a folder that is missing is named") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder.path() + "/disk");
  const std::string link = folder.path() + "/link.sqlite";
  REQUIRE(import_release(test::small_import(folder.path() + "/disk/trade.sqlite", "r", "KAZ X RUS 2019 H5 TOTAL 60\n")));
  fs::create_symlink(folder.path() + "/disk/trade.sqlite", link);
  REQUIRE(import_release(test::small_import(link, "s", "KAZ X RUS 2019 H5 TOTAL 61\n")));
  CHECK(fs::is_symlink(link));
  CHECK(exports_of(folder.path() + "/disk/trade.sqlite", "s") == "X 2019 61 declared H5/0\n");
  const auto missing = import_release(test::small_import(folder.path() + "/no/trade.sqlite", "r", ""));
  REQUIRE_FALSE(missing);
  CHECK(missing.error().failure == Failure::cannot_create);
}
