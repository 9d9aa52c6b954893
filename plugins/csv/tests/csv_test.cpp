#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "support/in_process.hpp"
#include "support/sample_document.hpp"
#include "support/what_of.hpp"

using namespace attache;

namespace {

namespace fs = std::filesystem;
using Options = std::vector<std::pair<std::string, std::string>>;
using Files = std::map<std::string, std::string>;

const std::string plugin = ATTACHE_BINARY_DIR "/lib/attache/plugins/1/csv.attache.so";
const std::string golden_folder = ATTACHE_SOURCE_DIR "/plugins/csv/tests/golden";

/// A folder that is removed afterwards.
struct Folder {
  std::string path = (fs::temp_directory_path() / "attache-csv-XXXXXX").string();
  Folder() { REQUIRE(::mkdtemp(path.data()) != nullptr); }
  ~Folder() { fs::remove_all(path); }
};

Outcome<Files> files_of(report::Document document, const Options& options, bool single = false) {
  const Folder folder;
  test::InProcess job;
  job.plugin = plugin;
  job.folder = folder.path;
  job.output_name = "out.csv";
  job.options = options;
  job.single = single;
  const auto staged = test::run_in_process(job, std::move(document));
  if (!staged) return fail(staged.error());
  Files files;
  for (const auto& file : *staged) files[file.name] = test::read_file(folder.path + "/" + file.name);
  return files;
}

Files sample_files(const Options& options) {
  const auto files = files_of(test::sample_document(), options);
  REQUIRE_MESSAGE(files.has_value(), test::what_of(files));
  return *files;
}

/// Byte for byte; ATTACHE_ACCEPT=1 rewrites the golden file and fails once.
void check_golden(const std::string& name, const std::string& content) {
  const std::string path = golden_folder + "/" + name;
  const std::string expected = test::read_file(path);
  if (std::getenv("ATTACHE_ACCEPT") != nullptr && expected != content) std::ofstream(path, std::ios::binary) << content;
  CHECK_MESSAGE(content == expected, name << " differs from its golden file");
}

}  // namespace

TEST_CASE("every file of the sample document is its golden file, byte for byte") {
  for (const char* profile : {"rfc4180", "excel-eu", "tsv"}) {
    const Files files = sample_files({{"profile", profile}});
    CHECK(files.size() == 8);
    for (const auto& [name, content] : files) check_golden(std::string(profile) + "." + name, content);
  }
}

TEST_CASE("the same document gives the same bytes") { CHECK(sample_files({}) == sample_files({})); }

TEST_CASE("an empty document is just its prose, and a table of no rows just the header") {
  const auto empty = files_of(test::empty_document(), {});
  REQUIRE(empty.has_value());
  CHECK(*empty == Files{{"out.csv", "block,kind,level,text,citation\r\nroot,section,0,Nothing to report,\r\n"}});
  const auto nothing = files_of(test::sample_document(), {{"table", "nothing"}});
  REQUIRE(nothing.has_value());
  CHECK(*nothing == Files{{"out.csv", "id,value,value_missing\r\n"}});
  const auto bare = files_of(test::sample_document(), {{"table", "nothing"}, {"header", "false"}});
  REQUIRE(bare.has_value());
  CHECK(*bare == Files{{"out.csv", ""}});
}

TEST_CASE("an empty cell says why it is empty and is never zero") {
  const auto files = files_of(test::large_document(1, 1), {});
  REQUIRE(files.has_value());
  CHECK(files->at("out.csv") == "key,m0,m0_missing\r\nrow 0,,not_available\r\n");
}

TEST_CASE("standard output takes one table and lists the ids when there are several") {
  const auto refused = files_of(test::sample_document(), {}, true);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::usage);
  CHECK(refused.error().what.find("table=trade-by-year, table=types, table=nothing") != std::string::npos);
  CHECK(files_of(test::sample_document(), {{"table", "single"}}, true).has_value());
}

TEST_CASE("a table that is not there is refused with those that are") {
  const auto refused = files_of(test::sample_document(), {{"table", "trade"}});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().failure == Failure::usage);
  CHECK(refused.error().what.find("the report has no table 'trade'; it has table=") != std::string::npos);
}

TEST_CASE("an extract is one file even when it has prose") {
  auto document = test::sample_document();
  for (auto& [key, value] : document.meta) {
    if (key == "report") value = "extract";
  }
  const auto files = files_of(std::move(document), {});
  REQUIRE(files.has_value());
  CHECK(files->count("out.text.csv") == 0);
}

TEST_CASE("only the spreadsheet profile disarms formulas, and only in texts") {
  const std::string data = sample_files({{"table", "types"}}).at("out.csv");
  const std::string sheet = sample_files({{"table", "types"}, {"profile", "excel-eu"}}).at("out.csv");
  CHECK(data.find(",=1+1,") != std::string::npos);
  CHECK(data.find('\'') == std::string::npos);
  CHECK(sheet.find(";'=1+1;") != std::string::npos);
  CHECK(sheet.find(";-1234567,89;") != std::string::npos);
  CHECK(sheet.find(";'-5;") != std::string::npos);
}

TEST_CASE("another delimiter is quoted where it occurs") {
  const std::string piped = sample_files({{"table", "types"}, {"delimiter", "pipe"}}).at("out.csv");
  CHECK(piped.find("cmdCode|flag|count") == 0);
  const std::string comma = sample_files({{"table", "types"}, {"profile", "excel-eu"}, {"delimiter", "comma"}}).at("out.csv");
  CHECK(comma.find(",\"-1234567,89\",") != std::string::npos);
}

TEST_CASE("many rows are written whole and in order") {
  const auto files = files_of(test::large_document(20000, 4), {});
  REQUIRE(files.has_value());
  const std::string& text = files->at("out.csv");
  CHECK(std::count(text.begin(), text.end(), '\n') == 20001);
  CHECK(text.find("\r\nrow 19999,1583720.81,,1583720.82,,1583720.83,,1583720.84,\r\n") == text.rfind("\r\nrow 19999"));
}
