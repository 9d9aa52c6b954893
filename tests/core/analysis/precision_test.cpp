#include "analysis/precision.hpp"

#include "analysis/share.hpp"
#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("half a unit is half of the last written digit") {
  CHECK(half_unit_of(decimal("7.5")) == decimal("0.05"));
  CHECK(half_unit_of(decimal("21")) == decimal("0.5"));
  CHECK(half_unit_of(decimal("0.000000000000000001")).is_zero());
}

TEST_CASE("the last printed digit is wrong by less than five units") {
  const auto decimals = [](std::string_view value, std::string_view low, std::string_view high) {
    return printable_decimals(decimal(value), {decimal(low), decimal(high)});
  };
  CHECK(decimals("44.23", "42.9", "45.6") == 0);
  CHECK(decimals("-2.9", "-3.0", "-2.8") == 1);
  CHECK(decimals("3.5", "3.15", "3.9") == 1);
  CHECK(decimals("3.5", "3.0", "3.9") == 0);
  CHECK(decimals("123456", "120000", "130000") == 0);
  CHECK(decimals("1", "1", "1") == working_scale);
}

TEST_CASE("a divisor whose range reaches zero gives a value without a range, printed as about") {
  const Result result = share(printed_usd("2.3"), printed_usd("0.05", 9));
  CHECK(result.range);
  Measure small = printed_usd("0.1");
  for (const char* off_by : {"0.1", "0.3"}) {  // to zero, and beyond it
    small.half_unit = decimal(off_by);
    const Result unbounded = share(printed_usd("2.3"), small);
    CHECK(unbounded.value == decimal("2300"));
    CHECK(!unbounded.range);
    CHECK(unbounded.decimals == 0);
    CHECK(unbounded.about);
  }
}

TEST_CASE("the true value lies in the range, whatever was rounded away") {
  for (unsigned seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const attache::Decimal part = {dice.roll(0, 99999), 4}, whole = {dice.roll(20000, 99999), 4};
    const int digits = static_cast<int>(dice.roll(1, 3));
    const Result truth = share(Measure{part, "USD", 9, "", {}}, Measure{whole, "USD", 9, "", {}});
    const Result known = share(rounded_measure(part.rounded(digits), "USD", 9), rounded_measure(whole.rounded(digits), "USD", 9));
    REQUIRE(known.range);
    CHECK(known.range->low <= *truth.value);
    CHECK(*truth.value <= known.range->high);
  }
}
