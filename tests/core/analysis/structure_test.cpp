#include "analysis/structure.hpp"

#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("complementarity is 100 for baskets alike and 0 for baskets apart") {
  const Basket oil = {{"27", decimal("8")}, {"10", decimal("2")}}, same = {{"27", decimal("80")}, {"10", decimal("20")}};
  CHECK(complementarity(oil, same).value == decimal("100"));
  CHECK(complementarity(oil, {{"84", decimal("5")}}).value == decimal("0"));
  CHECK(complementarity(oil, {{"27", decimal("1")}, {"84", decimal("1")}}).value == decimal("50"));
  CHECK(complementarity(oil, {}).reason == Reason::zero_base);
  CHECK(complementarity({{"27", decimal("-1")}}, oil).reason == Reason::negative_base);
}

TEST_CASE("trade is two-way where both sell the same") {
  CHECK(grubel_lloyd({{"2701", decimal("5")}}, {{"2701", decimal("5")}}).value == decimal("1"));
  CHECK(grubel_lloyd({{"2701", decimal("5")}}, {{"8703", decimal("5")}}).value == decimal("0"));
  CHECK(grubel_lloyd({{"2701", decimal("6")}, {"1001", decimal("0")}}, {{"2701", decimal("2")}}).value == decimal("0.5"));
  CHECK(grubel_lloyd({{"1001", decimal("0")}}, {}).reason == Reason::zero_base);
}

TEST_CASE("a product's share at home over its share in the world is the advantage") {
  const Result result = revealed_advantage(usd("50"), usd("100"), usd("200"), usd("1000"));
  CHECK(result.value == decimal("2.5"));
  CHECK(shown(symmetric_advantage(result), 6) == "0.428571");
  CHECK(symmetric_advantage(revealed_advantage(usd("0"), usd("100"), usd("200"), usd("1000"))).value == decimal("-1"));
  CHECK(revealed_advantage(usd("50"), usd("100"), usd("0"), usd("1000")).reason == Reason::zero_base);
  CHECK(revealed_advantage(usd("50"), usd("100"), missing, usd("1000")).reason == Reason::input_missing);
  CHECK(symmetric_advantage(Result::refused(Reason::input_missing)).reason == Reason::input_missing);
}

TEST_CASE("intensity above one is more than the partner's weight in the world") {
  CHECK(trade_intensity(usd("30"), usd("100"), usd("2"), usd("100")).value == decimal("15"));
  CHECK(trade_intensity(usd("30"), usd("0"), usd("2"), usd("100")).reason == Reason::zero_base);
}

TEST_CASE("potential is what both sides leave, never below zero") {
  CHECK(indicative_potential(usd("100"), usd("60"), usd("10")).value == decimal("50"));
  CHECK(indicative_potential(usd("100"), usd("60"), usd("70")).value == decimal("0"));
  CHECK(indicative_potential(usd("100"), usd("60"), missing).reason == Reason::input_missing);
}
