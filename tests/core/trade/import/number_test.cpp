#include "trade/src/import/number.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace attache::trade;

namespace {

/// "1234.5" as "12345e-1", with ~ for noise and ? for an estimate; or the fault.
std::string read(std::string_view text, const NumberForm& form = {}) {
  WrittenNumber number;
  switch (read_number(text, form, number)) {
    case NumberFault::missing:
      return "missing";
    case NumberFault::not_a_number:
      return "no number";
    case NumberFault::too_large:
      return "too large";
    case NumberFault::none:
      break;
  }
  std::string out = std::to_string(number.mantissa);
  if (number.decimals > 0) out += "e-" + std::to_string(number.decimals);
  return out + (number.is_noise ? "~" : "") + (number.is_estimate ? "?" : "");
}

}  // namespace

TEST_CASE("numbers are read exactly, without the zeros at their end") {
  CHECK(read("1028137") == "1028137");
  CHECK(read("32825863.0") == "32825863");
  CHECK(read("8306920666.0") == "8306920666");
  CHECK(read("206642208248.492") == "206642208248492e-3");
  CHECK(read("2715997517261") == "2715997517261");
  CHECK(read("-3.50") == "-35e-1");
  CHECK(read("0.0") == "0");
  CHECK(read("       13.235") == "13235e-3");
  CHECK(read(".5") == "5e-1");
}

TEST_CASE("what lies behind six decimals is noise and is rounded") {
  CHECK(read("2702.8805189999998") == "2702880519e-6~");
  CHECK(read("0.20000000000000001") == "2e-1~");
  CHECK(read("244.44291743995248") == "244442917e-6~");
  CHECK(read("1.0000000000000001E-005") == "1e-5~");
  CHECK(read("9.6000000000000002E-005") == "96e-6~");
  CHECK(read("0.000000000000000000001") == "0~");
}

TEST_CASE("an exponent moves the point") {
  CHECK(read("1.5e3") == "1500");
  CHECK(read("2E+2") == "200");
  CHECK(read("1e30") == "too large");
  CHECK(read("1e") == "no number");
}

TEST_CASE("an estimate is told by its mark") {
  CHECK(read("0.14 e") == "14e-2?");
  CHECK(read("9.50 e") == "95e-1?");
}

TEST_CASE("signs of nothing are missing, not zero") {
  for (const char* sign : {"", "NA", "           NA", "N/A", "-", "NaN", "…", "...", ":", " ", "\xC2\xA0"}) {
    CAPTURE(sign);
    CHECK(read(sign) == "missing");
  }
  CHECK(read("0") == "0");
}

TEST_CASE("what is no number is refused") {
  for (const char* text : {"12a", "1.2.3", "1 2", "--1", "e", "1,5", "abc", "1.5.", "0x10"}) {
    CAPTURE(text);
    CHECK(read(text) == "no number");
  }
  CHECK(read("12345678901234567890123") == "too large");
}

TEST_CASE("a decimal comma and groups of digits are read where a file has them") {
  const NumberForm comma{.point = ',', .grouped = true};
  CHECK(read("1 234,5", comma) == "12345e-1");
  CHECK(read("1\xC2\xA0"
             "234\xE2\x80\xAF"
             "567,25",
             comma) == "123456725e-2");
  CHECK(read("1.234.567", comma) == "1234567");
  CHECK(read("12,4", comma) == "124e-1");
  const NumberForm point{.point = '.', .grouped = true};
  CHECK(read("1,234.5", point) == "12345e-1");
}

TEST_CASE("a number at a scale is rounded half away from zero and refused when it does not fit") {
  CHECK(at_scale({.mantissa = 12345, .decimals = 1}, 0) == 1235);
  CHECK(at_scale({.mantissa = -12345, .decimals = 1}, 0) == -1235);
  CHECK(at_scale({.mantissa = 52051, .decimals = 3}, 3) == 52051);
  CHECK(at_scale({.mantissa = 1, .decimals = 6}, 3) == 0);
  CHECK_FALSE(at_scale({.mantissa = 2715997517261, .decimals = 0}, 9).has_value());
}
