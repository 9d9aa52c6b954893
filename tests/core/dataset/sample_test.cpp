// The sample that ships: samples/kazakhstan-russia says what its article says, no more, and what it does not know stays empty.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.hpp"
#include "text/language.hpp"

namespace {

using attache::Decimal;
using namespace attache::dataset;

const std::string folder = ATTACHE_SOURCE_DIR "/samples/kazakhstan-russia";

const Dataset& sample() {
  static const std::shared_ptr<const Dataset> dataset = [] {
    const auto loaded = load(folder);
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().message()));
    REQUIRE(loaded->dataset);
    return loaded->dataset;
  }();
  return *dataset;
}

struct Fact {
  std::string id, row, words;
};

std::vector<Fact> facts() {
  std::ifstream file(ATTACHE_SOURCE_DIR "/tests/data/kazakhstan-russia/facts.tsv");
  REQUIRE(file.is_open());
  std::vector<Fact> all;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    all.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return all;
}

template <class Rows>
void collect(std::map<std::string, std::string>& quotes, const std::string& table, const Rows& rows) {
  for (const auto& row : rows) quotes[table + ":" + row.id] = row.quote;
}

/// "table:id" → quote, for the tables a fact may stand in.
std::map<std::string, std::string> quotes() {
  const Dataset& d = sample();
  std::map<std::string, std::string> all;
  collect(all, "sources", d.sources);
  collect(all, "offices", d.offices);
  collect(all, "events", d.events);
  collect(all, "participations", d.participations);
  collect(all, "agreements", d.agreements);
  collect(all, "relationships", d.relationships);
  collect(all, "memberships", d.memberships);
  collect(all, "links", d.links);
  collect(all, "observations", d.observations);
  collect(all, "claims", d.claims);
  collect(all, "notes", d.notes);
  collect(all, "citations", d.citations);
  return all;
}

const Observation& observation(std::string_view id) {
  const Observation* found = sample().observation(id);
  REQUIRE_MESSAGE(found != nullptr, id);
  return *found;
}
const Claim& claim(std::string_view id) {
  const Claim* found = sample().claim(id);
  REQUIRE_MESSAGE(found != nullptr, id);
  return *found;
}
const Event& event(std::string_view id) {
  const Event* found = sample().event(id);
  REQUIRE_MESSAGE(found != nullptr, id);
  return *found;
}
Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

/// The value of one trade row, exactly one of which must be there.
Decimal flow(std::string_view release, std::string_view direction, std::string_view partner, std::string_view period) {
  std::vector<Decimal> found;
  for (const Flow& row : sample().flows)
    if (row.release == release && row.flow == direction && row.partner == partner && row.period.text() == period) {
      REQUIRE(row.value.has_value());
      found.push_back(*row.value);
    }
  REQUIRE_MESSAGE(found.size() == 1, release << ' ' << direction << ' ' << partner << ' ' << period);
  return found.front();
}

nlohmann::json json(const std::string& path) {
  std::ifstream file(path);
  REQUIRE_MESSAGE(file.is_open(), path);
  return nlohmann::json::parse(file);
}

}  // namespace

TEST_CASE("the sample has no errors, and its two doubtful claims are found") {
  const auto loaded = load(folder);
  REQUIRE(loaded.has_value());
  std::vector<std::string> doubtful;
  for (const auto& problem : loaded->problems) {
    CHECK_MESSAGE(problem.severity == attache::Severity::warning, problem.message());
    if (problem.rule == "implausible-growth") doubtful.push_back(problem.what);
  }
  CHECK(doubtful == std::vector<std::string>{"the claim 'turnover-growth-2015-putin' implies 7.27 billion USD for 2014-01/2014-06",
                                             "the claim 'trade-sixfold' implies 3.50 billion USD for 2003"});
  const Dataset& d = sample();
  CHECK(d.settings.pairs == std::vector<std::string>{"KAZ-RUS"});
  REQUIRE(d.settings.as_of.has_value());
  CHECK(d.settings.as_of->text() == "2015-10-16");
}

TEST_CASE("each of the article's 110 facts stands, in its exact words, in the quote of the row made from it") {
  const auto all = facts();
  REQUIRE(all.size() == 110);
  const auto by_row = quotes();
  for (const Fact& fact : all) {
    CAPTURE(fact.id);
    const auto row = by_row.find(fact.row);
    REQUIRE_MESSAGE(row != by_row.end(), fact.row);
    CHECK_MESSAGE(row->second.find(fact.words) != std::string::npos, fact.words);
  }
}

