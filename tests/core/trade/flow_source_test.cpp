#include "trade/flow_source.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <memory>

#include "small_rows.hpp"
#include "support/dataset_folder.hpp"
#include "trade/memory_source.hpp"
#include "trade/sqlite_source.hpp"
#include "trade/store_builder.hpp"

// Every source gives the same answers: each case runs over all of them.

using namespace attache;
using namespace attache::trade;
using test::area;

namespace {

using Releases = std::vector<std::pair<std::string, std::string>>;  // id, rows

std::unique_ptr<FlowSource> in_memory(const Releases& releases) {
  CodeBook codes;
  std::vector<MemoryFlowSource::ReleaseRows> all;
  for (const auto& [id, rows] : releases) {
    Release release;
    release.id = id;
    release.currency = "USD";
    all.push_back({release, test::small_rows(rows, codes)});
  }
  auto source = MemoryFlowSource::of(std::move(all), std::move(codes));
  REQUIRE_MESSAGE(source, source.error().message());
  return std::move(*source);
}

/// A store in a folder that is gone by the time it is read: whoever has it open keeps it.
std::unique_ptr<FlowSource> in_a_store(const Releases& releases) {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/trade.sqlite";
  for (const auto& [id, rows] : releases) {
    const auto imported = import_release(test::small_import(path, id, rows));
    REQUIRE_MESSAGE(imported, imported.error().message());
  }
  auto source = SqliteFlowSource::open(path);
  REQUIRE_MESSAGE(source, source.error().message());
  return std::move(*source);
}

void with_every_source(const Releases& releases, const std::function<void(FlowSource&)>& check) {
  const auto memory = in_memory(releases);
  const auto store = in_a_store(releases);
  for (FlowSource* source : {memory.get(), store.get()}) {
    const bool is_memory = source == memory.get();
    CAPTURE(is_memory);
    check(*source);
  }
}

Filter annual(Classification c = Classification::hs, int level = 0) {
  Filter filter;
  filter.release = "r";
  filter.classification = c;
  filter.level = level;
  return filter;
}

std::string rows_of(FlowSource& source, AreaCode reporter, AreaCode partner, const Filter& filter) {
  std::string out;
  const auto answer =
      source.pair(reporter, partner, filter, [&](std::span<const TradeRow> rows) { out += test::text_of(rows, source.codes()); });
  REQUIRE_MESSAGE(answer, answer.error().message());
  return out;
}

}  // namespace

TEST_CASE("a pair is one reporter's declaration, at one level, frequency and classification") {
  with_every_source({{"r",
                      "KAZ X RUS 2019 H5 TOTAL 100\nKAZ X RUS 2019 H5 27 60\nKAZ X RUS 2019 H5 72 40\nKAZ X RUS 2019 H5 2709 60\n"
                      "KAZ X RUS 2019 S4 33 60\nKAZ X RUS 2019-01 H5 27 5\nKAZ M RUS 2019 H5 27 7\nRUS M KAZ 2019 H5 27 66\n"
                      "KAZ RX RUS 2019 H5 27 3\nKAZ X RUS 2019 H5 27 20 mot=3100\nKAZ X RUS 2019 H5 27 40 mot=9110\n"}},
                    [](FlowSource& source) {
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), annual(Classification::hs, 2)) ==
                            "M 2019 H5 27 7\nX 2019 H5 27 60\nX 2019 H5 72 40\n");
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), annual(Classification::h5, 4)) == "X 2019 H5 2709 60\n");
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), annual(Classification::s4, 2)) == "X 2019 S4 33 60\n");
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), annual(Classification::h4, 2)).empty());
                      Filter filter = annual(Classification::hs, 2);
                      filter.frequency = Frequency::monthly;
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), filter) == "X 2019-01 H5 27 5\n");
                      filter = annual(Classification::hs, 2);
                      filter.flows = Flows::only(Flow::rx);
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), filter) == "RX 2019 H5 27 3\n");
                      CHECK(rows_of(source, area("RUS"), area("KAZ"), annual(Classification::hs, 2)) == "M 2019 H5 27 66\n");
                    });
}

