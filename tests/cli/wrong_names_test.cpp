#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

namespace {

const std::string sample = "$SAMPLES/kazakhstan-russia";

std::string extract(const std::string& options) { return "attache export " + sample + " --report extract " + options; }

}  // namespace

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
                   {extract("-o x.csv --format csv"), 64, "", "unknown option '--format'; did you mean '--plugin'\\?"},
                   {extract("-o x.csv --theme nowhere.toml"), 66, "", "nowhere\\.toml"},
                   {extract("-o ."), 64, "", "'\\.' is a folder; give a file: -o \\./kaz-rus-extract\\.csv"},
               });
  CHECK(shell.files() == std::vector<std::string>{"t.toml"});
}
