#include "value/edtf.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using attache::Date;
using attache::Edtf;

namespace {

Edtf e(std::string_view text) {
  const auto date = Edtf::parse(text);
  REQUIRE_MESSAGE(date.has_value(), text);
  return *date;
}

std::string why(std::string_view text) {
  const auto date = Edtf::parse(text);
  REQUIRE_FALSE_MESSAGE(date.has_value(), text);
  CHECK_FALSE(date.error().next.empty());
  return date.error().why;
}

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

}  // namespace

TEST_CASE("every form comes back as it was written") {
  for (const char* text : {"",
                           "2015-10-14",
                           "1994-03",
                           "2003",
                           "0000",
                           "2003~",
                           "1994-03?",
                           "2015-10-14%",
                           "199X",
                           "19XX",
                           "2015-XX",
                           "2015-03-XX",
                           "2015-XX-XX",
                           "199X~",
                           "2015-21",
                           "2015-24?",
                           "2015-01/2015-06",
                           "2015-01-05/2015-06",
                           "2015-01/..",
                           "../2015",
                           "2015-01/",
                           "/2015",
                           "2003~/2014?",
                           "2004-02-29"}) {
    CHECK(e(text).text() == text);
  }
}

TEST_CASE("earliest and latest are the first and last day it may be") {
  const auto spans = [](std::string_view text, std::int32_t from, std::int32_t to) {
    return e(text).earliest() == from && e(text).latest() == to;
  };
  CHECK(spans("2015-10-14", 20151014, 20151014));
  CHECK(spans("1994-03", 19940301, 19940331));
  CHECK(spans("2004-02", 20040201, 20040229));
  CHECK(spans("2003", 20030101, 20031231));
  CHECK(spans("2003~", 20030101, 20031231));
  CHECK(spans("199X", 19900101, 19991231));
  CHECK(spans("19XX", 19000101, 19991231));
  CHECK(spans("2015-XX-XX", 20150101, 20151231));
  CHECK(spans("2015-03-XX", 20150301, 20150331));
  CHECK(spans("2015-21", 20150301, 20150531));
  CHECK(spans("2015-22", 20150601, 20150831));
  CHECK(spans("2015-23", 20150901, 20151130));
  CHECK(spans("2015-24", 20151201, 20160229));
  CHECK(spans("2015-01/2015-06", 20150101, 20150630));
  CHECK(spans("2015-01/..", 20150101, never));
  CHECK(spans("../2015", 0, 20151231));
  CHECK(spans("", 0, never));
}

TEST_CASE("precision and qualifiers are kept") {
  CHECK(e("2015-10-14").start().precision == Date::Precision::day);
  CHECK(e("2015-XX").start().precision == Date::Precision::year);
  CHECK(e("2015-XX").start().unspecified);
  CHECK(e("2015-21").start().is_season());
  CHECK(e("2003%").start().approximate);
  CHECK(e("2003%").start().uncertain);
  CHECK_FALSE(e("2003~").start().uncertain);
  CHECK_FALSE(e("2003?").start().approximate);
  CHECK_FALSE(e("2003").is_interval());
  CHECK(e("2003").start() == e("2003").end());
}

TEST_CASE("open, unknown and undated are told apart") {
  CHECK(e("").is_undated());
  CHECK_FALSE(e("2015/..").is_undated());
  CHECK(e("2015/..").open_end());
  CHECK(e("../2015").open_start());
  CHECK_FALSE(e("../2015").open_end());
  CHECK_FALSE(e("2015/..").end().unspecified);
  CHECK(e("2015/").open_end());
  CHECK(e("2015/").end().unspecified);
}

TEST_CASE("leap years are Gregorian") {
  CHECK(Edtf::parse("2000-02-29").has_value());
  CHECK(Edtf::parse("2016-02-29").has_value());
  CHECK(why("1900-02-29") == "1900-02 has 28 days");
  CHECK(why("2015-02-29") == "2015-02 has 28 days");
}

TEST_CASE("what is no date is refused with its reason") {
  CHECK(why("2015-04-31") == "2015-04 has 30 days");
  CHECK(why("2015-13") == "there is no month '13'");
  CHECK(why("2015-00-10") == "there is no month '00'");
  CHECK(why("2015-1") == "there is no month '1'");
  CHECK(why("2015-10-00") == "there is no day '00'");
  CHECK(why("2015-10-32") == "there is no day '32'");
  CHECK(why("15") == "the year needs four digits");
  CHECK(why("201a") == "'201a' is no year");
  CHECK(why("2X15") == "'2X15' is no year");
  CHECK(why("2XXX") == "'2XXX' is no year");
  CHECK(why("199x") == "unspecified digits are a capital X");
  CHECK(why("199X-05") == "a decade or century has no month");
  CHECK(why("2015-XX-05") == "a day needs a month");
  CHECK(why("2015-21-05") == "a season has no day");
  CHECK(why("2015-10-14-1") == "it has more than year, month and day");
  CHECK(why("14.10.2015") == "dates are year-month-day with dashes");
  CHECK(why("2015/10/14") == "an interval has two ends and a date has dashes");
  CHECK(why("2015-10-14T09:30") == "it has a time of day");
  CHECK(why(" 2015") == "it has a blank in it");
  CHECK(why("-0044") == "only the years 0000 to 9999 are dates here");
  CHECK(why("2015-06/2015-03") == "it ends before it starts");
  CHECK(why("../..") == "an interval needs one end at least");
  CHECK(why("/") == "an interval needs one end at least");
  CHECK(why("..") == "an open end needs the other end");
  CHECK(why("~") == "the year needs four digits");
}

TEST_CASE("a statistical period is told how to write it") {
  CHECK(Edtf::parse("2015-Q2").error().next == "write 2015-04/2015-06");
  CHECK(Edtf::parse("2015-S1").error().next == "write 2015-01/2015-06");
  CHECK(Edtf::parse("2015-Q5").error().why == "there is no month 'Q5'");
}

TEST_CASE("a chronology goes by earliest day, then the more precise, undated last") {
  std::vector<std::string> texts = {"", "2015", "2015-10-16", "2015-01-01", "2015-01", "199X", "2015-01~", "../1990"};
  std::sort(texts.begin(), texts.end(),
            [](const std::string& a, const std::string& b) { return before(*Edtf::parse(a), *Edtf::parse(b)); });
  CHECK(texts == std::vector<std::string>{"../1990", "199X", "2015-01-01", "2015-01", "2015-01~", "2015", "2015-10-16", ""});
}
