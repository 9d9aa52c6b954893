#include "quantity.hpp"

#include <doctest/doctest.h>

using namespace attache;
using namespace attache::report;

namespace {

Quantity billions(const char* written, const std::string& id) {
  return read(analysis::rounded_measure(*Decimal::parse(written), "USD", 9), "observations:" + id, "paper");
}

}  // namespace

TEST_CASE("a derived figure keeps its inputs, sources, expression and range") {
  const Quantity balance = difference(billions("2.3", "x"), billions("5.2", "m"));
  CHECK(balance.value->text() == "-2900000000");
  CHECK(balance.expression == "x - m");
  CHECK(balance.inputs == std::vector<std::string>{"observations:x", "observations:m"});
  CHECK(balance.sources == std::vector<std::string>{"paper"});
  CHECK(balance.low == Decimal::of(-3'000'000'000));
  CHECK(balance.high == Decimal::of(-2'800'000'000));
}

TEST_CASE("the digits printed are those the range bears, and \"about\" says when the last is not sure") {
  const Quantity exports = billions("2.3", "x");
  CHECK(known_decimals(exports, 9, 3) == 1);
  CHECK_FALSE(is_about(exports, 9, 1));
  const Quantity coverage = percent(exports, billions("5.2", "m"));
  CHECK(known_decimals(coverage, 0, 1) == 0);
  CHECK(is_about(coverage, 0, 0));
}

TEST_CASE("what is missing stays missing, with its reason") {
  const Quantity none = Quantity::none(Missing::confidential, "USD");
  CHECK(sum(billions("2.3", "x"), none).missing == Missing::confidential);
  CHECK_FALSE(growth(billions("1.0", "a"), billions("0.0", "b")).present());
  CHECK(growth(billions("1.0", "a"), billions("0.0", "b")).missing == Missing::not_applicable);
}
