#include "analysis/growth.hpp"

#include <cstdint>

#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("growth has a rate, a change and a multiple") {
  const Growth result = growth(usd("23658"), usd("21722"));
  CHECK(shown(result.percent, 1) == "-8.2");
  CHECK(result.change.value == decimal("-1936"));
  CHECK(shown(growth(usd("5755"), usd("21722")).multiple, 1) == "3.8");
}

TEST_CASE("growth from zero has a change but no rate") {
  const Growth result = growth(usd("0"), usd("5"));
  CHECK(result.percent.reason == Reason::zero_base);
  CHECK(result.multiple.reason == Reason::zero_base);
  CHECK(result.change.value == decimal("5"));
}

TEST_CASE("growth to zero is -100 %") { CHECK(growth(usd("5"), usd("0")).percent.value == decimal("-100")); }

TEST_CASE("growth from a base below the threshold gives the multiple instead of a rate") {
  const Growth result = growth(usd("0.2"), usd("50"), decimal("1"));
  CHECK(result.percent.reason == Reason::small_base);
  CHECK(result.multiple.value == decimal("250"));
  CHECK(growth(usd("1"), usd("50"), decimal("1")).percent.value == decimal("4900"));
}

TEST_CASE("a balance that was negative has no growth") {
  const Growth result = growth(usd("-5"), usd("5"));
  CHECK(result.percent.reason == Reason::negative_base);
  CHECK(result.change.value == decimal("10"));
}

TEST_CASE("growth with a year missing is missing") {
  const Growth result = growth(missing, usd("5"));
  CHECK(result.percent.reason == Reason::input_missing);
  CHECK(result.change.reason == Reason::input_missing);
}

TEST_CASE("annual growth takes the root over the years between") {
  CHECK(annual_growth(usd("100"), usd("121"), 2).value == decimal("10"));
  CHECK(annual_growth(usd("100"), usd("110"), 1).value == decimal("10"));
  CHECK(annual_growth(usd("5"), usd("0"), 3).value == decimal("-100"));
  CHECK(annual_growth(usd("100"), usd("12.5"), 3).value == decimal("-50"));
}

TEST_CASE("annual growth needs a positive start, an end and at least one year") {
  CHECK(annual_growth(usd("0"), usd("5"), 3).reason == Reason::zero_base);
  CHECK(annual_growth(usd("-1"), usd("5"), 3).reason == Reason::negative_base);
  CHECK(annual_growth(usd("5"), usd("-5"), 3).reason == Reason::not_applicable);
  CHECK(annual_growth(usd("5"), usd("6"), 0).reason == Reason::not_applicable);
  CHECK(annual_growth(usd("5"), missing, 3).reason == Reason::input_missing);
  CHECK(annual_growth_of_multiple(usd("6"), 11).reason == Reason::units_differ);
}

TEST_CASE("trend growth of a steady series is its rate") {
  const Trend trend = trend_growth({{2010, usd("100")}, {2011, usd("110")}, {2012, usd("121")}, {2013, usd("133.1")}});
  CHECK(trend.percent.value == decimal("10"));
  CHECK(trend.used == 4);
}

TEST_CASE("trend growth agrees with least squares done elsewhere") {
  // numpy.polyfit(years, log(values), 1) on Russia's exports to Kazakhstan 2010-2014, million USD.
  const Trend trend =
      trend_growth({{2010, usd("10690")}, {2011, usd("14256")}, {2012, usd("15010")}, {2013, usd("17678")}, {2014, usd("14277")}});
  CHECK(shown(trend.percent, 4) == "8.2618");
}

TEST_CASE("trend growth needs four observations and leaves zeros and gaps out") {
  const Trend three = trend_growth({{2010, usd("1")}, {2011, usd("2")}, {2012, usd("3")}, {2013, usd("0")}, {2014, missing}});
  CHECK(three.percent.reason == Reason::too_few);
  CHECK(three.used == 3);
  CHECK(three.left_out == 1);
  const Trend four = trend_growth({{2010, usd("1")}, {2011, usd("2")}, {2012, usd("4")}, {2013, usd("0")}, {2015, usd("32")}});
  CHECK(four.percent.value == decimal("100"));
  CHECK(trend_growth({{2010, usd("1")}, {2010, usd("2")}, {2010, usd("3")}, {2010, usd("4")}}).percent.reason == Reason::too_few);
}

TEST_CASE("a stated growth of -100 % or less implies nothing about the year before") {
  const auto percent = [](std::string_view text) { return Measure{decimal(text), "%", 0, "", {}}; };
  CHECK(implied_previous(usd("5"), percent("-100")).reason == Reason::not_applicable);
  CHECK(implied_previous(usd("5"), percent("-50")).value == decimal("10"));
  CHECK(implied_previous(usd("5"), usd("3")).reason == Reason::units_differ);
  CHECK(implied_base(usd("5"), count("0")).reason == Reason::not_applicable);
}

TEST_CASE("contributions of all parts sum to the growth of the whole") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    attache::Decimal before, after, contributions;
    std::vector<std::pair<Measure, Measure>> parts;
    for (std::int64_t i = dice.roll(1, 30); i > 0; --i) {
      parts.push_back({Measure{dice.amount(), "USD", 0, "", {}}, Measure{dice.amount(), "USD", 0, "", {}}});
      before = *before.plus(parts.back().first.value);
      after = *after.plus(parts.back().second.value);
    }
    const Measure whole{before, "USD", 0, "", {}};
    if (before.is_zero()) continue;
    for (const auto& [first, second] : parts) contributions = *contributions.plus(*contribution(first, second, whole).value);
    const auto gap = contributions.minus(*growth(whole, Measure{after, "USD", 0, "", {}}).percent.value);
    // Each quotient is off by up to half of its 12th decimal.
    CHECK(gap->absolute() <= attache::Decimal(static_cast<std::int64_t>(parts.size()) + 1, working_scale));
  }
}

TEST_CASE("a contribution needs all three figures and a base") {
  CHECK(contribution(usd("1"), missing, usd("9")).reason == Reason::input_missing);
  CHECK(contribution(usd("1"), usd("2"), usd("0")).reason == Reason::zero_base);
}
