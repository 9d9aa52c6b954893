#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "value/edtf.hpp"

namespace attache {
namespace {

/// Why a text is no date; `next` says how to write it.
struct Refusal {
  std::string why;
  std::string next = "write 2015-10-14, 2015-10, 2015 or an interval like 2015-01/2015-06";
};

template <class T>
using Read = tl::expected<T, Refusal>;

tl::unexpected<Refusal> refuse(std::string why) { return tl::unexpected<Refusal>(Refusal{std::move(why)}); }
tl::unexpected<Refusal> refuse(std::string why, std::string next) {
  return tl::unexpected<Refusal>(Refusal{std::move(why), std::move(next)});
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// The commonest other ways to write dates, named before the general reason.
std::optional<Refusal> known_mistake(std::string_view text) {
  if (text.find_first_of(" \t") != std::string_view::npos) return Refusal{"it has a blank in it"};
  if (text.find('x') != std::string_view::npos) return Refusal{"unspecified digits are a capital X"};
  const auto parts = split(text, '-');
  if (parts.size() == 2 && parts[0].size() == 4 && parts[1].size() == 2 &&
      (parts[1][0] == 'Q' || parts[1][0] == 'S' || parts[1][0] == 'H')) {
    const int length = parts[1][0] == 'Q' ? 3 : 6;
    const int n = parts[1][1] - '0';
    if (all_digits(parts[0]) && n >= 1 && n * length <= 12) {
      const std::string year(parts[0]);
      return Refusal{"quarters and half-years are written as intervals",
                     "write " + year + "-" + two_digits((n - 1) * length + 1) + "/" + year + "-" + two_digits(n * length)};
    }
  }
  if (text.find('T') != std::string_view::npos) return Refusal{"it has a time of day", "keep the day only"};
  if (text.find('.') != std::string_view::npos) return Refusal{"dates are year-month-day with dashes"};
  if (!text.empty() && (text[0] == 'Y' || text[0] == '-')) return Refusal{"only the years 0000 to 9999 are dates here"};
  return std::nullopt;
}

Read<bool> read_year(std::string_view text, Date& date) {
  if (text.size() != 4) return refuse("the year needs four digits");
  const auto digits = static_cast<std::size_t>(std::find(text.begin(), text.end(), 'X') - text.begin());
  if (!all_digits(text.substr(0, digits)) || digits < 2 || text.substr(digits) != std::string_view("XX").substr(0, 4 - digits)) {
    return refuse("'" + std::string(text) + "' is no year", "write 2015, 201X for a decade or 20XX for a century");
  }
  date.year = number(text.substr(0, digits));
  for (auto i = digits; i < 4; ++i) date.year *= 10;
  if (digits < 4) date.mask = digits == 3 ? Date::Mask::decade : Date::Mask::century;
  date.precision = Date::Precision::year;
  return true;
}

Read<bool> read_month(std::string_view text, Date& date) {
  if (text == "XX") {
    date.mask = Date::Mask::month;
    return true;
  }
  const int month = text.size() == 2 && all_digits(text) ? number(text) : 0;
  const bool season = month >= 21 && month <= 24;
  if ((month < 1 || month > 12) && !season)
    return refuse("there is no month '" + std::string(text) + "'", "months are 01 to 12, seasons 21 to 24");
  date.month = month;
  date.precision = Date::Precision::month;
  return true;
}

Read<bool> read_day(std::string_view text, Date& date) {
  if (date.is_season()) return refuse("a season has no day");
  if (text == "XX") {
    date.mask = date.mask == Date::Mask::month ? Date::Mask::month_and_day : Date::Mask::day;
    return true;
  }
  if (date.mask == Date::Mask::month) return refuse("a day needs a month", "write 2015-XX-XX");
  const int day = text.size() == 2 && all_digits(text) ? number(text) : 0;
  if (day < 1 || day > 31) return refuse("there is no day '" + std::string(text) + "'");
  const int days = days_in_month(date.year, date.month);
  if (day > days) {
    const std::string month = std::to_string(date.year) + "-" + two_digits(date.month);
    return refuse(month + " has " + std::to_string(days) + " days");
  }
  date.day = day;
  date.precision = Date::Precision::day;
  return true;
}

Read<Date> read_date(std::string_view text) {
  if (const auto mistake = known_mistake(text)) return tl::unexpected<Refusal>(*mistake);
  Date date;
  if (!text.empty() && std::string_view("~?%").find(text.back()) != std::string_view::npos) {
    date.approximate = text.back() != '?';
    date.uncertain = text.back() != '~';
    text.remove_suffix(1);
  }
  const auto parts = split(text, '-');
  if (parts.size() > 3) return refuse("it has more than year, month and day");
  if (const auto year = read_year(parts[0], date); !year) return tl::unexpected<Refusal>(year.error());
  if (parts.size() > 1 && date.mask != Date::Mask::none) return refuse("a decade or century has no month");
  if (parts.size() > 1) {
    if (const auto month = read_month(parts[1], date); !month) return tl::unexpected<Refusal>(month.error());
  }
  if (parts.size() > 2) {
    if (const auto day = read_day(parts[2], date); !day) return tl::unexpected<Refusal>(day.error());
  }
  date.unspecified = date.mask != Date::Mask::none;
  return date;
}

/// An interval's end: a date, ".." for open, "" for unknown.
Read<Date> read_end(std::string_view text) {
  Date none;
  none.unspecified = text.empty();
  if (text.empty() || text == "..") return none;
  return read_date(text);
}

Read<Edtf> read(std::string_view text) {
  if (text.empty()) return Edtf();
  const auto parts = split(text, '/');
  if (parts.size() > 2) return refuse("an interval has two ends and a date has dashes");
  if (parts.size() == 1) {
    if (text == "..") return refuse("an open end needs the other end", "leave the cell empty when the date is not known");
    return read_date(text).map([](const Date& date) { return Edtf(date); });
  }
  const auto start = read_end(parts[0]);
  if (!start) return tl::unexpected<Refusal>(start.error());
  const auto end = read_end(parts[1]);
  if (!end) return tl::unexpected<Refusal>(end.error());
  const auto is_none = [](const Date& date) { return date.precision == Date::Precision::none; };
  if (is_none(*start) && is_none(*end)) return refuse("an interval needs one end at least", "leave the cell empty when nothing is known");
  if (end->latest() < start->earliest()) return refuse("it ends before it starts", "write the earlier date first");
  return Edtf(*start, *end);
}

}  // namespace

Outcome<Edtf> Edtf::parse(std::string_view text) {
  auto result = read(text);
  if (result) return *result;
  Problem problem;
  problem.failure = Failure::data;
  problem.rule = "edtf";
  problem.what = "'" + std::string(text) + "' is no EDTF date";
  problem.why = std::move(result.error().why);
  problem.next = std::move(result.error().next);
  return fail(std::move(problem));
}

}  // namespace attache
