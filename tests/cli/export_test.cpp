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

TEST_CASE("every wrong name ends with its code and the nearest right one") {
  const Shell shell;
  shell.write("t.toml", "id = \"x\"\n");
  check(shell, {
                   {"attache export nowhere", 66, "", "there is no dataset 'nowhere'"},
                   {"attache export " + sample + "/areas.csv", 65, "", "areas\\.csv' is no dataset; give the folder"},
                   {"attache export " + sample + " KAZ-RUS", 64, "", "one argument too many; did you mean '--pair KAZ-RUS'\\?"},
                   {"attache export", 64, "", "'attache export' needs DATASET"},
                   {extract("--pair KAZ-RUZ -o x.csv"), 64, "", "RUZ.*did you mean '(KAZ-)?RUS'\\?"},
                   {extract("--lang rv -o x.csv"), 64, "", "'rv'"},
                   {"attache export " + sample + " --report breifing", 64, "", "did you mean 'briefing'\\?"},
                   {extract("--plugin cvs"), 69, "", "there is no plugin 'cvs'; did you mean 'csv'\\?"},
                   {extract("-o x.cvs"), 69, "", "no plugin writes '\\.cvs' files; did you mean 'csv'\\?"},
                   {extract("-o x.csv --option profil=tsv"), 64, "", "profil.*did you mean 'profile'\\?"},
                   {extract("-o x.csv --option profile=excel-e"), 64, "", "excel-e.*did you mean 'excel-eu'\\?"},
                   {extract("-o x.csv --option profile"), 64, "", "'--option' cannot be 'profile': there is no KEY= in it"},
                   {extract("-o x.csv --option header=true --option header=false"), 64, "", "option 'header' is given twice"},
                   {extract("-o x.csv --option xlsx.header=true"), 64, "", "is for plugin 'xlsx', but this export uses 'csv'"},
                   {extract("-o x.csv --edition 0"), 64, "", "'--edition' cannot be '0'; give a whole number from 1 up"},
                   {extract("-o x.csv --as-of yesterday"), 64, "", "yesterday"},
                   {extract("-o x.csv --period 2015..2005"), 64, "", "2015\\.\\.2005"},
                   {extract("-o x.csv --limit tmie=3"), 64, "", "'tmie=3' is no limit; did you mean 'time'\\?"},
                   {extract("-o x.csv --limit memory=many"), 64, "", "write a number of bytes, or one with K, M or G"},
                   {extract("-o x.csv --format csv"), 64, "", "unknown option '--format'; did you mean '--plugin'\\?"},
                   {extract("-o x.csv --theme nowhere.toml"), 66, "", "nowhere\\.toml"},
                   {extract("-o ."), 64, "", "'\\.' is a folder; give a file: -o \\./kaz-rus-extract\\.csv"},
               });
  CHECK(shell.files() == std::vector<std::string>{"t.toml"});
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
