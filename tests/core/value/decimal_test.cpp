#include "value/decimal.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using attache::Decimal;

namespace {

Decimal d(std::string_view text) {
  const auto value = Decimal::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

std::string why(std::string_view text) {
  const auto value = Decimal::parse(text);
  REQUIRE_FALSE_MESSAGE(value.has_value(), text);
  return value.error().why;
}

const std::string largest = "170141183460469231731687303715884105727";  // 2^127 - 1

}  // namespace

TEST_CASE("a decimal keeps the digits it was written with") {
  for (const char* text : {"0", "7", "-7", "2.30", "0.05", "-0.001", "1234567890.123456789", "0.000000000000000001"})
    CHECK(d(text).text() == text);
  CHECK(d("2.30").scale() == 2);
  CHECK(d("007.5").text() == "7.5");
  CHECK(d("+3.2").text() == "3.2");
  CHECK(d(largest).text() == largest);
  CHECK(d("-" + largest).text() == "-" + largest);
}

TEST_CASE("minus zero is zero") {
  CHECK(d("-0").text() == "0");
  CHECK(d("-0.00").text() == "0.00");
  CHECK(d("-0.4").rounded(0).text() == "0");
  CHECK(d("0").negated().text() == "0");
}

TEST_CASE("what is no decimal is refused with its reason") {
  CHECK(why("") == "it has no digits");
  CHECK(why("-") == "it has no digits");
  CHECK(why("1,5") == "it has a grouping sign or a decimal comma");
  CHECK(why("1 500") == "it has a grouping sign or a decimal comma");
  CHECK(why("1e6") == "it has an exponent");
  CHECK(why("12a") == "only digits, one point and a leading sign are allowed");
  CHECK(why("1.2.3") == "only digits, one point and a leading sign are allowed");
  CHECK(why("--1") == "only digits, one point and a leading sign are allowed");
  CHECK(why(".5") == "the point needs a digit on each side");
  CHECK(why("5.") == "the point needs a digit on each side");
  CHECK(why("1.0000000000000000001") == "it has more than 18 digits after the point");
  CHECK(why("170141183460469231731687303715884105728") == "it has too many digits");
}

TEST_CASE("comparison is by number, not by digits") {
  CHECK(d("2.30") == d("2.3"));
  CHECK(d("2.31") > d("2.3"));
  CHECK(d("-2.31") < d("-2.3"));
  CHECK(d("-1") < d("1"));
  CHECK(d("0") == d("-0.000"));
  CHECK(d(largest) > d("0.000000000000000001"));
  CHECK(d("-" + largest) < d("-170141183460469231731.687303715884105727"));
}

TEST_CASE("sums and products are exact") {
  CHECK(d("2.3").plus(d("5.2"))->text() == "7.5");
  CHECK(d("0.1").plus(d("0.02"))->text() == "0.12");
  CHECK(d("1").minus(d("1.00"))->text() == "0.00");
  CHECK(d("-1.5").minus(d("2"))->text() == "-3.5");
  CHECK(d("1.5").times(d("-1.5"))->text() == "-2.25");
}

TEST_CASE("what does not fit gives nothing, and trailing zeros do not count") {
  CHECK_FALSE(d(largest).plus(d("1")).has_value());
  CHECK_FALSE(d("-" + largest).minus(d("1")).has_value());
  CHECK_FALSE(d(largest).times(d("2")).has_value());
  CHECK_FALSE(d("0.0000000001").times(d("0.0000000001")).has_value());
  CHECK(d("0.50000000000").times(d("0.50000000000"))->text() == "0.25");
  CHECK(d(largest).plus(d("0.000000"))->text() == largest);
  CHECK(d(largest).minus(d("1"))->plus(d("1.000"))->text() == largest);
}

TEST_CASE("a quotient rounds half away from zero") {
  CHECK(d("1").divided(d("3"), 4)->text() == "0.3333");
  CHECK(d("2").divided(d("3"), 4)->text() == "0.6667");
  CHECK(d("1").divided(d("8"), 2)->text() == "0.13");
  CHECK(d("-1").divided(d("8"), 2)->text() == "-0.13");
  CHECK(d("2.3").divided(d("5.2"), 3)->text() == "0.442");
  CHECK(d("0.000000000000000001").divided(d("2"), 0)->text() == "0");
  CHECK(d("0.500000000000000000").divided(d("1"), 0)->text() == "1");
  CHECK(d("0.499999999999999999").divided(d("1"), 0)->text() == "0");
  CHECK(d(largest).divided(d(largest), 18)->text() == "1.000000000000000000");
  CHECK(d("170141183460469231731.687303715884105727").divided(d(largest), 0)->text() == "0");
  CHECK_FALSE(d("1").divided(d("0.0"), 2).has_value());
  CHECK_FALSE(d(largest).divided(d("0.1"), 0).has_value());
}

TEST_CASE("shifting moves the point and loses nothing") {
  CHECK(d("7.5").shifted(9)->text() == "7500000000");
  CHECK(d("7500000000").shifted(-9)->text() == "7.500000000");
  CHECK(d("2.345").shifted(1)->text() == "23.45");
  CHECK(d("1000").shifted(-20)->text() == "0.000000000000000010");
  CHECK_FALSE(d("1").shifted(-19).has_value());
  CHECK_FALSE(d("1").shifted(39).has_value());
  CHECK(d("0").shifted(99)->is_zero());
}

TEST_CASE("rounding is half away from zero and a larger scale appends zeros") {
  CHECK(d("2.5").rounded(0).text() == "3");
  CHECK(d("-2.5").rounded(0).text() == "-3");
  CHECK(d("2.4449").rounded(2).text() == "2.44");
  CHECK(d("2.445").rounded(2).text() == "2.45");
  CHECK(d("9.99").rounded(1).text() == "10.0");
  CHECK(d("1").rounded(3).text() == "1.000");
  CHECK(d(largest).rounded(2).text() == largest);  // no room for zeros: the value stays
}

TEST_CASE("at_scale gives an int64 or nothing") {
  CHECK(d("2.30").at_scale(1) == 23);
  CHECK(d("-2.3").at_scale(2) == -230);
  CHECK_FALSE(d("2.35").at_scale(1).has_value());
  CHECK(d("9223372036854775807").at_scale(0) == 9223372036854775807);
  CHECK_FALSE(d("9223372036854775808").at_scale(0).has_value());
  CHECK_FALSE(d("9223372036854775807").at_scale(1).has_value());
}

TEST_CASE("the double is near") {
  CHECK(d("-1234.5").to_double() == doctest::Approx(-1234.5));
  CHECK(d("0.1").to_double() == 0.1);
}

TEST_CASE("a shift by any power is exact or nothing") {
  for (const int power : {std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), -100, 100}) {
    CAPTURE(power);
    CHECK_FALSE(d("1.5").shifted(power).has_value());
    CHECK(d("0.0").shifted(power)->is_zero());
  }
  CHECK(d("1.5").shifted(3)->text() == "1500");
  CHECK(d("1500").shifted(-20)->text() == "0.000000000000000015");
}