TEST_CASE("a declared TOTAL wins over the sum of the finest level, and the answer says which it was") {
  with_every_source({{"r",
                      "KAZ X RUS 2018 H5 TOTAL 100\nKAZ X RUS 2018 H5 27 60\n"
                      "KAZ X RUS 2019 H5 27 60\nKAZ X RUS 2019 H5 2709 30\nKAZ X RUS 2019 H5 2710 25\n"
                      "KAZ X RUS 2020 H5 TOTAL ?\nKAZ X RUS 2020 H5 27 60\n"
                      "KAZ X RUS 2021 H5 TOTAL -\n"
                      "KAZ X RUS 2022 H5 27 60\nKAZ X RUS 2022 H5 72 ?\n"
                      "KAZ X RUS 2023 H5 TOTAL 0\nKAZ X RUS 2023 H5 27 60\n"}},
                    [](FlowSource& source) {
                      const auto answer = source.pair(area("KAZ"), area("RUS"), annual()).value();
                      CHECK(test::text_of(answer, source.codes()) ==
                            "X 2018 100 declared H5/0\nX 2019 55 products H5/4\nX 2020 60 products H5/2\nX 2021 - declared H5/0\n"
                            "X 2022 60+? products H5/2\nX 2023 0 declared H5/0\n");
                    });
}

TEST_CASE("of several editions in one period the newest is read, never two") {
  with_every_source(
      {{"r", "KAZ X RUS 2017 H4 27 60\nKAZ X RUS 2017 H5 27 61\nKAZ X RUS 2018 H4 27 70\nKAZ X RUS 2018 H5 TOTAL 99\n"}},
      [](FlowSource& source) {
        CHECK(rows_of(source, area("KAZ"), area("RUS"), annual(Classification::hs, 2)) == "X 2017 H5 27 61\nX 2018 H4 27 70\n");
        const auto answer = source.pair(area("KAZ"), area("RUS"), annual()).value();
        CHECK(test::text_of(answer, source.codes()) == "X 2017 61 products H5/2\nX 2018 99 declared H5/0\n");
      });
}

TEST_CASE("periods outside the range are not read") {
  with_every_source({{"r", "KAZ X RUS 2017 H5 27 1\nKAZ X RUS 2018 H5 27 2\nKAZ X RUS 2019 H5 27 3\nKAZ X RUS 2020 H5 27 4\n"}},
                    [](FlowSource& source) {
                      Filter filter = annual(Classification::hs, 2);
                      filter.first = Period::of_year(2018);
                      filter.last = Period::of_year(2019);
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), filter) == "X 2018 H5 27 2\nX 2019 H5 27 3\n");
                    });
}

TEST_CASE("partners stand apart from groups, and World is the declared one or their sum") {
  const std::string partners =
      "KAZ X RUS 2019 HS TOTAL 50\nKAZ X CHN 2019 HS TOTAL 30\nKAZ X 490 2019 HS TOTAL 5\nKAZ X cis 2019 HS TOTAL 55\n";
  with_every_source({{"r", partners + "KAZ X WLD 2019 HS TOTAL 90\n"}}, [](FlowSource& source) {
    const auto answer = source.partners(area("KAZ"), Side::reporter, annual()).value();
    CHECK(test::text_of(answer.partners, source.codes()) ==
          "CHN X 2019 30 declared HS/0\n490 X 2019 5 declared HS/0\nRUS X 2019 50 declared HS/0\n");
    CHECK(test::text_of(answer.groups, source.codes()) == "cis X 2019 55 declared HS/0\n");
    CHECK(test::text_of(answer.world, source.codes()) == "X 2019 90 declared HS/0\n");
  });
  with_every_source({{"r", partners}}, [](FlowSource& source) {
    CHECK(test::text_of(source.partners(area("KAZ"), Side::reporter, annual()).value().world, source.codes()) == "X 2019 85 areas HS/0\n");
  });
}

