#include "trade/code_lists.hpp"

#include <doctest/doctest.h>

#include "trade/code_book.hpp"

using namespace attache::trade;

TEST_CASE("codes have the names of the official lists, unknown codes none") {
  CHECK(flow_name(Flow::rx) == "Re-export");
  CHECK(customs_name(5) == "Free zone");
  CHECK(customs_name(16) == "");
  CHECK(transport_name(3100) == "Railway");
  CHECK(supply_name(3) == "Commercial presence");
  CHECK(unit_name(8) == "Weight in kilograms");
  CHECK(special_area_name(490) == "Other Asia, nes");
  CHECK(special_area_name(398) == "");
}

TEST_CASE("every unit the code book abbreviates has a name") {
  const CodeBook codes;
  for (std::uint16_t unit = 2; unit < 42; ++unit) {
    CAPTURE(unit);
    CHECK_FALSE(codes.unit_text(unit).empty());
    CHECK_FALSE(unit_name(unit).empty());
  }
}

TEST_CASE("chapters and headings have names in English and Russian") {
  CHECK(product_name("01", "en") == "Animals; live");
  CHECK(product_name("0101", "en") == "Horses, asses, mules and hinnies; live");
  CHECK(product_name("2710", "ru").find("НЕФТЬ И НЕФТЕПРОДУКТЫ") == 0);
  CHECK(product_name("99", "en") == "Commodities not specified according to kind");
  CHECK(product_name("0101", "kk") == "");
  CHECK(product_name("9999AA", "en") == "");
}

TEST_CASE("Russian headings are those of the day asked for") {
  CHECK(product_name("8524", "ru", "2006-06-01") != product_name("8524", "ru", "2022-06-01"));
  CHECK(product_name("0101", "ru", "1999-01-01") == "");
}

TEST_CASE("a list has each chapter and heading once, in order") {
  int chapters = 0;
  for (int chapter = 1; chapter <= 97; ++chapter) {
    const std::string code = (chapter < 10 ? "0" : "") + std::to_string(chapter);
    if (!product_name(code, "en").empty()) ++chapters;
    CAPTURE(code);
    CHECK(product_name(code, "en").empty() == product_name(code, "ru").empty());
  }
  CHECK(chapters == 96);  // 77 is reserved
}
