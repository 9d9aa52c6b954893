#include "number_format.hpp"

#include <doctest/doctest.h>

using namespace attache::xlsx;

TEST_CASE("a format shows the column's decimals") {
  CHECK(number_format(1) == "#,##0.0");
  CHECK(number_format(0) == "#,##0");
  CHECK(number_format(0, false) == "0");
  CHECK(number_format(2, false) == "0.00");
  CHECK(number_format(-1, false) == "General");
}

TEST_CASE("a value that rounds to zero is told from zero") {
  CHECK(rounds_to_zero(0.04, 1));
  CHECK(rounds_to_zero(-0.04, 1));
  CHECK_FALSE(rounds_to_zero(0.05, 1));
  CHECK_FALSE(rounds_to_zero(0, 1));
  CHECK_FALSE(rounds_to_zero(0.001, -1));
  CHECK(tiny_format(1) == "[>=0.05]#,##0.0;[<=-0.05]-#,##0.0;\"0*\"");
  CHECK(tiny_format(0) == "[>=0.5]#,##0;[<=-0.5]-#,##0;\"0*\"");
}
