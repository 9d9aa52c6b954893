#include "value/regular_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace attache;

namespace {

/// A folder of its own, removed at the end.
struct Folder {
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "attache-value-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path;
};

}  // namespace

TEST_CASE("a regular file is read to its last byte, however often a block ends in it") {
  const Folder folder;
  const std::string bytes = std::string(200000, 'a') + std::string("\0z", 2);
  std::ofstream(folder.path + "/f", std::ios::binary) << bytes;
  CHECK(read_regular_file(folder.path + "/f").value() == bytes);
}

TEST_CASE("what is no regular file is refused at once and never waited for") {
  const Folder folder;
  REQUIRE(::mkfifo((folder.path + "/pipe").c_str(), 0600) == 0);
  for (const std::string& path : {folder.path + "/pipe", std::string("/dev/zero"), folder.path}) {
    const auto read = read_regular_file(path);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().failure == Failure::data);
    CHECK(read.error().what == "cannot read " + path);
    CHECK_FALSE(read.error().why.empty());
  }
}

TEST_CASE("a file that is not there is missing, one that may not be read says how to make it readable") {
  const Folder folder;
  CHECK(read_regular_file(folder.path + "/none").error().failure == Failure::missing_input);
  if (::geteuid() == 0) return;  // nothing is unreadable to root
  std::ofstream(folder.path + "/f") << "x";
  REQUIRE(::chmod((folder.path + "/f").c_str(), 0) == 0);
  const auto read = read_regular_file(folder.path + "/f");
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().failure == Failure::permission);
  CHECK(read.error().next.find("chmod u+r") != std::string::npos);
}
