#include "dates.hpp"

#include <cstdint>

namespace attache::xlsx {
namespace {

bool same(const attache_date& a, const attache_date& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day && a.precision == b.precision && a.flags == b.flags;
}

/// Days since 1970-01-01 in the Gregorian calendar.
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

std::string padded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return number < 0 ? "-" + digits : digits;
}

std::string endpoint(const attache_date& date) {
  if ((date.flags & ATTACHE_DATE_OPEN) != 0) return "..";
  if (date.precision == ATTACHE_DATE_NONE) return "";
  std::string out = padded(date.year, 4);
  if (date.month > 0) out += "-" + padded(date.month, 2);
  if (date.month > 0 && date.day > 0) out += "-" + padded(date.day, 2);
  const bool approximate = (date.flags & ATTACHE_DATE_APPROXIMATE) != 0, uncertain = (date.flags & ATTACHE_DATE_UNCERTAIN) != 0;
  if (approximate && uncertain) return out + "%";
  if (approximate) return out + "~";
  return uncertain ? out + "?" : out;
}

}  // namespace

DateForm date_form(const attache_date& start, const attache_date& end) {
  if (!same(start, end) || start.flags != 0) return DateForm::text;
  if (start.precision == ATTACHE_DATE_YEAR) return DateForm::year;
  if (start.precision != ATTACHE_DATE_DAY || start.year > 9999) return DateForm::text;
  const bool agreed = start.year > 1900 || (start.year == 1900 && start.month >= 3);
  return agreed ? DateForm::serial : DateForm::text;
}

double date_serial(const attache_date& date) {
  constexpr std::int64_t epoch = 25569;  // 1970-01-01
  return static_cast<double>(days_from_civil(date.year, date.month, date.day) + epoch);
}

std::string edtf_text(const attache_date& start, const attache_date& end) {
  const std::string first = endpoint(start);
  if (same(start, end)) return first;
  return first + "/" + endpoint(end);
}

}  // namespace attache::xlsx