TEST_CASE("what others declare about an area is the mirror, and the world is all reporters") {
  with_every_source(
      {{"r",
        "RUS M KAZ 2019 HS TOTAL 52\nCHN M KAZ 2019 HS TOTAL 33\nRUS M WLD 2019 HS TOTAL 500\nCHN M USA 2019 HS TOTAL 40\n"
        "097 M KAZ 2019 HS TOTAL 7\nRUS M RUS 2019 HS TOTAL 1\n"}},
      [](FlowSource& source) {
        const auto about = source.partners(area("KAZ"), Side::partner, annual()).value();
        CHECK(test::text_of(about.partners, source.codes()) == "CHN M 2019 33 declared HS/0\nRUS M 2019 52 declared HS/0\n");
        CHECK(test::text_of(about.groups, source.codes()) == "097 M 2019 7 declared HS/0\n");
        CHECK(test::text_of(about.world, source.codes()) == "M 2019 85 areas HS/0\n");
        const auto reporters = source.partners(world, Side::partner, annual()).value();
        CHECK(test::text_of(reporters.partners, source.codes()) == "CHN M 2019 73 areas HS/0\nRUS M 2019 500 declared HS/0\n");
        CHECK(test::text_of(reporters.world, source.codes()) == "M 2019 573 areas HS/0\n");
        const auto partners = source.partners(world, Side::reporter, annual()).value();
        CHECK(test::text_of(partners.partners, source.codes()) ==
              "KAZ M 2019 85 areas HS/0\nRUS M 2019 1 areas HS/0\nUSA M 2019 40 areas HS/0\n");
      });
}

TEST_CASE("a product's total is the declared World row or the sum of partners, and the world's that of reporters") {
  with_every_source({{"r",
                      "KAZ X RUS 2019 H5 27 60 kg=6\nKAZ X CHN 2019 H5 27 30 kg=3\nKAZ X cis 2019 H5 27 60\nKAZ X WLD 2019 H5 72 9\nKAZ X "
                      "RUS 2019 H5 72 5\n"
                      "UZB X RUS 2019 H5 27 8\n097 X RUS 2019 H5 27 1000\nUZB X RUS 2019 H5 TOTAL 12\n"}},
                    [](FlowSource& source) {
                      const Filter filter = annual(Classification::hs, 2);
                      CHECK(test::text_of(source.products(area("KAZ"), Side::reporter, filter).value().products, source.codes()) ==
                            "27 X 2019 90 9kg areas H5/2\n72 X 2019 9 declared H5/2\n");
                      CHECK(test::text_of(source.products(world, Side::reporter, filter).value().products, source.codes()) ==
                            "27 X 2019 98 9kg areas H5/2\n72 X 2019 9 areas H5/2\n");
                      CHECK(test::text_of(source.products(area("RUS"), Side::partner, filter).value().products, source.codes()) ==
                            "27 X 2019 68 6kg areas H5/2\n72 X 2019 5 areas H5/2\n");
                      const Product only[] = {Product::parse(Classification::h5, "72").value()};
                      CHECK(test::text_of(source.products(world, Side::reporter, filter, only).value().products, source.codes()) ==
                            "72 X 2019 9 areas H5/2\n");
                    });
}

TEST_CASE("products of the world in several editions are refused, those of one edition given") {
  with_every_source({{"r", "KAZ X RUS 2019 H5 27 60\nUZB X RUS 2019 H4 27 8\n"}}, [](FlowSource& source) {
    const auto refused = source.products(world, Side::reporter, annual(Classification::hs, 2));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().failure == Failure::usage);
    CHECK(test::text_of(source.products(world, Side::reporter, annual(Classification::h4, 2)).value().products, source.codes()) ==
          "27 X 2019 8 areas H4/2\n");
    CHECK(source.products(area("KAZ"), Side::reporter, annual(Classification::hs, 2)).value().products.size() == 1);
  });
}