TEST_CASE("no derived figure stands in a file") {
  const std::set<std::string> derived = {"-2.9", "44.2", "-0.387", "36.0", "3.5", "17.7", "7.27", "35.7", "85.4"};
  for (const std::string& text : derived) {
    CAPTURE(text);
    for (const Observation& row : sample().observations) CHECK_FALSE((row.value && *row.value == number(text)));
    for (const Claim& row : sample().claims) CHECK_FALSE((row.value && *row.value == number(text)));
  }
  for (const Claim& row : sample().claims) CHECK(row.modality != "derived");
}

TEST_CASE("what was planned is not held, and documents not counted are not zero") {
  CHECK(event("cis-council-2015-10-16").status == "planned");
  CHECK(event("cis-council-2015-10-16").place_certainty == "uncertain");
  CHECK(event("cis-council-2015-10-16").chair == "KAZ");
  CHECK(event("seec-2015-10-16").status == "planned");
  CHECK(event("seec-2015-10-16").place_certainty.empty());
  CHECK(event("talks-2015-10").status == "planned");
  const Event& visit = event("visit-putin-2015-10");
  CHECK(visit.outcome_status == "planned");
  CHECK_FALSE(visit.outcome_count.has_value());
  CHECK(visit.grade == "official");
}

TEST_CASE("events the article does not date stay undated, others keep its precision") {
  for (const std::string id : {"year-of-kazakhstan-in-russia", "year-of-russia-in-kazakhstan", "speech-mgimo", "soviet-union-collapse"}) {
    CAPTURE(id);
    CHECK(event(id).date.is_undated());
  }
  CHECK(event("visit-nazarbayev-1994-03").date.text() == "1994-03");
  CHECK(event("interregional-forum-1").date.text() == "2003");
  CHECK(sample().agreement("declaration-eternal-friendship-1998")->signed_on.text() == "1998");
  CHECK(sample().agreement("border-document-2005")->signed_on.text() == "2005-01");
}

TEST_CASE("figures keep their bound and their missing basis") {
  CHECK(observation("students-in-russia-2015-10").bound == "lower");
  CHECK(observation("turnover-2014").bound == "approx");
  CHECK(observation("turnover-2014").decimals == 0);
  for (const std::string id : {"turnover-2015-h1", "exports-2015-h1", "imports-2015-h1", "near-border-turnover-2015-h1"}) {
    CAPTURE(id);
    const Observation& row = observation(id);
    CHECK(row.reporter.empty());
    CHECK(row.price_basis.empty());
    CHECK(row.unit == "USD");
    CHECK(row.multiplier == 9);
    CHECK(row.decimals == 1);
    CHECK(row.period.text() == "2015-01/2015-06");
  }
  CHECK(observation("exports-2015-h1").value->plus(*observation("imports-2015-h1").value) == observation("turnover-2015-h1").value);
  const Claim& growth = claim("turnover-growth-2015-putin");
  CHECK(growth.kind == "growth");
  CHECK(*growth.value == number("3.2"));
  CHECK(growth.base.empty());
  CHECK(growth.period.is_undated());
  CHECK(growth.speech == "indirect");
  const Claim& sixfold = claim("trade-sixfold");
  CHECK(sixfold.kind == "ratio");
  CHECK(*sixfold.value == number("6"));
  CHECK(sixfold.base == "2003");
  CHECK(sixfold.period.text() == "2014");
}

TEST_CASE("nobody is made to assert what the article leaves open") {
  const Claim& statistics = claim("turnover-2015-h1-statistics");
  CHECK(statistics.speech == "unnamed");
  CHECK(statistics.asserted_by.empty());
  for (const std::string id : {"platform-unique-cis", "platform-unique-world"}) {
    CHECK(claim(id).speech == "ambiguous");
    CHECK(claim(id).asserted_by.empty());
  }
  const Claim& quotation = claim("kennedy-neighbors");
  CHECK(quotation.asserted_by == "kennedy");
  CHECK(quotation.within == "nazarbayev-cites-kennedy");
  CHECK(claim(quotation.within).asserted_by == "nazarbayev");
}

