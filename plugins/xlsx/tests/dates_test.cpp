#include "dates.hpp"

#include <cstdint>

#include <doctest/doctest.h>

using namespace attache::xlsx;

namespace {

attache_date day(int year, int month, int day_of_month) {
  return {year, static_cast<std::int8_t>(month), static_cast<std::int8_t>(day_of_month), ATTACHE_DATE_DAY, 0};
}

DateForm form(const attache_date& date) { return date_form(date, date); }

}  // namespace

TEST_CASE("days from March 1900 on are serials all programs agree on") {
  CHECK(form(day(1900, 3, 1)) == DateForm::serial);
  CHECK(form(day(1900, 2, 28)) == DateForm::text);
  CHECK(form(day(1777, 5, 28)) == DateForm::text);
  CHECK(form(day(10000, 1, 1)) == DateForm::text);
  CHECK(date_serial(day(1900, 3, 1)) == 61);
  CHECK(date_serial(day(2000, 1, 1)) == 36526);
  CHECK(date_serial(day(2015, 10, 14)) == 42291);
}

TEST_CASE("only exact single days and years become numbers") {
  attache_date about = day(2015, 10, 14);
  about.flags = ATTACHE_DATE_APPROXIMATE;
  CHECK(form(about) == DateForm::text);
  CHECK(date_form(day(2015, 1, 1), day(2015, 1, 2)) == DateForm::text);
  CHECK(form({2014, 0, 0, ATTACHE_DATE_YEAR, 0}) == DateForm::year);
  CHECK(form({2014, 3, 0, ATTACHE_DATE_MONTH, 0}) == DateForm::text);
}

TEST_CASE("other dates are written as EDTF") {
  const attache_date month{1994, 3, 0, ATTACHE_DATE_MONTH, 0};
  const attache_date year{2003, 0, 0, ATTACHE_DATE_YEAR, ATTACHE_DATE_APPROXIMATE};
  const attache_date none{0, 0, 0, ATTACHE_DATE_NONE, 0};
  const attache_date open{0, 0, 0, ATTACHE_DATE_NONE, ATTACHE_DATE_OPEN};
  CHECK(edtf_text(month, month) == "1994-03");
  CHECK(edtf_text(year, year) == "2003~");
  CHECK(edtf_text(day(1777, 5, 28), day(1777, 5, 28)) == "1777-05-28");
  CHECK(edtf_text(none, none) == "");
  CHECK(edtf_text(month, open) == "1994-03/..");
  CHECK(edtf_text(month, none) == "1994-03/");
  CHECK(edtf_text({-44, 0, 0, ATTACHE_DATE_YEAR, 0}, {-44, 0, 0, ATTACHE_DATE_YEAR, 0}) == "-0044");
}
