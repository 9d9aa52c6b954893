#include "trade/src/import/words.hpp"

#include <doctest/doctest.h>

#include "trade/code_book.hpp"
#include "trade/src/import/layout.hpp"

using namespace attache::trade;

namespace {

std::string period(std::string_view text, std::optional<Frequency> frequency = {}) {
  const auto found = period_of_text(text, frequency);
  return found ? found->text() : "none";
}

std::string area(std::string_view name) {
  const auto found = area_of_name(name);
  if (!found) return "none";
  const auto letters = iso3_of(*found);
  return letters.empty() ? std::to_string(*found) : std::string(letters);
}

}  // namespace

TEST_CASE("periods are understood in every form they are met in") {
  CHECK(period("2017") == "2017");
  CHECK(period("201901") == "2019-01");
  CHECK(period("20220101", Frequency::annual) == "2022");
  CHECK(period("20220701", Frequency::monthly) == "2022-07");
  CHECK(period("2021-01-01", Frequency::annual) == "2021");
  CHECK(period("2021-10-01", Frequency::quarterly) == "2021-Q4");
  CHECK(period("January 2014") == "2014-01");
  CHECK(period("Aug. 2024") == "2024-08");
  CHECK(period("январь 2006") == "2006-01");
  CHECK(period("201952-Jan.-Dec. 2019") == "2019");
  CHECK(period("Jan.-Dec. 2019") == "2019");
  CHECK(period("Sept. 2019") == "2019-09");
  CHECK(period("мая 2006") == "2006-05");
  CHECK(period("Y2019") == "2019");
  CHECK(period("2019-Q1") == "2019-Q1");
  CHECK(period("2017.0") == "2017");
  for (const char* wrong :
       {"", "20", "201913", "20221301", "2021-02-", "Smarch 2014", "total", "Jan.-Mar. 2019", "Marble 2014", "Ma 2014"}) {
    CAPTURE(wrong);
    CHECK(period(wrong) == "none");
  }
}

TEST_CASE("flows are understood by code, number and word") {
  CHECK(flow_of_text("XOP") == Flow::xop);
  CHECK(flow_of_text("MIF") == Flow::mif);
  CHECK(flow_of_text("4") == Flow::rm);
  CHECK(flow_of_text("3") == Flow::rx);
  CHECK(flow_of_text("Re-Import") == Flow::rm);
  CHECK(flow_of_text("Re-imports") == Flow::rm);
  CHECK(flow_of_text("Exports") == Flow::x);
  CHECK(flow_of_text("2-EXPORT") == Flow::x);
  CHECK(flow_of_text("Экспорт ") == Flow::x);
  CHECK_FALSE(flow_of_text("5").has_value());
  CHECK_FALSE(flow_of_text("Товарооборот").has_value());
}

TEST_CASE("areas are known by the names their sources give them") {
  for (const char* name : {"Russian Federation", "Russia", "Russian Federation (Russia)", "Россия", "Ресей"}) {
    CAPTURE(name);
    CHECK(area(name) == "RUS");
  }
  CHECK(area("Kazakhstan, Rep. of") == "KAZ");
  CHECK(area("Korea, Rep. of") == "KOR");
  CHECK(area("Korea, Dem. People's Rep. of") == "PRK");
  CHECK(area("Республикa \nКорея") == "KOR");
  CHECK(area("Молдова, Республика") == "MDA");
  CHECK(area("Ireland (Eire)") == "IRL");
  CHECK(area("Belgium (incl. Luxembourg 'LU' -> 1998)") == "BEL");
  CHECK(area("Switzerland ") == "CHE");
  CHECK(area("Côte d'Ivoire") == "CIV");
  CHECK(area("Dominica") == "DMA");
  CHECK(area("Dominican Rep.") == "DOM");
  CHECK(area("World") == "WLD");
  CHECK(area("Страны СНГ") == "none");
  CHECK(area("Atlantis") == "none");
  CHECK(area("") == "none");
}

TEST_CASE("Latin letters inside a Cyrillic name do not hide it") {
  CHECK(area("Китaй") == "CHN");
  CHECK(area("Нидерлaнды") == "NLD");
  CHECK(area("Гермaния") == "DEU");
}

TEST_CASE("letters in Comtrade's ISO columns that are no ISO code are known, with the blanks behind them") {
  CHECK(area_of_letters("W00") == world);
  CHECK(area_of_letters("WLD") == world);
  CHECK(area_of_letters("X1 ") == 837);
  CHECK(area_of_letters("_X ") == 899);
  CHECK(area_of_letters("S19") == 490);
  CHECK(area_of_letters("EU2") == 97);
  CHECK(area_of_letters("KAZ") == 398);
  CHECK_FALSE(area_of_letters("KZK").has_value());
}

TEST_CASE("a group's id is its words joined by dashes") {
  CHECK(own_area_id("Euro Area") == "euro-area");
  CHECK(own_area_id("  Страны ЕС") == "страны-ес");
  CHECK(own_area_id("Euro area (AT, BE)") == "euro-area");
}

TEST_CASE("column names are compared by their letters and digits") {
  CHECK(column_key("Trade Value (US$)") == "tradevalueus");
  CHECK(column_key("Trade.Value..US..") == "tradevalueus");
  CHECK(column_key("reporter_code") == column_key("reporterCode"));
}
