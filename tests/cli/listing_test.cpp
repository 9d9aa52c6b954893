#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;
using nlohmann::json;

namespace {

/// The one JSON document a line prints; its exit code must be `code` and its stderr empty.
json document(const Shell& shell, const std::string& line, int code = 0) {
  CAPTURE(line);
  const auto outcome = shell.run(line);
  CHECK(outcome.code == code);
  CHECK(outcome.err.empty());
  return json::parse(outcome.out);
}

const std::string sample = "$SAMPLES/kazakhstan-russia";

}  // namespace

TEST_CASE("datasets are checked, described and begun") {
  const Shell shell;
  check(shell,
        {
            {"attache -q data check " + sample, 0, "kazakhstan-russia: [0-9]+ tables, [0-9]+ rows, 0 errors, [0-9]+ warnings?\n$", ""},
            {"attache data info " + sample, 0, "^pairs +KAZ-RUS$", ""},
            {"attache data info " + sample + "/datapackage.json", 0, "^flows +[0-9]+", ""},
            {"attache data diff " + sample + " kaz-bns-2020-first kaz-bns-2020", 0,
             "^revised KAZ X RUS 2020 HS TOTAL: 5007142500.00 → 5007142523.35 USD$", ""},
            {"attache data diff " + sample + " kaz-bns-2020 kaz-bns-2020", 0,
             "^0 added, 0 removed, 0 revised, 0 reflagged, 292 the same\n$", ""},
            {"attache data diff " + sample + " kaz-bns-2020 kaz-bns-2022", 64, "", "no release 'kaz-bns-2022' .*did you mean 'kaz-bns-20"},
            {"attache data check nowhere", 66, "", "nowhere"},
            {"attache data check .", 66, "", "datapackage\\.json"},
            {"attache data init new --pair KEN-JPN", 0, "", "wrote an empty dataset to new; .*attache data check new"},
            {"attache -q data check new", 0, "0 errors", ""},
            {"attache data init new --pair KEN-JPN", 73, "", "new"},
            {"attache data init other --pair KENJPN", 64, "", "'KENJPN' is no pair"},
            {"attache data init other", 64, "", "needs '--pair A-B'"},
            {"attache data chek x", 64, "", "unknown command 'data chek'; did you mean 'data check'\\?"},
            {"attache check x", 64, "", "unknown command 'check'; did you mean 'data check' or 'reports check' or 'plugins check'\\?"},
            {"attache data", 64, "", "'attache data' needs a command; see 'attache data --help'"},
        });
}

TEST_CASE("data check and info print one JSON document") {
  const Shell shell;
  const json checked = document(shell, "attache data check --json " + sample);
  CHECK(checked["valid"] == true);
  CHECK(checked["stats"]["errors"] == 0);
  CHECK(document(shell, "attache data info --json " + sample)["pairs"] == json::array({"KAZ-RUS"}));
  const json difference = document(shell, "attache data diff --json " + sample + " kaz-bns-2020-first kaz-bns-2020");
  CHECK(difference["revised"] == difference["changes"].size());
  CHECK(difference["changes"][0]["before"]["value"] == "38929076100.00");
  CHECK(shell.run("cp -r " + sample + " d && printf 'x\\n' >> d/events.csv").code == 0);
  const json broken = document(shell, "attache data check --json d", 65);
  CHECK(broken["valid"] == false);
  CHECK(broken["stats"]["errors"] > 0);
}

TEST_CASE("reports are listed, shown and checked") {
  const Shell shell;
  shell.write("ours.toml", "id = \"ours\"\ntitle = \"Ours\"\nplugin = \"csv\"\nperoid = \"all\"\n\n[[section]]\nuse = \"key-figurs\"\n");
  check(shell,
        {
            {"attache reports list", 0, "^briefing +pdf ", ""},
            {"attache reports list " + sample, 0, "^trade-sheet +xlsx ", ""},
            {"attache reports show briefing", 0, "^id = \"briefing\"$", ""},
            {"attache reports show briefign", 64, "", "did you mean 'briefing'\\?"},
            {"attache reports check ours.toml", 65, "", "ours\\.toml:4:1: .*did you mean 'period'"},
            {"attache reports check ours.toml", 65, "", "ours\\.toml:7:.*did you mean 'key-figures'"},
            {"attache reports show briefing > mine.toml && attache reports check mine.toml", 0, "^mine\\.toml: 0 errors, 0 warnings$", ""},
            {"attache reports check nowhere.toml", 66, "", "nowhere\\.toml"},
        });
  CHECK(document(shell, "attache reports list --json")["reports"].size() >= 5);
  CHECK(document(shell, "attache reports show briefing --json").contains("sections"));
  CHECK(document(shell, "attache reports check ours.toml --json", 65)["stats"]["errors"] >= 2);
}

TEST_CASE("plugins are listed, shown and packed") {
  const Shell shell;
  check(shell, {
                   {"attache plugins list", 0, "^csv +\\.csv", ""},
                   {"attache plugins list -v", 0, "/lib/attache/plugins/1/csv\\.attache\\.so$", ""},
                   {"attache plugins path", 0, "/lib/attache/plugins/1$", ""},
                   {"attache plugins show csv", 0, "--option header=bool", ""},
                   {"attache plugins list --plugin-dir nowhere", 66, "", "'nowhere' cannot be used: there is no such folder"},
                   {"attache plugins pack nowhere.attache.so", 66, "", "nowhere"},
                   {"echo text > no.attache.so; attache plugins pack no.attache.so", 70, "", "no\\.attache\\.so"},
               });
  CHECK(document(shell, "attache plugins list --json")["plugins"].size() >= 3);
  CHECK(document(shell, "attache plugins show csv --json")["id"] == "csv");
  CHECK(document(shell, "attache plugins path --json")["folders"].size() >= 2);
}

TEST_CASE("doctor shows each setting with where it came from, and runs in spite of a broken configuration") {
  const Shell shell;
  shell.write("attache.toml", "lang = \"ru\"\n");
  check(shell, {
                   {"attache doctor", 0, "^ +lang +ru  \\(.*/attache\\.toml:1:1\\)$", ""},
                   {"ATTACHE_LANG=kk attache doctor", 0, "^ +lang +kk  \\(ATTACHE_LANG\\)$", ""},
                   {"ATTACHE_SERVICE_HOST=x attache doctor", 0, "note: +environment +ATTACHE_SERVICE_HOST means nothing", ""},
                   {"attache doctor", 0, "^ +worker +starts", ""},
                   {"TMPDIR=/nowhere attache doctor", 69, "WRONG: +folder .*TMPDIR", ""},
               });
  CHECK(document(shell, "attache doctor --json")["wrong"] == 0);
  shell.write("attache.toml", "lnag = \"ru\"\n");
  check(shell, {{"attache doctor", 69, "attache\\.toml:1:1: unknown key 'lnag'; did you mean 'lang'\\?", ""}});
}
