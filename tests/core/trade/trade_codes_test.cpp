#include "trade/trade_codes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace attache::trade;

TEST_CASE("every flow is read from its own code, and no other text is one") {
  for (int i = 1; i <= flow_count; ++i) {
    const auto flow = static_cast<Flow>(i);
    CHECK(parse_flow(flow_code(flow)) == flow);
  }
  CHECK(flow_code(Flow::xop) == "XOP");
  CHECK_FALSE(parse_flow("x"));
  CHECK_FALSE(parse_flow(""));
}

TEST_CASE("periods of every form are read, and their text is read again") {
  const std::vector<std::pair<std::string, std::string>> forms = {{"2019", "2019"},      {"201903", "2019-03"},  {"2019-12", "2019-12"},
                                                                  {"2019Q1", "2019-Q1"}, {"2019-Q4", "2019-Q4"}, {"2019-22", "2019-Q2"}};
  for (const auto& each : forms) {
    const auto& form = each.first;
    const auto& text = each.second;
    CAPTURE(form);
    const auto period = Period::parse(form);
    REQUIRE(period);
    CHECK(period->text() == text);
    CHECK(Period::parse(text) == period);
  }
  for (const char* wrong : {"", "19", "0000", "2019-", "201900", "201913", "2019-25", "2019Q5", "2019Q", "201952", "20190101", "abcd"}) {
    CAPTURE(wrong);
    CHECK_FALSE(Period::parse(wrong));
  }
}

TEST_CASE("the frequency follows from the period") {
  CHECK(Period::of_year(2019).frequency() == Frequency::annual);
  CHECK(Period::of_quarter(2019, 1).frequency() == Frequency::quarterly);
  CHECK(Period::of_month(2019, 12).frequency() == Frequency::monthly);
  CHECK(frequency_letter(Frequency::quarterly) == 'Q');
}

TEST_CASE("a product keeps its leading zeros, its level and its classification") {
  for (const char* code : {"TOTAL", "1", "01", "0303", "030351", "999999", "0303510", "03035100", "9999999999", "0000000000"}) {
    for (const Classification c : {Classification::hs, Classification::h5, Classification::s4, static_cast<Classification>(63)}) {
      CAPTURE(code);
      const auto product = Product::parse(c, code);
      REQUIRE(product);
      CHECK(product->code() == code);
      CHECK(product->series() ==
            Series{c, static_cast<std::uint8_t>(std::string_view(code) == "TOTAL" ? 0 : std::string_view(code).size())});
      CHECK_FALSE(product->is_odd());
      CHECK(Product::from_packed(product->packed()) == *product);
      CHECK(product->packed() < std::uint64_t{1} << 47U);
    }
  }
  CHECK(Product::parse(Classification::h5, "030351")->packed() < std::uint64_t{1} << 31U);
  for (const char* odd : {"", "27MMM000", "SC1", "12345678901", "-1", " 1"}) CHECK_FALSE(Product::parse(Classification::h5, odd));
}

TEST_CASE("a level is a range of products, in the order of the codes") {
  const Series six{Classification::h5, 6};
  const auto low = Product::parse(Classification::h5, "000000").value();
  const auto high = Product::parse(Classification::h5, "999999").value();
  CHECK(Product::first_of(six) == low);
  CHECK(low < high);
  CHECK(high < Product::last_of(six));
  CHECK(Product::last_of(six) < Product::first_of({Classification::h6, 0}));
  CHECK(Product::last_of({Classification::h5, 4}) < low);
  CHECK(Product::parse(Classification::h5, "0199").value() < Product::parse(Classification::h5, "0200").value());
  CHECK(Product::last_of({static_cast<Classification>(63), 6}) < Product::first_of({Classification::hs, 8}));
}

TEST_CASE("families hold their editions and nothing else") {
  CHECK(is_edition_of(Classification::h5, Classification::hs));
  CHECK(is_edition_of(Classification::hs, Classification::hs));
  CHECK_FALSE(is_edition_of(Classification::hs, Classification::h5));
  CHECK_FALSE(is_edition_of(Classification::s3, Classification::hs));
  CHECK(is_edition_of(Classification::s3, Classification::ss));
  CHECK_FALSE(is_edition_of(Classification::cn, Classification::hs));
  for (const char* code : {"HS", "H0", "H6", "S4", "B5", "EB10S", "CN", "EAEU"})
    CHECK(classification_code(parse_classification(code).value()) == code);
}

TEST_CASE("World, groups and own areas overlap others; countries and remainders do not") {
  CHECK(overlaps_others(world));
  CHECK(overlaps_others(97));
  CHECK(overlaps_others(1000));
  CHECK_FALSE(overlaps_others(398));
  CHECK_FALSE(overlaps_others(490));
  CHECK_FALSE(overlaps_others(899));
}
