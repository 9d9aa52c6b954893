#include <doctest/doctest.h>

#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::TemporaryFolder;

namespace {

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("a new dataset has no problem but that it is empty") {
  const TemporaryFolder folder;
  for (const char* pair : {"KAZ-RUS", "KZ-ALA-RUS", "KAZ-eurasian-economic-union"}) {
    const std::string path = folder.path() + "/new/" + pair;
    REQUIRE(dataset::init(path, pair).has_value());
    const auto loaded = dataset::load(path);
    REQUIRE(loaded.has_value());
    REQUIRE(loaded->problems.size() == 1);
    CHECK(loaded->problems[0].rule == "empty-pair");
    CHECK(loaded->problems[0].severity == Severity::warning);
    REQUIRE(loaded->dataset != nullptr);
    CHECK(loaded->dataset->settings.pairs == std::vector<std::string>{pair});
    CHECK(loaded->dataset->tables.size() == 22);
    CHECK(loaded->dataset->areas.size() == 2);
    CHECK(content(path + "/README.md").find(std::string("attache export . --pair ") + pair) != std::string::npos);
    CHECK(content(path + "/events.csv").find("title@en") != std::string::npos);
  }
}

TEST_CASE("a new dataset is the same bytes each time") {
  const TemporaryFolder folder;
  REQUIRE(dataset::init(folder.path() + "/a", "KAZ-RUS").has_value());
  REQUIRE(dataset::init(folder.path() + "/b", "KAZ-RUS").has_value());
  CHECK(content(folder.path() + "/a/datapackage.json") == content(folder.path() + "/b/datapackage.json"));
  CHECK(content(folder.path() + "/a/schema/events.json") == content(folder.path() + "/b/schema/events.json"));
}

TEST_CASE("an empty folder is taken, one with something in it is not touched") {
  const TemporaryFolder folder;
  CHECK(dataset::init(folder.path(), "KAZ-RUS").has_value());
  const TemporaryFolder other;
  other.write("mine.txt", "mine");
  const auto refused = dataset::init(other.path(), "KAZ-RUS");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::cannot_create);
  CHECK_FALSE(std::filesystem::exists(other.path() + "/datapackage.json"));
  CHECK(dataset::init(other.path() + "/mine.txt", "KAZ-RUS").error().failure == Failure::cannot_create);
  CHECK(dataset::init(other.path() + "/mine.txt/x", "KAZ-RUS").error().failure == Failure::cannot_create);
}

TEST_CASE("a malformed pair is a usage error and leaves nothing behind") {
  const TemporaryFolder folder;
  const auto refused = dataset::init(folder.path() + "/new", "KAZ_RUS");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::usage);
  CHECK_FALSE(std::filesystem::exists(folder.path() + "/new"));
}

TEST_CASE("a country in small letters is not made a group") {
  const TemporaryFolder folder;
  const auto refused = dataset::init(folder.path() + "/new", "KAZ-rus");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().what == "'rus' would be a group of areas; countries are written in capitals");
  CHECK(refused.error().next == "did you mean 'RUS'?");
}

TEST_CASE("a dataset that does not fit its disk leaves nothing behind and says why") {
  const TemporaryFolder folder;
  const auto quiet = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit small{600, before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto refused = dataset::init(folder.path() + "/new", "KAZ-RUS");
  REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
  std::signal(SIGXFSZ, quiet);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::io);
  CHECK(refused.error().why == "File too large");
  CHECK_FALSE(std::filesystem::exists(folder.path() + "/new"));
}

TEST_CASE("a code that is no country's is refused with the nearest one, and nothing is written") {
  const TemporaryFolder folder;
  const auto refused = dataset::init(folder.path() + "/new", "KAZ-RSU");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::usage);
  CHECK(refused.error().what == "'RSU' is no ISO 3166-1 alpha-3 code");
  CHECK(refused.error().next == "did you mean 'RUS'?");
  CHECK_FALSE(std::filesystem::exists(folder.path() + "/new"));
  const auto unlike = dataset::init(folder.path() + "/new", "QQQ-KAZ");
  REQUIRE_FALSE(unlike.has_value());
  CHECK(unlike.error().next.find("lower-case") != std::string::npos);
}
