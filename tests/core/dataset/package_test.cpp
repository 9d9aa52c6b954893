#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "support/dataset_folder.hpp"

using namespace attache;
using test::DatasetFolder;
using test::TemporaryFolder;

namespace {

std::vector<std::string> problems_of(const TemporaryFolder& folder, const std::string& json) {
  folder.write("datapackage.json", json);
  const auto loaded = dataset::load(folder.path());
  REQUIRE(loaded.has_value());
  std::vector<std::string> out;
  for (const Problem& problem : loaded->problems) out.push_back(problem.where.text().substr(folder.path().size() + 1) + " " + problem.what);
  return out;
}

bool has(const std::vector<std::string>& problems, const std::string& wanted) {
  return std::find(problems.begin(), problems.end(), wanted) != problems.end();
}

}  // namespace

TEST_CASE("a folder and its datapackage.json are the same dataset") {
  const DatasetFolder folder;
  const auto by_folder = folder.load();
  const auto by_file = dataset::load(folder.path() + "/datapackage.json");
  REQUIRE(by_file.has_value());
  REQUIRE(by_folder.dataset != nullptr);
  REQUIRE(by_file->dataset != nullptr);
  CHECK(by_folder.dataset->digest == by_file->dataset->digest);
  CHECK(by_folder.dataset->folder == by_file->dataset->folder);
  CHECK(dataset::load(folder.path() + "/")->dataset->folder == folder.path());
}

TEST_CASE("no package is a missing input, no JSON is bad data with its place") {
  const auto nothing = dataset::load("/nonexistent/folder");
  REQUIRE_FALSE(nothing.has_value());
  CHECK(nothing.error().failure == Failure::missing_input);
  const TemporaryFolder folder;
  CHECK(dataset::load(folder.path()).error().failure == Failure::missing_input);
  folder.write("datapackage.json", "{\n  \"name\": \"x\",\n  oops\n}\n");
  const auto broken = dataset::load(folder.path());
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().failure == Failure::data);
  CHECK(broken.error().where.line == 3);
  CHECK(broken.error().where.column == 3);
  folder.write("datapackage.json", "[]");
  CHECK(dataset::load(folder.path()).error().failure == Failure::data);
}

TEST_CASE("settings are read") {
  DatasetFolder folder;
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS", "RUS-cis"], "defaults": {"as_of": "2015-10-16", "language": "ru"}})");
  const auto loaded = folder.load();
  REQUIRE(loaded.dataset != nullptr);
  const dataset::Settings& settings = loaded.dataset->settings;
  CHECK(settings.name == "test");
  CHECK(settings.title == "Test");
  CHECK(settings.pairs == std::vector<std::string>{"KAZ-RUS", "RUS-cis"});
  CHECK(settings.as_of->text() == "2015-10-16");
  CHECK(settings.language == "ru");
}

TEST_CASE("what is wrong in the settings is told with a suggestion") {
  DatasetFolder folder;
  folder.settings(R"({"version": 2, "pairs": ["KAZ-RUX"], "default": {}})");
  CHECK(folder.found("package") ==
        std::vector<std::string>{"datapackage.json:1:47 attache.version is not 1", "datapackage.json:1:83 attache has no 'default'"});
  CHECK(folder.found("pair") == std::vector<std::string>{"datapackage.json:1:71 'KAZ-RUX' is no pair"});
  folder.settings(R"({"version": 1, "pairs": ["KAZ-RUS"], "defaults": {"as_of": "2015-02-30", "langauge": "en"}})");
  CHECK(folder.found("edtf").size() == 1);
  CHECK(folder.load().problems.back().next == "did you mean 'language'?");
  folder.settings(R"({"version": 1, "pairs": []})");
  CHECK(folder.found("package").size() == 1);
  folder.settings("[]");
  CHECK(folder.found("package").size() == 1);
}

TEST_CASE("an unknown or doubled table is an error") {
  const TemporaryFolder folder;
  folder.write("events.csv", "id,type,status,source\n");
  const auto problems = problems_of(folder, R"({"sources": [], "attache": {"version": 1, "pairs": ["KAZ-RUS"]}, "resources": [
{"name": "event", "path": "events.csv"},
{"name": "events", "path": "events.csv"},
{"name": "events", "path": "events.csv"},
{"name": "sources", "path": 5}, 7]})");
  CHECK(has(problems, "datapackage.json:2:10 no table 'event'"));
  CHECK(has(problems, "datapackage.json:3:10 a second table 'events'"));
  CHECK(has(problems, "datapackage.json:5:10 the table sources has no path"));
  CHECK(std::any_of(problems.begin(), problems.end(), [](const std::string& p) { return p.ends_with("a resource is no object"); }));
}

