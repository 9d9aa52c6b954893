#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

namespace {

const std::string sample = "$SAMPLES/kazakhstan-russia";

std::string extract(const std::string& options) { return "attache export " + sample + " --report extract " + options; }

}  // namespace

TEST_CASE("an export with -o is silent and writes that file only") {
  const Shell shell;
  check(shell, {{extract("--pair KAZ-RUS -o x.csv"), 0, "", ""}, {extract("--pair kaz-rus -o x.csv"), 0, "", ""}});
  CHECK(shell.files() == std::vector<std::string>{"x.csv"});
  CHECK(shell.read("x.csv").size() > 1000);
}

TEST_CASE("without -o the file is named after pair and report, and the user is told") {
  const Shell shell;
  check(shell, {{extract(""), 0, "", "^wrote kaz-rus-extract\\.csv|wrote .*/kaz-rus-extract\\.csv \\([0-9.]+ kB\\)\n$"},
                {extract("-q"), 0, "", ""}});
  CHECK(shell.files() == std::vector<std::string>{"kaz-rus-extract.csv"});
}

TEST_CASE("-o - writes the bytes of the file to stdout") {
  const Shell shell;
  check(shell, {{extract("-o x.csv"), 0, "", ""}, {extract("--plugin csv -o - | cmp - x.csv && echo same"), 0, "^same\n$", ""}});
  CHECK(shell.files() == std::vector<std::string>{"x.csv"});
}

TEST_CASE("an existing file is replaced only on demand") {
  const Shell shell;
  shell.write("x.csv", "mine\n");
  check(shell, {{extract("-o x.csv"), 73, "", "x\\.csv' exists already.*--overwrite"}});
  CHECK(shell.read("x.csv") == "mine\n");
  check(shell, {{extract("-o x.csv --overwrite"), 0, "", ""}});
  CHECK(shell.read("x.csv") != "mine\n");
  CHECK(shell.files() == std::vector<std::string>{"x.csv"});
}

TEST_CASE("a document with nothing to show is told in one line, and is an error when strict") {
  const Shell shell;
  check(shell, {
                   {extract("-o a.csv --period 2090..2095"), 0, "", "^[^\n]*the figures for KAZ-RUS [^\n]*none lies in 2090\\.\\.2095\n$"},
                   {extract("-o b.csv --as-of 1990-01-01"), 0, "", "^[^\n]*nothing about KAZ-RUS is dated 1990-01-01 or before[^\n]*\n$"},
                   {extract("-o c.csv --pair KAZ-USA"), 0, "", "^[^\n]*nothing about KAZ-USA is dated 2015-10-16 or before[^\n]*\n$"},
                   {extract("-o d.csv --period 2090..2095 --strict"), 65, "", "none lies in 2090\\.\\.2095"},
                   {extract("-o e.csv --pair CHN-RUS"), 64, "", "no row about CHN-RUS.*the dataset is about KAZ-RUS"},
               });
  CHECK(shell.files() == std::vector<std::string>{"a.csv", "b.csv", "c.csv"});
}

TEST_CASE("places that cannot be written end with 73 or 74 and leave nothing") {
  const Shell shell;
  check(shell, {{extract("-o nowhere/x.csv"), 73, "", "nowhere"}, {extract("-o - >/dev/full"), 74, "", "stdout|standard output"}});
  check(shell, {{"(" + extract("-o -") + "; echo $? >code) | true; cat code", 0, "^74\n$", "stdout|standard output"}});
  CHECK(shell.files() == std::vector<std::string>{"code"});
}

TEST_CASE("a limit that is reached ends with 124 or an I/O error and leaves nothing") {
  const Shell shell;
  check(shell, {{extract("-o x.csv --limit size=100"), 74, "", "x\\.csv|size|large"}});
  CHECK(shell.files().empty());
}

TEST_CASE("a dataset with errors ends with 65 and says where") {
  const Shell shell;
  check(shell, {{"cp -r " + sample + " d && printf '\"broken\\n' >> d/events.csv", 0, "", ""},
                {"attache data check d", 65, "^d: .*[0-9]+ errors?, ", "events\\.csv:[0-9]+"},
                {"attache export d -o x.csv", 65, "", "events\\.csv:[0-9]+"}});
}