TEST_CASE("pairs are unordered and without World, groups and trade with oneself") {
  with_every_source(
      {{"r",
        "KAZ X RUS 2019 H5 27 1\nRUS M KAZ 2019 H5 27 1\nRUS M RUS 2019 H5 27 1\nKAZ X WLD 2019 H5 27 1\nKAZ X cis 2019 H5 27 1\n"
        "CHN X KAZ 2019 S4 27 1\nCHN X RUS 2019-02 H5 27 1\n"}},
      [](FlowSource& source) {
        const auto pairs = source.pairs(annual()).value();
        REQUIRE(pairs.size() == 1);
        CHECK(pairs.front().first == area("KAZ"));
        CHECK(pairs.front().second == area("RUS"));
        CHECK(pairs.front().rows == 2);
      });
}

TEST_CASE("releases stand side by side and are never mixed") {
  with_every_source({{"r", "KAZ X RUS 2019 H5 27 1\nKAZ X RUS 2018 H5 27 8\n"}, {"r2", "KAZ X RUS 2019 H5 27 2\n"}},
                    [](FlowSource& source) {
                      Filter filter = annual(Classification::hs, 2);
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), filter) == "X 2018 H5 27 8\nX 2019 H5 27 1\n");
                      filter.release = "r2";
                      CHECK(rows_of(source, area("KAZ"), area("RUS"), filter) == "X 2019 H5 27 2\n");
                      filter.release = "r3";
                      const auto unknown = source.pairs(filter);
                      REQUIRE_FALSE(unknown);
                      CHECK(unknown.error().failure == Failure::usage);
                      const Meta meta = source.meta().value();
                      REQUIRE(meta.releases.size() == 2);
                      CHECK(meta.find("r2")->rows == 1);
                      CHECK(meta.find("r")->series.front().first == Period::of_year(2018));
                      CHECK(meta.find("r3") == nullptr);
                    });
}

TEST_CASE("equal partners keep a fixed order, zero is a value and nothing is nothing") {
  with_every_source(
      {{"r", "KAZ X UZB 2019 HS TOTAL 5\nKAZ X CHN 2019 HS TOTAL 5\nKAZ X RUS 2019 HS TOTAL 0\nKAZ X TJK 2019 HS TOTAL -\n"}},
      [](FlowSource& source) {
        const auto answer = source.partners(area("KAZ"), Side::reporter, annual()).value();
        CHECK(test::text_of(answer.partners, source.codes()) ==
              "CHN X 2019 5 declared HS/0\nRUS X 2019 0 declared HS/0\nTJK X 2019 - declared HS/0\nUZB X 2019 5 declared HS/0\n");
        CHECK(test::text_of(answer.world, source.codes()) == "X 2019 10+? areas HS/0\n");
        CHECK(source.partners(area("UZB"), Side::reporter, annual()).value().partners.empty());
      });
}

TEST_CASE("an answer's digest changes when what it was read from changes, and only then") {
  const auto digests = [](const std::string& rows) {
    const auto source = in_a_store({{"r", rows}});
    CHECK(source->pair(area("KAZ"), area("RUS"), annual()).value().digest ==
          in_memory({{"r", rows}})->pair(area("KAZ"), area("RUS"), annual()).value().digest);
    return std::vector{source->pair(area("KAZ"), area("RUS"), annual(Classification::hs, 2)).value().digest,
                       source->partners(area("KAZ"), Side::reporter, annual()).value().digest,
                       source->products(world, Side::reporter, annual(Classification::hs, 2)).value().digest};
  };
  const auto before = digests("KAZ X RUS 2019 H5 27 1\nKAZ X CHN 2019 H5 27 5\nUZB X RUS 2019 H5 27 5\n");
  CHECK(before == digests("UZB X RUS 2019 H5 27 5\nKAZ X CHN 2019 H5 27 5\nKAZ X RUS 2019 H5 27 1\n"));
  const auto pair_changed = digests("KAZ X RUS 2019 H5 27 1 kg=1\nKAZ X CHN 2019 H5 27 5\nUZB X RUS 2019 H5 27 5\n");
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i] != pair_changed[i]);
  const auto other_changed = digests("KAZ X RUS 2019 H5 27 1\nKAZ X CHN 2019 H5 27 6\nUZB X RUS 2019 H5 27 5\n");
  CHECK(before[0] == other_changed[0]);
  CHECK(before[1] != other_changed[1]);
}

