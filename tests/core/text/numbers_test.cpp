#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>

#include "core/text/languages.hpp"

using namespace attache;
using text::Missing;

TEST_CASE("numbers are grouped and pointed as the language does") {
  CHECK(language("en")->number(decimal("7500"), 1) == "7,500.0");
  CHECK(language("ru")->number(decimal("7500"), 1) == "7\u00a0500,0");
  CHECK(language("kk")->number(decimal("7500"), 1) == "7\u00a0500,0");
  CHECK(language("en")->number(decimal("1234567.891"), -1) == "1,234,567.891");
  CHECK(language("en")->integer(2015, false) == "2015");
  CHECK(language("en")->integer(5590) == "5,590");
}

TEST_CASE("minus is U+2212 and zero has none") {
  CHECK(language("en")->number(decimal("-2.9"), 1) == "\u22122.9");
  CHECK(language("ru")->number(decimal("-2900"), 0) == "\u22122\u00a0900");
  CHECK(language("en")->number(decimal("-0.04"), 1) == "0.0");
  CHECK(language("en")->integer(-9223372036854775807LL - 1) == "\u22129,223,372,036,854,775,808");
}

TEST_CASE("numbers round half away from zero, once, from all their digits") {
  CHECK(language("en")->number(decimal("0.25"), 1) == "0.3");
  CHECK(language("en")->number(decimal("-0.25"), 1) == "\u22120.3");
  CHECK(language("en")->number(decimal("2.449999999999999999"), 1) == "2.4");
  CHECK(language("en")->number(decimal("12345678901234567890.123456789"), 9) == "12,345,678,901,234,567,890.123456789");
}

TEST_CASE("a figure tells zero from what rounds to zero and from what is missing") {
  const auto en = language("en");
  const Decimal zero = decimal("0.00");
  const Decimal tiny = decimal("-0.04");
  CHECK(en->figure(&zero, 1, Missing::present, "A") == "0");
  CHECK(en->figure(&tiny, 1, Missing::present, "A") == "0*");
  CHECK(en->figure(&tiny, 2, Missing::present, "A") == "\u22120.04");
  CHECK(en->figure(&tiny, -1, Missing::present, "") == "\u22120.04");
  CHECK(en->figure(nullptr, 1, Missing::not_available, "") == "[x]");
  CHECK(en->figure(nullptr, 1, Missing::not_collected, "") == "[x]");
  CHECK(en->figure(nullptr, 1, Missing::not_applicable, "") == "[z]");
  CHECK(en->figure(nullptr, 1, Missing::confidential, "P") == "[c]");
  CHECK(en->figure(nullptr, 1, Missing::blank, "").empty());
}

TEST_CASE("the SDMX status of a missing figure gives its sign when nothing else does") {
  const std::map<std::string, std::string> signs = {{"O", "[x]"}, {"L", "[x]"}, {"M", "[z]"}, {"Q", "[c]"}, {"", "[x]"}};
  for (const auto& [status, sign] : signs) CHECK(language("en")->figure(nullptr, 1, Missing::present, status) == sign);
}

TEST_CASE("a present figure carries the signs of its status behind a no-break space") {
  const Decimal value = decimal("7.5");
  const auto print = [&](std::string_view status) { return language("en")->figure(&value, 1, Missing::present, status); };
  CHECK(print("A") == "7.5");
  CHECK(print("P") == "7.5\u00a0[p]");
  CHECK(print("R") == "7.5\u00a0[r]");
  CHECK(print("E") == "7.5\u00a0[e]");
  CHECK(print("I") == "7.5\u00a0[e]");
  CHECK(print("F") == "7.5\u00a0[f]");
  CHECK(print("U") == "7.5\u00a0[u]");
  CHECK(print("BP") == "7.5\u00a0[p]\u00a0[b]");
  CHECK(print("V") == "7.5");
}

TEST_CASE("per cent stands behind a space that does not break") {
  CHECK(language("en")->percent(decimal("44.23"), 1) == "44.2\u00a0%");
  CHECK(language("ru")->percent(decimal("-8.2"), 1) == "\u22128,2\u00a0%");
}

TEST_CASE("ordinals end as the language ends them") {
  const std::map<std::int64_t, std::string> english = {{1, "1st"},   {2, "2nd"},   {3, "3rd"},     {4, "4th"},
                                                       {11, "11th"}, {12, "12th"}, {113, "113th"}, {1022, "1,022nd"}};
  for (const auto& [number, printed] : english) CHECK(language("en")->ordinal(number) == printed);
  CHECK(language("ru")->ordinal(12) == "12-й");
  const std::map<std::int64_t, std::string> kazakh = {{1, "1-ші"},   {6, "6-шы"},     {9, "9-шы"},
                                                      {10, "10-шы"}, {12, "12-ші"},   {20, "20-шы"},
                                                      {50, "50-ші"}, {100, "100-ші"}, {1000, "1\u00a0000-шы"},
                                                      {70, "70-ші"}, {190, "190-шы"}};
  for (const auto& [number, printed] : kazakh) CHECK(language("kk")->ordinal(number) == printed);
}

TEST_CASE("the legend explains every sign once") {
  const auto legend = language("en")->legend();
  REQUIRE(legend.size() == 11);
  CHECK(legend[0] == std::pair<std::string, std::string>("0", "zero"));
  CHECK(legend[2] == std::pair<std::string, std::string>("[x]", "not available"));
  for (const auto& entry : legend) CHECK(!entry.second.starts_with("sign."));
}
