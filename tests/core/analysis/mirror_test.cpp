#include "analysis/mirror.hpp"

#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("two reports of one flow are compared in both directions of size") {
  const Mirror mirror = mirror_asymmetry(usd("100"), usd("110"));
  CHECK(mirror.reports == Reports::both);
  CHECK(mirror.difference.value == decimal("10"));
  CHECK(shown(mirror.relative, 3) == "9.524");
  CHECK(mirror.quotient.value == decimal("1.1"));
  CHECK(mirror_asymmetry(usd("100"), usd("0")).relative.value == decimal("-200"));
  CHECK(mirror_asymmetry(usd("0"), usd("100")).relative.value == decimal("200"));
}

TEST_CASE("one report is no asymmetry, and says whose it is") {
  CHECK(mirror_asymmetry(usd("100"), missing).reports == Reports::exporter_only);
  CHECK(mirror_asymmetry(missing, usd("100")).reports == Reports::importer_only);
  CHECK(mirror_asymmetry(missing, missing).reports == Reports::none);
  CHECK(mirror_asymmetry(usd("100"), missing).difference.reason == Reason::input_missing);
  CHECK(mirror_asymmetry(usd("100"), missing).relative.missing() == Missing::not_available);
}

TEST_CASE("two reports of nothing differ by nothing, and not by a share") {
  const Mirror mirror = mirror_asymmetry(usd("0"), usd("0"));
  CHECK(mirror.difference.value == decimal("0"));
  CHECK(mirror.relative.reason == Reason::zero_base);
  CHECK(mirror.quotient.reason == Reason::zero_base);
}

TEST_CASE("a CIF factor takes freight and insurance off the imports first") {
  CHECK(mirror_asymmetry(usd("100"), usd("106"), decimal("1.06")).difference.value == decimal("0"));
  CHECK(mirror_asymmetry(usd("100"), usd("106"), decimal("0")).difference.reason == Reason::not_applicable);
}

TEST_CASE("reports in different currencies are not compared") {
  Measure tenge = usd("5");
  tenge.unit = "KZT";
  CHECK(mirror_asymmetry(usd("5"), tenge).relative.reason == Reason::units_differ);
}

TEST_CASE("the relative difference never leaves its bounds and turns with the sides") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Measure x{dice.amount(), "USD", 0, "", {}}, m{dice.amount(), "USD", 0, "", {}};
    const Mirror there = mirror_asymmetry(x, m), back = mirror_asymmetry(m, x);
    if (!there.relative) continue;
    CHECK(there.relative.value->absolute() <= attache::Decimal::of(200));
    CHECK(*there.relative.value == back.relative.value->negated());
  }
}
