#include "value/joined.hpp"

#include <doctest/doctest.h>

using attache::joined;

TEST_CASE("texts are joined with the separator between them, empty ones included") {
  CHECK(joined({}).empty());
  CHECK(joined({"a"}) == "a");
  CHECK(joined({"a", "b", "c"}) == "a, b, c");
  CHECK(joined({"", "b", ""}, " or ") == " or b or ");
}
