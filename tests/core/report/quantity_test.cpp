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

TEST_CASE("nominal and real figures never meet in one formula, and what follows from figures of one basis keeps it") {
  const auto of_basis = [](const char* written, const std::string& id, const std::string& basis) {
    analysis::Measure measure = analysis::rounded_measure(*Decimal::parse(written), "USD", 9);
    measure.basis = basis;
    return read(measure, "observations:" + id, "paper");
  };
  const Quantity nominal = of_basis("5.2", "n", "nominal");
  const Quantity real = of_basis("2.3", "r", "real, seasonal");
  for (const Quantity& mixed : {sum(nominal, real), difference(nominal, real), percent(nominal, real), growth(nominal, real)}) {
    CHECK_FALSE(mixed.present());
    CHECK(mixed.missing == Missing::not_applicable);
  }
  const Quantity balance = difference(of_basis("7.5", "t", "nominal"), nominal);
  CHECK(balance.basis == "nominal");
  CHECK_FALSE(sum(balance, real).present());
  CHECK(sum(balance, nominal).present());
}
