#include "analysis/balance.hpp"

#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("one side missing is never taken for the whole") {
  for (const Result& result : {turnover(usd("5"), missing), turnover(missing, usd("5")), balance(missing, missing),
                               coverage(usd("5"), missing), normalised_balance(missing, usd("5"))}) {
    CHECK(!result);
    CHECK(result.reason == Reason::input_missing);
    CHECK(result.missing() == Missing::not_available);
  }
}

TEST_CASE("zero trade is a figure") {
  CHECK(turnover(usd("0"), usd("0")).value == decimal("0"));
  CHECK(balance(usd("0"), usd("3")).value == decimal("-3"));
  CHECK(coverage(usd("0"), usd("3")).value == decimal("0"));
}

TEST_CASE("coverage without imports and a normalised balance without trade do not apply") {
  CHECK(coverage(usd("5"), usd("0")).reason == Reason::zero_base);
  CHECK(coverage(usd("5"), usd("0")).missing() == Missing::not_applicable);
  CHECK(normalised_balance(usd("0"), usd("0")).reason == Reason::zero_base);
  CHECK(normalised_balance(usd("5"), usd("0")).value == decimal("1"));
  CHECK(normalised_balance(usd("0"), usd("5")).value == decimal("-1"));
}

TEST_CASE("exact figures give exact sums and no limit of digits") {
  const Result result = balance(usd("14277.123456"), usd("7445.000001"));
  CHECK(result.value == decimal("6832.123455"));
  CHECK(result.decimals == -1);
  CHECK(!result.about);
}

TEST_CASE("a sum that is off by more than rounding explains does not hold") {
  CHECK(sum_check({printed_usd("2.3"), printed_usd("5.2")}, printed_usd("7.6")).holds == true);
  CHECK(sum_check({printed_usd("2.3"), printed_usd("5.2")}, printed_usd("7.7")).holds == false);
  CHECK(sum_check({printed_usd("2.3"), printed_usd("5.2")}, printed_usd("7.7")).difference.value == decimal("-0.2"));
  CHECK(sum_check({usd("1"), usd("2")}, usd("3")).holds == true);
  CHECK(sum_check({usd("1"), usd("2")}, usd("3.000001")).holds == false);
}

TEST_CASE("a sum with a part missing is not checked") {
  CHECK(!sum_check({usd("1"), missing}, usd("3")).holds);
  CHECK(sum_check({usd("1"), missing}, usd("3")).difference.reason == Reason::input_missing);
  CHECK(sum_check({}, usd("3")).difference.reason == Reason::too_few);
}

TEST_CASE("balance and turnover give the flows back, whatever they are") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Measure x{dice.amount(), "USD", 0, "", {}}, m{dice.amount(), "USD", 0, "", {}};
    const auto twice = turnover(x, m).value->plus(*balance(x, m).value);
    CHECK(*twice == *x.value.times(attache::Decimal::of(2)));
    const Result normalised = normalised_balance(x, m);
    if (normalised) CHECK(normalised.value->absolute() <= attache::Decimal::of(1));
  }
}