TEST_CASE("no file lies outside the package") {
  const TemporaryFolder outside, folder;
  outside.write("secret.csv", "id\n");
  std::filesystem::create_symlink(outside.path() + "/secret.csv", folder.path() + "/areas.csv");
  const auto problem = [&folder](const std::string& path) {
    const auto problems = problems_of(
        folder, R"({"attache": {"version": 1, "pairs": ["KAZ-RUS"]}, "resources": [{"name": "areas", "path": ")" + path + "\"}]}");
    return std::any_of(problems.begin(), problems.end(),
                       [&](const std::string& p) { return p.ends_with("the path '" + path + "' of the table areas leaves the package"); });
  };
  CHECK(problem("../secret.csv"));
  CHECK(problem("sub/../../secret.csv"));
  CHECK(problem("/etc/passwd"));
  CHECK(problem("https://example.org/areas.csv"));
  CHECK(problem("areas.csv"));  // the link
}

TEST_CASE("a file that is not there is named at its resource") {
  DatasetFolder folder;
  folder.table("events", "id\n");
  std::filesystem::remove(folder.path() + "/events.csv");
  const auto found = folder.found("path");
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("datapackage.json:5:12 cannot open ") == 0);
  CHECK(folder.load().problems.front().failure == Failure::missing_input);
}

TEST_CASE("nothing is concluded from what a missing file lacks") {
  DatasetFolder folder;
  folder.table("events", "id\n").table("notes", "id,about,text@en\nn,events:visit,Text\n");
  CHECK(folder.found("foreign-key").size() == 1);
  std::filesystem::remove(folder.path() + "/events.csv");
  CHECK(folder.load().problems.size() == 1);
}

TEST_CASE("a pipe in place of a table is refused, not waited for") {
  DatasetFolder folder;
  folder.table("events", "id\n");
  std::filesystem::remove(folder.path() + "/events.csv");
  REQUIRE(::mkfifo((folder.path() + "/events.csv").c_str(), 0600) == 0);
  const auto problems = folder.load().problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].failure == Failure::data);
  CHECK(problems[0].message().find("it is a pipe, a device or a socket; put a regular file there") != std::string::npos);
}

TEST_CASE("a table that may not be read is a matter of permission") {
  if (::geteuid() == 0) return;  // nothing is unreadable to root
  DatasetFolder folder;
  std::filesystem::permissions(folder.path() + "/agents.csv", std::filesystem::perms::none);
  const auto problems = folder.load().problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].failure == Failure::permission);
  CHECK(problems[0].next.find("chmod u+r") != std::string::npos);
}

TEST_CASE("a datapackage.json of endless brackets is bad data, and brackets in texts are none") {
  const TemporaryFolder folder;
  folder.write("datapackage.json", "{\n\"dialect\": " + std::string(200000, '[') + std::string(200000, ']') + "}");
  const auto nested = dataset::load(folder.path());
  REQUIRE_FALSE(nested.has_value());
  CHECK(nested.error().failure == Failure::data);
  CHECK(nested.error().what == "lists and objects are nested deeper than 64");
  CHECK(nested.error().where.line == 2);
  CHECK(nested.error().where.column == 75);
  folder.write("datapackage.json", R"({"title": "\")" + std::string(100, '[') + "\"}");
  CHECK(dataset::load(folder.path()).has_value());
}

TEST_CASE("the digest changes with tables and settings, not with the order of resources") {
  DatasetFolder folder;
  const std::string first = folder.load().dataset->digest;
  CHECK(first.size() == 64);
  CHECK(folder.load().dataset->digest == first);
  folder.settings(R"({"version": 1, "pairs": ["RUS-KAZ"]})");
  const std::string second = folder.load().dataset->digest;
  CHECK(second != first);
  folder.table("agents", "id,kind,name@en\nputin,person,V. Putin\n");
  CHECK(folder.load().dataset->digest != second);
}