TEST_CASE("a thousand rows of every kind give the same answers from memory and from a store") {
  std::uint64_t state = 20261125;
  const auto random = [&](std::uint64_t below) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33U) % below;
  };
  static constexpr const char* areas[] = {"KAZ", "RUS", "CHN", "WLD", "cis", "490", "FRA", "097"};
  static constexpr const char* flows[] = {"X", "M", "RX", "RM"};
  static constexpr const char* periods[] = {"2018", "2019", "2019-02", "2019-Q3"};
  static constexpr const char* products[] = {"H5 TOTAL", "H5 27",       "H5 72",       "H5 2709", "H4 27",
                                             "S4 33",    "CN 27MMM000", "CN 27090010", "H4 TOTAL"};
  std::map<std::string, std::string> rows;
  for (int i = 0; i < 1000; ++i) {
    const std::string key = std::string(areas[random(8)]) + ' ' + flows[random(4)] + ' ' + areas[random(8)] + ' ' + periods[random(4)] +
                            ' ' + products[random(9)];
    const std::string part = random(4) == 0 ? " mot=" + std::to_string(random(2) * 1000 + 1000) : "";
    const std::string value = random(10) == 0 ? "?" : std::to_string(random(1000000));
    rows[key + part] = key + ' ' + value + part + (random(3) == 0 ? " kg=" + std::to_string(random(100)) : "") +
                       (random(5) == 0 ? " qty=7u status=E est" : "");
  }
  std::string text;
  for (const auto& [key, row] : rows) text = random(2) == 0 ? text + row + '\n' : row + '\n' + text;
  const auto memory = in_memory({{"r", text}});
  const auto store = in_a_store({{"r", text}});
  REQUIRE(memory->codes().contents() == store->codes().contents());
  const Meta of_memory = memory->meta().value();
  const Meta of_store = store->meta().value();
  CHECK(of_memory.releases.front().digest == of_store.releases.front().digest);
  CHECK(of_memory.releases.front().rows == of_store.releases.front().rows);
  CHECK(of_memory.releases.front().detail_rows == of_store.releases.front().detail_rows);
  CHECK(of_memory.releases.front().series == of_store.releases.front().series);
  CHECK(of_memory.releases.front().flows == of_store.releases.front().flows);

  std::size_t answers = 0;
  for (const Classification c : {Classification::hs, Classification::h4, Classification::s4, Classification::cn}) {
    for (const Flow flow : {Flow::x, Flow::rm}) {
      for (const Frequency frequency : {Frequency::annual, Frequency::quarterly, Frequency::monthly}) {
        Filter filter = annual(c, c == Classification::cn ? 8 : 2);
        filter.flows = Flows::only(flow);
        filter.frequency = frequency;
        for (const char* name : areas) {
          CodeBook book = store->codes();
          const AreaCode one = book.area(name).value();
          for (const char* other_name : areas) {
            const AreaCode other = book.area(other_name).value();
            CHECK(rows_of(*memory, one, other, filter) == rows_of(*store, one, other, filter));
            CHECK(memory->pair(one, other, filter).value().digest == store->pair(one, other, filter).value().digest);
            answers += memory->pair(one, other, filter).value().totals.size();
          }
          for (const Side side : {Side::reporter, Side::partner}) {
            const auto a = memory->partners(one, side, filter).value();
            const auto b = store->partners(one, side, filter).value();
            CHECK(a.digest == b.digest);
            CHECK(test::text_of(a.partners, book) == test::text_of(b.partners, book));
            CHECK(test::text_of(a.groups, book) == test::text_of(b.groups, book));
            CHECK(test::text_of(a.world, book) == test::text_of(b.world, book));
            const auto p = memory->products(one, side, filter);
            const auto q = store->products(one, side, filter);
            REQUIRE(p.has_value() == q.has_value());
            if (p) CHECK(test::text_of(p->products, book) == test::text_of(q->products, book));
            if (p) CHECK(p->digest == q->digest);
          }
        }
      }
    }
  }
  CHECK(answers > 100);
}
