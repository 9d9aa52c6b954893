// The interface attache.file-sink/1: artifacts as paths, and the folder for temporary files.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "core/host/export_test.hpp"
#include "host/src/artifacts.hpp"

using namespace attache;
using host::Artifacts;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string open_path(Artifacts& artifacts, std::string_view name = "x.txt") {
  attache_str path{};
  return artifacts.open_file(name, "text/plain", &path) == ATTACHE_OK ? std::string(path.data, path.size) : std::string{};
}

void write(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

std::string problem_of(const Artifacts& artifacts) { return artifacts.problem() ? artifacts.problem()->what : ""; }

}  // namespace

TEST_CASE("a file that is opened by its path, written and closed is an artifact in the order of opening") {
  const TemporaryFolder folder;
  Artifacts artifacts(folder.path(), "x.txt", false, 0);
  const std::string second = open_path(artifacts, "x.second.txt");
  const std::string first = open_path(artifacts);
  CHECK(first == folder.path() + "/x.txt");
  CHECK_FALSE(fs::exists(first));
  write(first, "one");
  write(second, "three");
  CHECK(artifacts.close_file(first) == ATTACHE_OK);
  CHECK(artifacts.close_file(second) == ATTACHE_OK);
  const auto files = artifacts.finish();
  REQUIRE(files.has_value());
  REQUIRE(files->size() == 2);
  CHECK((*files)[0].name == "x.second.txt");
  CHECK((*files)[0].bytes == 5);
  CHECK((*files)[1].name == "x.txt");
  CHECK((*files)[1].media_type == "text/plain");
}

TEST_CASE("a path may be opened beside sinks, and names are shared between them") {
  const TemporaryFolder folder;
  Artifacts artifacts(folder.path(), "x.txt", false, 0);
  ATTACHE_NEW(attache_sink, sink);
  REQUIRE(artifacts.open_sink("x.txt", "text/plain", &sink) == ATTACHE_OK);
  CHECK(open_path(artifacts).empty());
  CHECK(problem_of(artifacts) == "the plugin opens 'x.txt' twice");
}

TEST_CASE("a file that is closed must be there, be a file of its own and be closed once") {
  const TemporaryFolder folder;
  {
    Artifacts artifacts(folder.path(), "x.txt", false, 0);
    CHECK(artifacts.close_file(open_path(artifacts)) == ATTACHE_ERR_INTERNAL);
    CHECK(problem_of(artifacts) == "the plugin closes 'x.txt' without having written it");
  }
  {
    Artifacts artifacts(folder.path(), "x.txt", false, 0);
    const std::string path = open_path(artifacts);
    fs::create_symlink("/etc/hostname", path);
    CHECK(artifacts.close_file(path) == ATTACHE_ERR_INTERNAL);
    fs::remove(path);
  }
  {
    Artifacts artifacts(folder.path(), "x.txt", false, 0);
    const std::string path = open_path(artifacts);
    write(path, "one");
    CHECK(artifacts.close_file(path) == ATTACHE_OK);
    CHECK(artifacts.close_file(path) == ATTACHE_ERR_INTERNAL);
    CHECK(problem_of(artifacts) == "the plugin closes a file that is not open");
  }
  Artifacts artifacts(folder.path(), "x.txt", false, 0);
  CHECK(artifacts.close_file("/etc/hostname") == ATTACHE_ERR_INTERNAL);
}

TEST_CASE("a path that stays open makes the export fail") {
  const TemporaryFolder folder;
  Artifacts artifacts(folder.path(), "x.txt", false, 0);
  write(open_path(artifacts), "one");
  const auto files = artifacts.finish();
  REQUIRE_FALSE(files.has_value());
  CHECK(files.error().what == "the plugin left 'x.txt' open");
}

TEST_CASE("a path is named as a sink is, and the second one is refused where one stream is wanted") {
  const TemporaryFolder folder;
  for (const char* name : {"../x.txt", "y.txt", "x/y.txt", "x.", "", "x.a\nb"}) {
    Artifacts artifacts(folder.path(), "x.txt", false, 0);
    CHECK_MESSAGE(open_path(artifacts, name).empty(), name);
    CHECK(problem_of(artifacts).starts_with("the plugin wants to write "));
  }
  Artifacts single(folder.path(), "x.txt", true, 0);
  CHECK_FALSE(open_path(single).empty());
  CHECK(open_path(single, "x.second.txt").empty());
  CHECK(single.problem()->failure == Failure::usage);
}

TEST_CASE("a file beyond the limit is refused when it is closed") {
  const TemporaryFolder folder;
  Artifacts artifacts(folder.path(), "x.txt", false, 10);
  const std::string path = open_path(artifacts);
  write(path, "eleven bytes");
  CHECK(artifacts.close_file(path) == ATTACHE_ERR_IO);
  CHECK(problem_of(artifacts) == "the file 'x.txt' grew beyond the limit of 10 bytes");
}

TEST_CASE("the folder for temporary files is one, private, beside the artifacts and no artifact") {
  const TemporaryFolder folder;
  Artifacts artifacts(folder.path(), "x.txt", false, 0);
  const std::string temporary = artifacts.temporary_folder().data;
  CHECK(artifacts.temporary_folder().data == temporary);
  CHECK(fs::path(temporary).parent_path() == folder.path());
  CHECK((fs::status(temporary).permissions() & fs::perms::all) == fs::perms::owner_all);
  write(temporary + "/part", "one");
  const std::string path = open_path(artifacts);
  fs::rename(temporary + "/part", path);
  write(temporary + "/rest", "left");
  CHECK(artifacts.close_file(path) == ATTACHE_OK);
  CHECK(artifacts.finish().has_value());
}
