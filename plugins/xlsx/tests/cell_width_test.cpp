#include "cell_width.hpp"

#include <doctest/doctest.h>

#include "survey.hpp"

using namespace attache::xlsx;

TEST_CASE("widths are those of Calibri 11") {
  CHECK(line_pixels("0123456789") == 70);
  CHECK(column_width(line_pixels("1,234,567.89")) == doctest::Approx(11.0).epsilon(0.02));
  CHECK(column_width(line_pixels("Pharmaceutical products")) == doctest::Approx(21.6).epsilon(0.02));
  CHECK(line_pixels("e\xCC\x81") == line_pixels("e"));
  CHECK(line_pixels("中国") == 28);
}

TEST_CASE("a number is measured as it is shown") {
  CHECK(number_pixels(1234567.891, 1, true) == line_pixels("1,234,567.9"));
  CHECK(number_pixels(-1234, 0, true) == line_pixels("-1,234"));
  CHECK(number_pixels(2015, 0, false) == line_pixels("2015"));
  CHECK(number_pixels(-123, 0, true) == line_pixels("-123"));
}

TEST_CASE("text is broken after hyphens, but not before a digit") {
  const int pixels = line_pixels("customs-annual-");
  CHECK(wrapped_lines("customs-annual-exports", pixels) == 2);
  CHECK(wrapped_lines("customs-annual-2000", pixels) == 2);
  CHECK(wrapped_lines("annual-2000 annual-2000", line_pixels("annual-2000")) == 2);
  CHECK(wrapped_lines("-5 -6", 1000) == 1);
}

TEST_CASE("text is broken at spaces and line feeds, and inside words that are too long") {
  CHECK(wrapped_lines("one two three", 1000) == 1);
  CHECK(wrapped_lines("one\ntwo", 1000) == 2);
  const int pixels = wrapped_pixels("Exports of goods and services", 2);
  CHECK(wrapped_lines("Exports of goods and services", pixels) == 2);
  CHECK(wrapped_lines("Exports of goods and services", pixels - 1) == 3);
  CHECK(wrapped_lines("000000000000000", 70) == 2);
  CHECK(text_pixels("a\nbbb\ncc") == line_pixels("bbb"));
}
