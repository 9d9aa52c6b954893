#include "value/edtf.hpp"

#include <cstdint>
#include <limits>
#include <tuple>

namespace attache {
namespace {

std::int32_t day_number(int year, int month, int day) { return year * 10000 + month * 100 + day; }

int first_month_of_season(int season) { return 3 * (season - 20); }  // 21 spring = March … 24 winter = December

int last_year(const Date& date) {
  switch (date.mask) {
    case Date::Mask::decade:
      return date.year + 9;
    case Date::Mask::century:
      return date.year + 99;
    default:
      return date.year;
  }
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string year_text(const Date& date) {
  const std::string year = padded(date.year, 4);
  switch (date.mask) {
    case Date::Mask::decade:
      return year.substr(0, 3) + "X";
    case Date::Mask::century:
      return year.substr(0, 2) + "XX";
    default:
      return year;
  }
}

}  // namespace

int days_in_month(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int32_t Date::earliest() const {
  if (precision == Precision::none) return 0;
  if (precision == Precision::year) return day_number(year, 1, 1);
  if (precision == Precision::day) return day_number(year, month, day);
  return day_number(year, is_season() ? first_month_of_season(month) : month, 1);
}

std::int32_t Date::latest() const {
  if (precision == Precision::none) return std::numeric_limits<std::int32_t>::max();
  if (precision == Precision::year) return day_number(last_year(*this), 12, 31);
  if (precision == Precision::day) return day_number(year, month, day);
  int last_month = is_season() ? first_month_of_season(month) + 2 : month;
  const int in_year = last_month > 12 ? year + 1 : year;
  if (last_month > 12) last_month -= 12;
  return day_number(in_year, last_month, days_in_month(in_year, last_month));
}

std::string Date::text() const {
  if (precision == Precision::none) return "";
  std::string out = year_text(*this);
  if (precision != Precision::year) out += "-" + padded(month, 2);
  if (precision == Precision::day) out += "-" + padded(day, 2);
  if (mask == Mask::day || mask == Mask::month) out += "-XX";
  if (mask == Mask::month_and_day) out += "-XX-XX";
  if (approximate && uncertain) return out + "%";
  if (approximate) return out + "~";
  if (uncertain) return out + "?";
  return out;
}

std::string Edtf::text() const {
  if (!interval_) return start_.text();
  const auto end_text = [](const Date& date) { return date.precision == Date::Precision::none && !date.unspecified ? ".." : date.text(); };
  return end_text(start_) + "/" + end_text(end_);
}

bool before(const Edtf& a, const Edtf& b) {
  const auto rank = [](const Edtf& e) {
    const Date& s = e.start();
    return std::tuple(e.is_undated(), e.earliest(), e.latest(), s.approximate, s.uncertain);
  };
  return rank(a) < rank(b);
}

}  // namespace attache
