#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "small_rows.hpp"
#include "support/dataset_folder.hpp"
#include "trade/sqlite_source.hpp"
#include "trade/store_builder.hpp"

// What is no sound store is refused by name, with what to do about it.

using namespace attache;
using namespace attache::trade;
using test::area;

namespace {

struct Store {
  test::TemporaryFolder folder;
  std::string path = folder.path() + "/trade.sqlite";
  std::string bytes;

  explicit Store(int products = 300) {
    std::string rows;
    for (int i = 0; i < products; ++i) rows += "KAZ X RUS 2019 H5 " + std::to_string(100000 + i) + ' ' + std::to_string(i) + " kg=5\n";
    REQUIRE(import_release(test::small_import(path, "r", rows)));
    std::ifstream file(path, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  Problem refused(const std::string& with) const {
    folder.write("trade.sqlite", with);
    const auto source = SqliteFlowSource::open(path);
    REQUIRE_FALSE(source);
    CHECK(source.error().message().find(path) != std::string::npos);
    const auto imported = import_release(test::small_import(path, "s", "KAZ X RUS 2019 H5 TOTAL 60\n"));
    REQUIRE_FALSE(imported);
    CHECK(imported.error().message() == source.error().message());
    return source.error();
  }
};

/// Everything a report would read; false when a failure said so.
bool reads_whole(const std::string& path, std::string& text) {
  const auto source = SqliteFlowSource::open(path);
  if (!source) return false;
  Filter filter;
  filter.release = "r";
  filter.level = 6;
  const auto pair = (*source)->pair(area("KAZ"), area("RUS"), filter, [&](auto rows) { text += test::text_of(rows, (*source)->codes()); });
  const auto partners = (*source)->partners(area("RUS"), Side::partner, filter);
  const auto products = (*source)->products(world, Side::reporter, filter);
  if (!pair || !partners || !products) return false;
  text += test::text_of(*pair, (*source)->codes()) + test::text_of(partners->world, (*source)->codes()) +
          test::text_of(products->products, (*source)->codes());
  return true;
}

}  // namespace

TEST_CASE("files that are no sound store are refused, each with its reason") {
  const Store store;
  CHECK(store.refused("").what.find("is empty") != std::string::npos);
  CHECK(store.refused("id,value\n1,2\n").what.find("is no trade store") != std::string::npos);
  CHECK(store.refused(std::string(5000, 'x')).what.find("is no trade store") != std::string::npos);
  CHECK(store.refused(store.bytes.substr(0, store.bytes.size() / 2)).what.find("is cut short") != std::string::npos);
  CHECK(store.refused(store.bytes.substr(0, 60)).what.find("is no trade store") != std::string::npos);

  std::string foreign = store.bytes;
  foreign[68] = 'Z';
  CHECK(store.refused(foreign).what.find("is an SQLite file, but no trade store") != std::string::npos);
  std::string newer = store.bytes;
  newer[63] = 9;
  CHECK(store.refused(newer).what.find("written by a newer Attaché") != std::string::npos);
  std::string older = store.bytes;
  older[63] = 0;
  CHECK(store.refused(older).what.find("older form") != std::string::npos);
  CHECK(store.refused(older).next.find("import again") != std::string::npos);
  std::string write_ahead = store.bytes;
  write_ahead[18] = write_ahead[19] = 2;
  CHECK(store.refused(write_ahead).what.find("write-ahead") != std::string::npos);
  std::string unfinished = store.bytes;
  const std::size_t complete = unfinished.find("complete1");
  REQUIRE(complete != std::string::npos);
  unfinished[complete + 8] = '0';
  CHECK(store.refused(unfinished).why == "its import did not end");
}

TEST_CASE("a missing store and a folder in its place are told apart") {
  const test::TemporaryFolder folder;
  CHECK(SqliteFlowSource::open(folder.path() + "/no.sqlite").error().failure == Failure::missing_input);
  CHECK(SqliteFlowSource::open(folder.path()).error().failure == Failure::data);
}

TEST_CASE("a flipped bit is noticed or changes nothing") {
  const Store store;
  std::string sound;
  REQUIRE(reads_whole(store.path, sound));
  std::uint64_t state = 7;
  int noticed = 0;
  for (int i = 0; i < 400; ++i) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    std::string damaged = store.bytes;
    const std::size_t at = (state >> 20U) % damaged.size();
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (state >> 60U) % 8));
    store.folder.write("trade.sqlite", damaged);
    std::string text;
    CAPTURE(at);
    if (reads_whole(store.path, text)) {
      CHECK((text == sound));
    } else {
      ++noticed;
    }
  }
  CHECK(noticed > 20);
}

TEST_CASE("a store on a path with odd characters is opened") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/100% ?mode=rwc#Қазақстан.sqlite";
  REQUIRE(import_release(test::small_import(path, "r", "KAZ X RUS 2019 H5 TOTAL 60\n")));
  CHECK(SqliteFlowSource::open(path));
}

TEST_CASE("a store is read without write permission, and nothing appears beside it") {
  const Store store;
  namespace fs = std::filesystem;
  fs::remove(store.path + ".lock");
  fs::permissions(store.path, fs::perms::owner_read);
  fs::permissions(store.folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  std::string text;
  CHECK(reads_whole(store.path, text));
  CHECK(std::distance(fs::directory_iterator(store.folder.path()), {}) == 1);
  fs::permissions(store.folder.path(), fs::perms::owner_all);
}
