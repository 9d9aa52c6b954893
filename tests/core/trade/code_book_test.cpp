#include "trade/code_book.hpp"

#include <doctest/doctest.h>

using namespace attache;
using namespace attache::trade;

TEST_CASE("odd codes get numbers in their level and give their text back") {
  CodeBook book;
  const Product odd = book.product(Classification::cn, "27MMM000").value();
  CHECK(odd.is_odd());
  CHECK(odd.series() == Series{Classification::cn, 8});
  CHECK(odd > Product::parse(Classification::cn, "99999999").value());
  CHECK(odd < Product::last_of({Classification::cn, 8}));
  CHECK(book.product(Classification::cn, "27MMM000").value() == odd);
  CHECK(book.product(Classification::cn, "28MMM000").value() != odd);
  CHECK(book.product_code(odd) == "27MMM000");
  const Product services = book.product(Classification::eb10, "SC1", 1).value();
  CHECK(services.series().level == 1);
  CHECK(book.product_code(services) == "SC1");
  CHECK(book.product_code(book.product(Classification::h5, "030351").value()) == "030351");
  CHECK(book.product(Classification::h5, "1234567890123").value().series().level == 13);
}

TEST_CASE("codes that are none are refused") {
  CodeBook book;
  CHECK_FALSE(book.product(Classification::h5, ""));
  CHECK_FALSE(book.product(Classification::h5, "much too long a code"));
  CHECK_FALSE(book.classification(""));
  CHECK_FALSE(book.area(""));
}

TEST_CASE("areas are Comtrade codes where there are any") {
  CodeBook book;
  CHECK(book.area("KAZ").value() == 398);
  CHECK(book.area("FRA").value() == 251);
  CHECK(book.area("WLD").value() == world);
  CHECK(book.area("490").value() == 490);
  CHECK(book.area_id(398) == "KAZ");
  CHECK(book.area_id(490) == "490");
  CHECK(book.area_id(58) == "058");
  const AreaCode group = book.area("eurasian-economic-union").value();
  CHECK(group == first_own_area);
  CHECK(book.area("cis").value() == first_own_area + 1);
  CHECK(book.area("eurasian-economic-union").value() == group);
  CHECK(book.area_id(group) == "eurasian-economic-union");
  CHECK(area_of_iso_numeric(840) == 842);
  CHECK(iso3_of(842) == "USA");
  CHECK(area_of_iso3("SUN") == AreaCode{810});
  CHECK_FALSE(area_of_iso3("XXX"));
}

TEST_CASE("units and classifications that are not Comtrade's are kept") {
  CodeBook book;
  CHECK(book.unit("kg").value() == 8);
  CHECK(book.unit("u").value() == 5);
  CHECK(book.unit_text(8) == "kg");
  CHECK(book.unit("N/A").value() == 0);
  CHECK(book.unit_text(0).empty());
  CHECK(book.unit("reels").value() == 100);
  CHECK(book.unit_text(100) == "reels");
  const Classification own = book.classification("NACE2").value();
  CHECK(own == static_cast<Classification>(first_own_classification));
  CHECK(book.classification_text(own) == "NACE2");
  CHECK(book.classification_text(Classification::h5) == "H5");
}

TEST_CASE("a book made of another's contents knows and gives the same numbers") {
  CodeBook book;
  const Product odd = book.product(Classification::cn, "27MMM000").value();
  const AreaCode cis = book.area("cis").value();
  book.label_product(odd, "Mineral fuels, confidential");
  book.label_product(odd, "another text");
  book.label_area(398, "Kazakhstan");
  static_cast<void>(book.unit("reels"));
  CodeBook copy = CodeBook::from(book.contents()).value();
  CHECK(copy.contents() == book.contents());
  CHECK(copy.product(Classification::cn, "27MMM000").value() == odd);
  CHECK(copy.product(Classification::cn, "28MMM000").value() > odd);
  CHECK(copy.area("cis").value() == cis);
  CHECK(copy.product_label(odd) == "Mineral fuels, confidential");
  CHECK(copy.area_label(398) == "Kazakhstan");
}

TEST_CASE("contents that contradict themselves are refused") {
  CodeBook::Contents twice;
  twice.own_areas = {"cis", "cis"};
  CHECK_FALSE(CodeBook::from(twice));
  CodeBook::Contents not_odd;
  not_odd.odd_products[Product::parse(Classification::h5, "030351")->packed()] = "030351";
  CHECK_FALSE(CodeBook::from(not_odd));
}
