#include "analysis/concentration.hpp"

#include <cstdint>

#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("one product is full concentration, four equal ones a quarter") {
  CHECK(herfindahl({decimal("7")}).value == decimal("1"));
  CHECK(herfindahl({decimal("5"), decimal("5"), decimal("5"), decimal("5")}).value == decimal("0.25"));
  CHECK(normalised_herfindahl({decimal("5"), decimal("5"), decimal("5"), decimal("5")}).value == decimal("0"));
  CHECK(shown(herfindahl({decimal("50"), decimal("30"), decimal("20")}), 4) == "0.3800");
  CHECK(shown(normalised_herfindahl({decimal("50"), decimal("30"), decimal("20")}), 4) == "0.0700");
}

TEST_CASE("a single product has no normalised index, and no trade has none at all") {
  CHECK(normalised_herfindahl({decimal("7"), decimal("0")}).reason == Reason::not_applicable);
  CHECK(herfindahl({}).reason == Reason::zero_base);
  CHECK(herfindahl({decimal("0")}).reason == Reason::zero_base);
  CHECK(herfindahl({decimal("-1"), decimal("2")}).reason == Reason::negative_base);
}

TEST_CASE("the largest few are counted by value, not by position") {
  const std::vector values = {decimal("5"), decimal("50"), decimal("15"), decimal("30")};
  CHECK(concentration_ratio(values, 1).value == decimal("50"));
  CHECK(concentration_ratio(values, 3).value == decimal("95"));
  CHECK(concentration_ratio(values, 9).value == decimal("100"));
  CHECK(concentration_ratio(values, 0).reason == Reason::not_applicable);
  CHECK(concentration_ratio({}, 3).reason == Reason::zero_base);
}

TEST_CASE("the index lies between 1/n and 1 and does not care for zeros or the unit") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<attache::Decimal> values, larger;
    for (std::int64_t i = dice.roll(1, 60); i > 0; --i) {
      values.push_back({dice.roll(1, 1'000'000'000), static_cast<int>(dice.roll(0, 3))});
      larger.push_back(*values.back().shifted(3));
    }
    const auto n = static_cast<std::int64_t>(values.size());
    const attache::Decimal index = *herfindahl(values).value;
    CHECK(index <= attache::Decimal::of(1));
    CHECK(index >= attache::Decimal::of(1).divided(attache::Decimal::of(n), 9)->minus(decimal("0.000000001")));
    CHECK(*herfindahl(larger).value == index);
    values.push_back(decimal("0"));
    CHECK(*herfindahl(values).value == index);
    if (n > 1) CHECK(normalised_herfindahl(values).value->sign() >= 0);
  }
}
