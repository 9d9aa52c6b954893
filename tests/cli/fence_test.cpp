#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

namespace {

std::string misbehave(const std::string& mode, const std::string& options = {}) {
  return "attache export $SAMPLES/kazakhstan-russia --report extract --plugin-dir " + std::string(ATTACHE_BINARY_DIR) +
         "/tests/plugins --plugin misbehaving --option mode=" + mode + " -o x.txt --overwrite " + options;
}

/// The kernel's Landlock version as doctor says it; 0 = none.
int version_of(const Shell& shell) {
  const std::string found = shell.run("attache doctor | sed -n 's/.*Landlock version \\([0-9]*\\).*/\\1/p'").out;
  return found.empty() ? 0 : std::stoi(found);
}

}  // namespace

TEST_CASE("doctor says whether the kernel keeps plugins from writing elsewhere") {
  check(Shell{}, {{"attache doctor", 0, "writes elsewhere +(refused: Landlock version [0-9]+|not refused: )", ""}});
}

TEST_CASE("a plugin writes, removes and shortens nothing outside its folders, with Landlock") {
  const Shell shell;
  shell.write("victim", "mine");
  if (version_of(shell) == 0) {
    MESSAGE("skipped: this kernel has no Landlock");
    return;
  }
  check(shell,
        {
            {misbehave("makes-a-file", "--option file=victim"), 74, "", "misbehaving: cannot make .*/victim.cache: Permission denied"},
            {misbehave("overwrites", "--option file=victim"), 74, "", "misbehaving: cannot write .*/victim: Permission denied"},
            {misbehave("removes", "--option file=victim"), 74, "", "misbehaving: cannot remove .*/victim: Permission denied"},
        });
  if (version_of(shell) >= 3)
    check(shell, {{misbehave("truncates", "--option file=victim"), 74, "", "misbehaving: cannot shorten .*/victim: Permission denied"}});
  if (version_of(shell) >= 4) check(shell, {{misbehave("connects"), 74, "", "misbehaving: cannot connect: Permission denied"}});
  CHECK(shell.files() == std::vector<std::string>{"victim"});
  CHECK(shell.read("victim") == "mine");
}

TEST_CASE("temporary files, moving them into place, reading and /dev/null stay allowed") {
  const Shell shell;
  check(shell, {{misbehave("allowed"), 0, "", ""}});
  CHECK(shell.read("x.txt") == "well\n");
  CHECK(shell.files() == std::vector<std::string>{"x.txt"});
}

TEST_CASE("without isolation nothing is refused") {
  const Shell shell;
  shell.write("mine", "");
  check(shell, {{misbehave("makes-a-file", "--option file=mine --isolate never"), 0, "", ""}});
  CHECK(shell.files() == std::vector<std::string>{"mine", "mine.cache", "x.txt"});
}
