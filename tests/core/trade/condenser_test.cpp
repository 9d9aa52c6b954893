#include "trade/src/condenser.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "small_rows.hpp"

using namespace attache;
using namespace attache::trade;

namespace {

struct Condensed {
  std::vector<TradeRow> totals, details;
  std::uint64_t duplicates = 0;
  std::vector<Problem> notes;
  CodeBook codes;
};

Outcome<Condensed> condensed(const std::string& text) {
  Condensed out;
  auto rows = test::small_rows(text, out.codes);
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return compare_keys(a.row, b.row) < 0; });
  Condenser condenser({"trade.csv"});
  if (auto done = condenser.add(rows, out.totals, out.details); !done) return fail(done.error());
  if (auto done = condenser.finish(out.totals); !done) return fail(done.error());
  out.duplicates = condenser.duplicates();
  out.notes = condenser.duplicate_notes();
  return out;
}

}  // namespace

TEST_CASE("a breakdown beside its total is detail, and the total counts alone") {
  const auto out = condensed(
                       "CHN M USA 2015 H4 8542 1000\n"
                       "CHN M USA 2015 H4 8542 600 p2=HKG\n"
                       "CHN M USA 2015 H4 8542 400 p2=USA\n"
                       "CHN M USA 2015 H4 8542 700 c=1 mot=1000\n")
                       .value();
  CHECK(test::text_of(out.totals, out.codes) == "M 2015 H4 8542 1000\n");
  CHECK(out.details.size() == 3);
}

TEST_CASE("without a total the coarsest breakdown is added up, and says so") {
  const auto out = condensed(
                       "CHN M USA 2015 H4 8542 600 p2=HKG kg=6\n"
                       "CHN M USA 2015 H4 8542 400 p2=USA kg=4\n"
                       "CHN M USA 2015 H4 8542 350 p2=HKG mot=1000\n"
                       "CHN M USA 2015 H4 8542 250 p2=HKG mot=2100\n"
                       "CHN M USA 2016 H4 8542 9\n")
                       .value();
  CHECK(test::text_of(out.totals, out.codes) == "M 2015 H4 8542 1000 summed\nM 2016 H4 8542 9\n");
  CHECK(out.totals.front().net_weight == 10);
  CHECK(out.totals.front().is_total());
}

TEST_CASE("a sum with a missing part is missing") {
  const auto out = condensed("CHN M USA 2015 H4 8542 600 p2=HKG\nCHN M USA 2015 H4 8542 ? p2=USA\n").value();
  CHECK(out.totals.front().value_missing == text::Missing::confidential);
  CHECK(out.totals.front().value == 0);
}

TEST_CASE("exact duplicates count once and are told with both places") {
  const auto out = condensed("MDG X FRA 2013 H4 03 15\nMDG X FRA 2013 H4 04 1\nMDG X FRA 2013 H4 03 15\n").value();
  CHECK(test::text_of(out.totals, out.codes) == "X 2013 H4 03 15\nX 2013 H4 04 1\n");
  CHECK(out.duplicates == 1);
  REQUIRE(out.notes.size() == 1);
  CHECK(out.notes.front().message() ==
        "trade.csv:3: the row of MDG X FRA 2013 H4 03 is there twice: the same row is at trade.csv:1; it was counted once");
}

TEST_CASE("one key with two values is refused with both places") {
  for (const char* second : {"16", "15 kg=3", "15 status=E"}) {
    CAPTURE(second);
    const auto out = condensed("MDG X FRA 2013 H4 03 15\nMDG X FRA 2013 H4 03 " + std::string(second) + '\n');
    REQUIRE_FALSE(out);
    CHECK(out.error().failure == Failure::data);
    CHECK(out.error().message().find("trade.csv:2: two different rows of MDG X FRA 2013 H4 03: the other is at trade.csv:1") == 0);
  }
}
