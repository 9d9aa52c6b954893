#include "analysis/balance.hpp"
#include "core/analysis/figures.hpp"
#include "dataset/model.hpp"

using namespace attache::analysis;
namespace dataset = attache::dataset;

TEST_CASE("dollars and tenge, nominal and real, tonnes and persons do not meet in one formula") {
  Measure tenge = usd("5");
  tenge.unit = "KZT";
  Measure real = usd("5");
  real.basis = "real";
  for (const Measure& other : {tenge, real}) {
    CHECK(turnover(usd("5"), other).reason == Reason::units_differ);
    CHECK(balance(other, usd("5")).reason == Reason::units_differ);
    CHECK(turnover(usd("5"), other).missing() == Missing::not_applicable);
  }
}

TEST_CASE("different multipliers of one unit are brought together without loss") {
  const Result result = turnover(usd("7.5", 9), usd("250000.25", 0));
  CHECK(result.multiplier == 9);
  CHECK(result.value == decimal("7.50025000025"));
}

TEST_CASE("what 128 bits cannot hold is refused, not wrapped") {
  const Measure huge = usd("99999999999999999999999999999999999999", 6);
  CHECK(turnover(huge, huge).reason == Reason::out_of_range);
  CHECK(coverage(huge, usd("0.000001")).reason == Reason::out_of_range);
}

TEST_CASE("an observation becomes a measure as precise as it was written") {
  dataset::Observation observation;
  CHECK(!measure_of(observation));
  observation.value = decimal("7.5");
  observation.unit = "USD";
  observation.multiplier = 9;
  observation.price_basis = "real";
  observation.adjustment = "seasonal";
  CHECK(measure_of(observation)->half_unit == decimal("0.05"));
  CHECK(measure_of(observation)->basis == "real, seasonal");
  observation.decimals = 0;
  CHECK(measure_of(observation)->half_unit == decimal("0.5"));
}

TEST_CASE("a count is exact") {
  dataset::Observation observation;
  observation.value = decimal("5590");
  observation.unit = "enterprises";
  CHECK(!measure_of(observation)->half_unit);
}

TEST_CASE("a trade row in units is exact, in millions it is off by half of its last digit") {
  dataset::Flow flow;
  CHECK(!measure_of(flow));
  flow.value = decimal("14277");
  flow.currency = "USD";
  CHECK(!measure_of(flow)->half_unit);
  flow.multiplier = 6;
  CHECK(measure_of(flow)->half_unit == decimal("0.5"));
}

TEST_CASE("a result is a measure again, with its range") {
  const Result sum = turnover(printed_usd("2.3"), printed_usd("5.2"));
  REQUIRE(sum.measure());
  CHECK(sum.measure()->half_unit == decimal("0.1"));
  CHECK(!turnover(missing, usd("1")).measure());
}
