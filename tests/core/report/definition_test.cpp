#include <doctest/doctest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>

#include "report/report.hpp"
#include "support/dataset_folder.hpp"

using namespace attache;
using report::Definition;
using test::DatasetFolder;

namespace {

std::vector<Problem> problems_of(const std::string& toml) {
  const auto file = std::filesystem::temp_directory_path() / ("attache-definition-" + std::to_string(::getpid()) + ".toml");
  std::ofstream(file) << toml;
  auto problems = Definition::check(file.string());
  std::filesystem::remove(file);
  return problems;
}

}  // namespace

TEST_CASE("the built-in reports have no problem and describe themselves") {
  for (const char* name : {"briefing", "trade-sheet", "factsheet", "chronology", "extract"}) {
    const auto definition = Definition::find(name, "");
    REQUIRE(definition.has_value());
    CHECK(definition->name() == name);
    CHECK(definition->toml().find("[[section]]") != std::string::npos);
    CHECK(definition->describe_json().find("\"sections\":[{\"id\":") != std::string::npos);
  }
  CHECK(report::list().size() == 5);
}

TEST_CASE("all problems of a report file are told at once with line, column and suggestion") {
  const auto problems = problems_of(
      "id = \"x\"\n"
      "perspektive = \"first\"\n"
      "[[section]]\n"
      "use = \"key-figure\"\n"
      "[[section]]\n"
      "use = \"contacts\"\n"
      "limt = 3\n"
      "[[section]]\n"
      "use = \"chronology\"\n"
      "form = \"tabel\"\n");
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].where.line == 2);
  CHECK(problems[0].next.find("'perspective'") != std::string::npos);
  CHECK(problems[1].where.line == 4);
  CHECK(problems[1].next.find("'key-figures'") != std::string::npos);
  CHECK(problems[2].where.line == 7);
  CHECK(problems[2].next.find("'limit'") != std::string::npos);
  CHECK(problems[3].where.line == 10);
  CHECK(problems[3].next.find("'table'") != std::string::npos);
  CHECK(problems[3].where.column > 0);
}

TEST_CASE("what is no TOML is told with its place") {
  const auto problems = problems_of("id = \"x\"\nsection = [\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where.line >= 2);
}

TEST_CASE("two sections of one builder need ids of their own") {
  const auto problems = problems_of("[[section]]\nuse = \"contacts\"\n[[section]]\nuse = \"contacts\"\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].next.find("id = ") != std::string::npos);
}

TEST_CASE("one more problem of a report is one, not ones") {
  DatasetFolder folder;
  folder.file("reports/mine.toml", "perspektive = \"first\"\n[[section]]\nuse = \"key-figure\"\n");
  const auto found = report::Definition::find("mine", folder.path());
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().message().ends_with("(and 1 more problem in this file)"));
}
