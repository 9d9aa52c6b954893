#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;
using nlohmann::json;

TEST_CASE("plugins check names a plugin by its file or its id and knows its rules") {
  const Shell shell;
  check(shell, {{"attache plugins check --list", 0, "error +one-entry +it exports attache_plugin_v1", ""},
                {"attache plugins check csv --only one-entry", 0, "1 rule: 1 passed, 0 failed", ""},
                {"attache plugins check csv --only one-entry,rpath --only textrel", 0, "3 rules: 3 passed", ""},
                {"attache plugins check csv --only one-entri", 64, "", "did you mean 'one-entry'"},
                {"attache plugins check cvs", 69, "", "did you mean 'csv'"},
                {"attache plugins check ./nothing.attache.so", 66, "", "there is no plugin file"},
                {"attache plugins check", 64, "", "give its file or its id"},
                {"attache plugins check csv --time 0", 64, "", "whole number from 1"}});
}

TEST_CASE("plugins check runs no code of a file that others can change") {
  const Shell shell;
  REQUIRE(shell.run("cp " ATTACHE_BINARY_DIR "/tests/plugins/minimal.attache.so . && chmod o+w minimal.attache.so").code == 0);
  check(shell, {{"attache plugins check ./minimal.attache.so", 77, "FAIL +trusted-file +it can be changed by everybody; chmod o-w", ""},
                {"attache plugins check ./minimal.attache.so", 77, "skipped +descriptor +the file is not trusted", ""}});
}

TEST_CASE("plugins check ends with 70 for a file that is no plugin and judges what can be judged") {
  const Shell shell;
  shell.write("text.attache.so", "not a library");
  check(shell, {{"attache plugins check ./text.attache.so", 70, "FAIL +is-library +it is not an ELF file", ""},
                {"attache plugins check ./text.attache.so", 70, "skipped +one-entry +the file is no library", ""}});
}

TEST_CASE("plugins check --json is one document with a result a rule") {
  const Shell shell;
  const auto outcome = shell.run("attache plugins check csv --json --only one-entry,textrel");
  CHECK(outcome.code == 0);
  const json report = json::parse(outcome.out);
  CHECK(report["plugin"] == "csv");
  CHECK(report["passed"] == 2);
  REQUIRE(report["results"].size() == 2);
  CHECK(report["results"][0]["rule"] == "one-entry");
  CHECK(report["results"][0]["result"] == "pass");
  const json listed = json::parse(shell.run("attache plugins check --list --json").out);
  CHECK(listed["rules"].size() >= 20);
}
