#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "line.hpp"

using attache::tests::Shell;
using nlohmann::json;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

json usage(const Shell& shell) { return json::parse(shell.run("attache --json-usage").out); }

}  // namespace

TEST_CASE("every help fits 80 columns and says how to call the command") {
  const Shell shell;
  std::vector<std::string> names = {""};
  const json described = usage(shell);
  for (const json& command : described["commands"]) names.push_back(command["name"]);
  for (const std::string& name : names) {
    CAPTURE(name);
    const auto outcome = shell.run("attache " + name + " --help");
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(outcome.out.find("Usage: attache") != std::string::npos);
    for (const std::string& line : lines_of(outcome.out)) {
      CAPTURE(line);
      CHECK(line.size() <= 80);
    }
  }
}

TEST_CASE("every command has examples, and each of them runs") {
  const Shell shell;
  REQUIRE(shell.run("ln -s $SAMPLES samples && cp " ATTACHE_BINARY_DIR "/tests/plugins/minimal.attache.so mine.attache.so").code == 0);
  REQUIRE(shell.run("cp -r $SAMPLES/kazakhstan-russia my-dataset && cp my-dataset/raw/kaz_foreign_trade_by_country_2018.csv kaz-2018.csv")
              .code == 0);
  shell.write("x.csv", "reporter,partner,flow,frequency,period,classification,product,value\nKAZ,RUS,X,A,2018,HS,TOTAL,5\n");
  const json described = usage(shell);
  for (const json& command : described["commands"]) {
    CAPTURE(command["name"]);
    CHECK_FALSE(command["examples"].empty());
    for (const json& example : command["examples"]) {
      const std::string line = example["line"];
      CAPTURE(line);
      CHECK(line.size() <= 74);  // indented by 6 in the help
      shell.write("example.sh", "set -o pipefail\n" + line + "\n");
      const auto outcome = shell.run("bash example.sh");
      CAPTURE(outcome.err);
      CHECK(outcome.code == 0);
    }
  }
}

TEST_CASE("the JSON usage names each option's type, default and environment variable") {
  const Shell shell;
  const json all = usage(shell);
  CHECK(all["program"] == "attache");
  bool found = false;
  for (const json& option : all["global_options"]) {
    if (option["name"] != "--log-level") continue;
    found = true;
    CHECK(option["type"] == "choice");
    CHECK(option["default"] == "info");
    CHECK(option["environment"] == "ATTACHE_LOG_LEVEL");
    CHECK(option["choices"].size() == 5);
  }
  CHECK(found);
}

TEST_CASE("the man page names every command, option and exit code") {
  const Shell shell;
  std::string page = shell.run("attache __man").out;
  for (std::size_t at = 0; (at = page.find("\\-", at)) != std::string::npos;) page.erase(at, 1);
  const json all = usage(shell);
  for (const json& command : all["commands"]) {
    CHECK(page.find(".SS " + command["usage"].get<std::string>()) != std::string::npos);
    for (const json& option : command["options"]) CHECK(page.find(option["name"].get<std::string>()) != std::string::npos);
  }
  for (const json& code : all["exit_codes"]) CHECK(page.find(".B " + std::to_string(code["code"].get<int>()) + "\n") != std::string::npos);
}

TEST_CASE("--version --json is one JSON document") {
  const json version = json::parse(Shell{}.run("attache --version --json").out);
  CHECK(version["program"] == "attache");
  CHECK_FALSE(version["version"].get<std::string>().empty());
}
