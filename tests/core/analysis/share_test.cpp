#include "analysis/share.hpp"

#include <cstdint>

#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("a share of nothing does not apply") {
  CHECK(share(usd("5"), usd("0")).reason == Reason::zero_base);
  CHECK(share(usd("5"), usd("-1")).reason == Reason::negative_base);
  CHECK(share(missing, usd("1")).reason == Reason::input_missing);
  CHECK(share(usd("1"), usd("4")).value == decimal("25"));
  CHECK(market_share(usd("1"), usd("8")).value == decimal("12.5"));
  CHECK(ratio(usd("1"), usd("8")).value == decimal("0.125"));
  CHECK(ratio(usd("1"), usd("0")).reason == Reason::zero_base);
}

TEST_CASE("a unit value names both units and scales") {
  const Measure tonnes{decimal("2"), "t", 3, "", {}};
  const Result result = unit_value(usd("7.5", 6), tonnes);
  CHECK(result.value == decimal("3.75"));
  CHECK(result.unit == "USD/t");
  CHECK(result.multiplier == 3);
  CHECK(unit_value(usd("7.5"), Measure{decimal("0"), "t", 0, "", {}}).reason == Reason::zero_base);
  CHECK(unit_value(usd("7.5"), missing).reason == Reason::input_missing);
}

TEST_CASE("shares of a complete breakdown sum to 100 but for the last digit of each quotient") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<attache::Decimal> parts;
    attache::Decimal total;
    for (std::int64_t i = dice.roll(1, 40); i > 0; --i) {
      parts.push_back(dice.amount());
      total = *total.plus(parts.back());
    }
    if (total.is_zero()) continue;
    attache::Decimal sum;
    std::vector<attache::Decimal> shares;
    for (const auto& part : parts) {
      shares.push_back(*share(Measure{part, "USD", 0, "", {}}, Measure{total, "USD", 0, "", {}}).value);
      sum = *sum.plus(shares.back());
    }
    CHECK(sum.minus(decimal("100"))->absolute() <= attache::Decimal(static_cast<std::int64_t>(parts.size()), working_scale));
    const int decimals = static_cast<int>(dice.roll(0, 2));
    const auto column = largest_remainder(shares, decimal("100"), decimals);
    REQUIRE(column);
    attache::Decimal printed;
    for (std::size_t i = 0; i < column->size(); ++i) {
      printed = *printed.plus((*column)[i]);
      CHECK((*column)[i].minus(shares[i])->absolute() <= attache::Decimal(1, decimals));
    }
    CHECK(printed == decimal("100"));
  }
}

TEST_CASE("largest remainders make three thirds 100") {
  const auto third = decimal("33.333333333333");
  CHECK(*largest_remainder({third, third, third}, decimal("100"), 0) == std::vector{decimal("34"), decimal("33"), decimal("33")});
  CHECK(*largest_remainder({decimal("12.6"), decimal("41.5"), decimal("45.9")}, decimal("100"), 0) ==
        std::vector{decimal("13"), decimal("41"), decimal("46")});
  CHECK(*largest_remainder({decimal("-0.4"), decimal("100.4")}, decimal("100"), 0) == std::vector{decimal("0"), decimal("100")});
}

TEST_CASE("parts that are far from the target are not bent to it") {
  CHECK(!largest_remainder({decimal("20"), decimal("30")}, decimal("100"), 0));
  CHECK(!largest_remainder({decimal("80"), decimal("30")}, decimal("100"), 0));
  CHECK(!largest_remainder({}, decimal("100"), 0));
}
