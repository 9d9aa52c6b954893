#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("a dataset with errors ends with 65 and says where") {
  const Shell shell;
  check(shell, {{"cp -r " + sample + " d && printf '\"broken\\n' >> d/events.csv", 0, "", ""},
                {"attache data check d", 65, "^d: .*[0-9]+ errors?, ", "events\\.csv:[0-9]+"},
                {"attache export d -o x.csv", 65, "", "events\\.csv:[0-9]+"}});
}

TEST_CASE("a marking is one short line of text") {
  const Shell shell;
  const std::string sixty(60, 'm');
  check(shell, {
                   {extract("-o x.csv --marking \"$(printf 'a\\377')\""), 64, "", "'--marking' cannot be 'a\\\\xff': it is not UTF-8"},
                   {extract("-o x.csv --marking \"$(printf 'a\\033[31m')\""), 64, "", "it has a control character; write one line"},
                   {extract("-o x.csv --marking \"$(printf 'a\\302\\205b')\""), 64, "", "it has a control character"},
                   {extract("-o x.csv --marking " + sixty + "é"), 64, "", "it has 61 characters; write 60 at most"},
                   {extract("-o x.csv --marking " + sixty), 0, "", ""},
                   {extract("-o y.csv --marking 'Құпия'"), 0, "", ""},
               });
}

TEST_CASE("files nobody named are told in one line, with names that end with a word") {
  const Shell shell;
  check(shell, {{"attache export " + sample + " -o br.csv", 0, "",
                 "^wrote [0-9]+ further files beside it: br\\.[a-z-]+\\.csv … br\\.[a-z-]+\\.csv\n$"}});
  const auto files = shell.files();
  CHECK(files.size() == 10);
  CHECK(std::count(files.begin(), files.end(), "br.claims-trade-sixfold-2003.csv") == 1);
  check(shell, {{"attache export " + sample + " -q --overwrite -o br.csv", 0, "", ""}});
}

TEST_CASE("under --strict a dataset's warnings are errors") {
  const Shell shell;
  check(shell, {
                   {"attache data check " + sample, 0, "0 errors, 2 warnings", "^warning: "},
                   {"attache data check --strict " + sample, 65, "0 errors, 2 warnings", "^warning: "},
                   {extract("--strict -o x.csv"), 65, "", "^error: .*claims\\.csv:[0-9]+:.*more warnings?.*or build without --strict\n$"},
               });
  CHECK(shell.files().empty());
}

TEST_CASE("a table that is missing, unreadable or a pipe ends with the code of its kind, at once") {
  const Shell shell;
  check(shell, {{"cp -r " + sample + " d && rm d/links.csv", 0, "", ""},
                {"attache data check d", 66, "1 error", "datapackage\\.json:[0-9]+:[0-9]+: cannot open d/links\\.csv.*add the file"},
                {"attache export d -o x.csv", 66, "", "cannot open .*links\\.csv"},
                {"mkfifo d/links.csv && timeout 20 attache data check d", 65, "1 error", "it is a pipe, a device or a socket"},
                {"timeout 20 attache export d -o x.csv", 65, "", "it is a pipe, a device or a socket"}});
  if (shell.run("test $(id -u) = 0").code == 0) return;  // nothing is unreadable to root
  check(shell, {{"rm d/links.csv && touch d/links.csv && chmod 0 d/links.csv", 0, "", ""},
                {"attache data check d", 77, "1 error", "chmod u\\+r 'd/links\\.csv'"},
                {"attache export d -o x.csv", 77, "", "chmod u\\+r"}});
}
