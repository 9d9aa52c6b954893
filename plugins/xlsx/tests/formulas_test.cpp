#include "formulas.hpp"

#include <cstdint>

#include <doctest/doctest.h>

using namespace attache::xlsx;

namespace {

FormulaPlace place() {
  FormulaPlace out;
  out.row = 6;
  out.first_row = 4;
  out.last_row = 9;
  out.a = 120;
  out.b = 100;
  out.before = 80;
  out.key_before = "2013";
  out.key_column = 0;
  out.total = 480;
  out.total_row = 10;
  return out;
}

std::string text(std::int32_t op, double value, const FormulaPlace& where = place(), int scale = 15) {
  const auto formula = live_formula({op, 1, 2, -1}, where, value, scale);
  return formula ? formula->text : "";
}

}  // namespace

TEST_CASE("formulas refer to the cells of their row") {
  CHECK(text(ATTACHE_FORMULA_SUM, 220) == "=B7+C7");
  CHECK(text(ATTACHE_FORMULA_DIFFERENCE, 20) == "=B7-C7");
  CHECK(text(ATTACHE_FORMULA_PERCENT, 120) == "=100*B7/C7");
  CHECK(text(ATTACHE_FORMULA_SHARE, 25) == "=100*B7/B$11");
}

TEST_CASE("growth finds the row before by its key, so sorting does no harm") {
  CHECK(text(ATTACHE_FORMULA_GROWTH, 50) == "=100*(B7/INDEX(B$5:B$10,MATCH(2013,A$5:A$10,0))-1)");
}

TEST_CASE("no formula where it would give another figure than the data") {
  CHECK(text(ATTACHE_FORMULA_GROWTH, 49.9) == "");
  CHECK(text(ATTACHE_FORMULA_SUM, 219) == "");
  CHECK(text(ATTACHE_FORMULA_GROWTH, 49.9, place(), 0) == "=100*(B7/INDEX(B$5:B$10,MATCH(2013,A$5:A$10,0))-1)");  // rounded to a whole
  CHECK(text(99, 1) == "");
}

TEST_CASE("no formula where an operand is missing or zero") {
  FormulaPlace where = place();
  where.b.reset();
  CHECK(text(ATTACHE_FORMULA_SUM, 120, where) == "");
  where = place();
  where.b = 0;
  CHECK(text(ATTACHE_FORMULA_PERCENT, 0, where) == "");
  where = place();
  where.before = 0;
  CHECK(text(ATTACHE_FORMULA_GROWTH, 0, where) == "");
  where = place();
  where.key_before.clear();
  CHECK(text(ATTACHE_FORMULA_GROWTH, 50, where) == "");
  where = place();
  where.total_row = -1;
  CHECK(text(ATTACHE_FORMULA_SHARE, 25, where) == "");
}
