#include "analysis/balance.hpp"
#include "analysis/growth.hpp"
#include "analysis/share.hpp"
#include "core/analysis/figures.hpp"

// What can be computed from the KAZINFORM article of 15 October 2015 (samples/kazakhstan-russia), worked by hand.

using namespace attache::analysis;

namespace {
const Measure turnover_h1 = printed_usd("7.5"), exports_h1 = printed_usd("2.3"), imports_h1 = printed_usd("5.2");
const Measure near_border_h1 = printed_usd("2.7"), turnover_2014 = printed_usd("21");
const Measure six_fold = rounded_measure(decimal("6"), "1");
const Measure claimed_growth = rounded_measure(decimal("3.2"), "%");
}  // namespace

TEST_CASE("exports and imports of January to June 2015 add up to the turnover exactly") {
  const SumCheck check = sum_check({exports_h1, imports_h1}, turnover_h1);
  CHECK(check.holds == true);
  CHECK(check.difference.value == decimal("0"));
  CHECK(check.tolerance == decimal("0.15"));
}

TEST_CASE("the balance is a deficit of 2.9 billion") {
  const Result result = balance(exports_h1, imports_h1);
  CHECK(result.value == decimal("-2.9"));
  CHECK(result.unit == "USD");
  CHECK(result.multiplier == 9);
  CHECK(result.decimals == 1);
}

TEST_CASE("exports cover about 44 % of imports, and no more digits than that are known") {
  const Result result = coverage(exports_h1, imports_h1);
  CHECK(shown(result, 1) == "44.2");
  REQUIRE(result.range);
  CHECK(result.range->low.rounded(1) == decimal("42.9"));
  CHECK(result.range->high.rounded(1) == decimal("45.6"));
  CHECK(result.decimals == 0);
  CHECK(result.about);
  CHECK(result.unit == "%");
}

TEST_CASE("the normalised balance is -0.387, of which two digits are known") {
  const Result result = normalised_balance(exports_h1, imports_h1);
  CHECK(shown(result, 3) == "-0.387");
  CHECK(result.decimals == 2);
  CHECK(result.about);
}

TEST_CASE("the near-border regions have 36 % of the turnover") {
  CHECK(shown(share(near_border_h1, turnover_h1), 1) == "36.0");
  CHECK(share(near_border_h1, turnover_h1).decimals == 0);
}

TEST_CASE("six-fold growth to 21 billion implies 3.5 billion in 2003") {
  const Result result = implied_base(turnover_2014, six_fold);
  CHECK(shown(result, 1) == "3.5");
  CHECK(result.unit == "USD");
  CHECK(result.multiplier == 9);
  CHECK(result.about);
}

TEST_CASE("six-fold in eleven years is 17.7 % a year") {
  CHECK(shown(annual_growth_of_multiple(six_fold, 11), 1) == "17.7");
  CHECK(shown(annual_growth(printed_usd("3.5"), turnover_2014, 11), 1) == "17.7");
}

TEST_CASE("growth of 3.2 % would put the half-year before at 7.27 billion, 34.6 % of the year's 21") {
  const Result before = implied_previous(turnover_h1, claimed_growth);
  CHECK(shown(before, 2) == "7.27");
  CHECK(shown(share(before.measure(), turnover_2014), 1) == "34.6");
}

TEST_CASE("January to June 2015 is 35.7 % of the total of 2014") { CHECK(shown(share(turnover_h1, turnover_2014), 1) == "35.7"); }

TEST_CASE("76 of 89 subjects are 85.4 %, 76 of 85 are 89.4 %") {
  CHECK(shown(share(count("76"), count("89")), 1) == "85.4");
  CHECK(shown(share(count("76"), count("85")), 1) == "89.4");
  CHECK(share(count("76"), count("89")).decimals == -1);
}