TEST_CASE("claims that contradict each other name each other and share a topic") {
  std::map<std::string, int> topics;
  for (const Claim& row : sample().claims) {
    CAPTURE(row.id);
    if (!row.topic.empty()) ++topics[row.topic];
    for (const std::string& other : row.contradicts) {
      CAPTURE(other);
      CHECK(claim(other).topic == row.topic);
      CHECK(std::ranges::count(claim(other).contradicts, row.id) == 1);
    }
  }
  for (const std::string topic : {"trade-growth-2015", "federal-subjects", "border-length", "visit-grade-2015", "cis-documents-2015",
                                  "near-border-share", "dialogue-platform"}) {
    CAPTURE(topic);
    CHECK(topics[topic] >= 2);
  }
  CHECK(topics["trade-sixfold-2003-2014"] == 1);
  CHECK(topics["turnover-2014"] == 1);
}

TEST_CASE("open lists say so, and names that ended have an end") {
  for (const Link& row : sample().links)
    if (row.id.starts_with("students-") && row.second != "KAZ") CHECK_MESSAGE(row.list_open == "yes", row.id);
  CHECK(sample().area("astana")->valid_to.text() == "2019-03");
  CHECK(sample().area("nur-sultan")->valid_to.text() == "2022-09");
  CHECK(sample().area("KZ-VOS")->valid_to.text() == "2022-06-07");
  CHECK(sample().area("abai-region")->valid_from.text() == "2022-06-08");
  CHECK(std::ranges::count(sample().agent("eaeu")->aliases, "EEU") == 1);
}

TEST_CASE("trade rows hold the official figures digit for digit, and what was not reported is not zero") {
  CHECK(flow("rus-customs-annual", "X", "KAZ", "2003") == number("3281"));
  CHECK(flow("rus-customs-annual", "M", "KAZ", "2003") == number("2474"));
  CHECK(flow("rus-customs-annual", "X", "KAZ", "2013") == number("17678"));
  CHECK(flow("rus-customs-annual", "M", "KAZ", "2013") == number("5980"));
  CHECK(flow("rus-customs-annual", "X", "KAZ", "2014") == number("14277"));
  CHECK(flow("rus-customs-annual", "M", "KAZ", "2014") == number("7445"));
  CHECK(flow("rus-customs-monthly", "X", "KAZ", "2015-06") == number("964.4695"));
  CHECK(flow("kaz-bns-2020", "X", "RUS", "2020") == number("5007142.52335"));
  CHECK(flow("kaz-bns-2020-first", "X", "RUS", "2020") == number("5007142.5"));
  CHECK(sample().release("kaz-bns-2020")->replaces == "kaz-bns-2020-first");
  int unreported = 0;
  for (const Flow& row : sample().flows) {
    CHECK_MESSAGE(row.value.has_value() != (row.status == "O"), row.id);
    if (row.status == "O") ++unreported;
  }
  CHECK(unreported == 6);
}

TEST_CASE("the partners of a fully covered release add up to its total") {
  for (const std::string year : {"2020", "2021"})
    for (const std::string direction : {"X", "M"}) {
      CAPTURE(year);
      CAPTURE(direction);
      Decimal sum;
      for (const Flow& row : sample().flows)
        if (row.release == "kaz-bns-" + year && row.flow == direction && row.partner != "WLD") sum = sum.plus(*row.value).value();
      CHECK(sum == flow("kaz-bns-" + year, direction, "WLD", year));
    }
}

TEST_CASE("every area and every indicator has a name in English, Russian and Kazakh, its own or CLDR's") {
  for (const std::string language : {"en", "ru", "kk"}) {
    CAPTURE(language);
    for (const Area& row : sample().areas)
      CHECK_MESSAGE((row.name.by_language.contains(language) || !attache::text::area_name(row.iso3, language).empty()), row.id);
    for (const Indicator& row : sample().indicators) CHECK_MESSAGE(row.name.by_language.contains(language), row.id);
  }
}

TEST_CASE("the schema files that lie beside the tables are those of a new package") {
  const std::string fresh = ATTACHE_BINARY_DIR "/sample-schemas";
  std::filesystem::remove_all(fresh);
  REQUIRE(init(fresh, "KAZ-RUS").has_value());
  const auto package = json(folder + "/datapackage.json");
  for (const auto& resource : package.at("resources")) {
    const std::string path = resource.at("schema");
    CAPTURE(path);
    const auto expected = json(fresh + "/" + path);
    const auto actual = json(folder + "/" + path);
    for (const auto& field : expected.at("fields")) {
      CAPTURE(field.at("name"));
      CHECK(std::ranges::count(actual.at("fields"), field) == 1);
    }
    CHECK(actual.value("foreignKeys", nlohmann::json()) == expected.value("foreignKeys", nlohmann::json()));
  }
  std::filesystem::remove_all(fresh);
}
