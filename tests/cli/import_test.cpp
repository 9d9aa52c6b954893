#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

namespace {

const std::string good = "t,i,j,k,v,q\n2021,398,643,270900,12.5,3\n2021,643,398,270900,7,1\n";

void copy_dataset(const Shell& shell) { REQUIRE(shell.run("cp -r $SAMPLES/kazakhstan-russia ds").code == 0); }

}  // namespace

TEST_CASE("data import finds format and encoding, says them, fills the store and lists the release") {
  const Shell shell;
  copy_dataset(shell);
  shell.write("BACI_HS92_Y2021.csv", good);
  check(shell, {{"attache data import auto BACI_HS92_Y2021.csv ds --source rus-customs", 0, "release baci-hs92-y2021: 2 rows",
                 "baci, utf-8, by comma, 2 rows"},
                {"attache data import auto BACI_HS92_Y2021.csv ds --source rus-customs", 0, "is in the store already", "stayed as it was"},
                {"tail -1 ds/releases.csv", 0, "^baci-hs92-y2021,CEPII BACI,BACI_HS92_Y2021.csv,[0-9a-f]{64},baci,", ""},
                {"attache data check ds -q", 0, "0 errors", ""}});
}

TEST_CASE("a failed import leaves store and list as they were and names each refused row") {
  const Shell shell;
  copy_dataset(shell);
  shell.write("BACI_HS92_Y2021.csv", good);
  shell.write("bad.csv", good + "2021,398,643,270900,1x,3\n");
  REQUIRE(shell.run("attache data import auto BACI_HS92_Y2021.csv ds --source rus-customs").code == 0);
  REQUIRE(shell.run("sha256sum ds/trade.sqlite ds/releases.csv > before").code == 0);
  check(shell, {{"attache data import baci bad.csv ds --source rus-customs --set classification=H0 --rejects r.csv", 65, "",
                 "bad.csv:4:21: '1x' is no number: column 'v'"},
                {"cat r.csv", 0, "\"bad.csv\",4,21,\"v\",\"value\"", ""},
                {"sha256sum --check --quiet before", 0, "", ""},
                {"attache data import baci bad.csv ds --source rus-customs --set classification=H0 --max-errors 1", 0,
                 "release bad: 2 rows", "1 refused"}});
}

TEST_CASE("what is missing or wrong is named with how to give it") {
  const Shell shell;
  copy_dataset(shell);
  shell.write("plain.csv", good);
  shell.write("page.csv", "<!DOCTYPE html><html></html>\n");
  check(shell, {{"attache data import auto plain.csv ds --source rus-customs", 65, "", "--set classification=HS"},
                {"attache data import auto page.csv ds --source rus-customs", 65, "", "the file is a web page"},
                {"attache data import auto nothing.csv ds --source rus-customs", 66, "", "nothing.csv"},
                {"attache data import bacci plain.csv ds", 64, "", "did you mean 'baci'"},
                {"attache data import baci plain.csv ds --set classification=H0", 64, "", "give --source with an id of sources.csv"},
                {"attache data import baci plain.csv ds --set classification=H0 --source rus-custom", 64, "", "did you mean 'rus-customs'"},
                {"attache data import auto plain.csv ds --map imf-dost", 64, "", "did you mean 'imf-dots'"},
                {"attache data import auto ds", 64, "", "needs DATASET"}});
}

TEST_CASE("data import --json is one document") {
  const Shell shell;
  copy_dataset(shell);
  shell.write("BACI_HS92_Y2021.csv", good);
  const auto outcome = shell.run("attache data import auto BACI_HS92_Y2021.csv ds --source rus-customs --copy --json");
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  const auto document = nlohmann::json::parse(outcome.out);
  CHECK(document.at("imported") == true);
  CHECK(document.at("rows") == 2);
  CHECK(document.at("files").at(0).at("format") == "baci");
  CHECK(shell.read("ds/raw/BACI_HS92_Y2021.csv") == good);
}
