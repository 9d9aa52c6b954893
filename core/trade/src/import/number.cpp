#include "trade/src/import/number.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace attache::trade {

namespace {

constexpr int most_decimals = 6, most_digits = 18;
constexpr std::string_view no_break_space = "\xC2\xA0", narrow_space = "\xE2\x80\xAF";

constexpr std::array<std::int64_t, 19> powers = [] {
  std::array<std::int64_t, 19> out{};
  out[0] = 1;
  for (std::size_t i = 1; i < out.size(); ++i) out[i] = out[i - 1] * 10;
  return out;
}();

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_missing(std::string_view text) {
  constexpr std::array<std::string_view, 14> signs = {"NA", "N/A", "n/a", "NaN", "nan", "-", "–", "—", "…", "...", "..", ":", "x", "#N/A"};
  return text.empty() || std::find(signs.begin(), signs.end(), text) != signs.end();
}

/// Digits before the exponent, with what was cut off behind them.
struct Digits {
  std::int64_t mantissa = 0;
  int count = 0;  ///< significant ones
  int decimals = 0;
  int dropped = 0;    ///< whole digits that did not fit
  bool lost = false;  ///< a digit other than 0 was left out
  bool any = false;
};

void take(Digits& digits, char digit, bool after_point) {
  digits.any = true;
  if (digits.count == most_digits) {
    digits.lost = digits.lost || digit != '0';
    if (!after_point) ++digits.dropped;
    return;
  }
  digits.mantissa = digits.mantissa * 10 + (digit - '0');
  if (digits.mantissa != 0) ++digits.count;
  if (after_point) ++digits.decimals;
}

/// Bytes of a sign between groups of digits at `at`, 0 when there is none.
std::size_t group_sign(std::string_view text, std::size_t at, const NumberForm& form) {
  if (!form.grouped || at + 1 >= text.size()) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with(no_break_space)) return no_break_space.size();
  if (rest.starts_with(narrow_space)) return narrow_space.size();
  const char c = rest.front();
  return c == ' ' || c == '\'' || (c == ',' && form.point == '.') || (c == '.' && form.point == ',') ? 1 : 0;
}

/// Reads "E-005" behind the digits; false when it is none.
bool read_exponent(std::string_view text, std::size_t& at, int& exponent) {
  std::size_t next = at + 1;
  const bool negative = next < text.size() && text[next] == '-';
  if (next < text.size() && (text[next] == '-' || text[next] == '+')) ++next;
  const std::size_t first = next;
  for (; next < text.size() && is_digit(text[next]) && next - first < 4; ++next) exponent = exponent * 10 + (text[next] - '0');
  if (next == first) return false;
  if (negative) exponent = -exponent;
  at = next;
  return true;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (true) {
    if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      return text;
    }
  }
}

namespace {

/// A few digits, perhaps with a point: nearly all numbers. False when it is anything else.
bool read_plain(std::string_view text, char point, WrittenNumber& number) {
  if (text.empty() || text.size() > most_digits || !is_digit(text.front())) return false;
  std::int64_t value = 0;
  std::size_t i = 0;
  for (; i < text.size() && is_digit(text[i]); ++i) value = value * 10 + (text[i] - '0');
  int decimals = 0;
  if (i < text.size() && text[i] == point) {
    for (++i; i < text.size() && is_digit(text[i]); ++i, ++decimals) value = value * 10 + (text[i] - '0');
  }
  if (i < text.size() || decimals > most_decimals) return false;
  for (; decimals > 0 && value % 10 == 0; --decimals) value /= 10;
  number.mantissa = value;
  number.decimals = decimals;
  return true;
}

/// Brings what was read to 0 … 6 decimals without zeros at the end.
NumberFault settle(Digits digits, int exponent, bool negative, WrittenNumber& number) {
  if (digits.dropped > 0) return NumberFault::too_large;
  int decimals = digits.mantissa == 0 ? 0 : digits.decimals - exponent;
  number.is_noise = decimals > most_decimals || digits.lost;
  if (decimals > most_decimals) {
    const std::int64_t divisor = powers[static_cast<std::size_t>(std::min(decimals - most_decimals, most_digits))];
    digits.mantissa = (digits.mantissa + divisor / 2) / divisor;
    decimals = most_decimals;
  }
  for (; decimals > 0 && digits.mantissa % 10 == 0; --decimals) digits.mantissa /= 10;
  if (decimals < 0) {
    if (decimals < -most_digits || __builtin_mul_overflow(digits.mantissa, powers[static_cast<std::size_t>(-decimals)], &digits.mantissa)) {
      return NumberFault::too_large;
    }
    decimals = 0;
  }
  number.mantissa = negative ? -digits.mantissa : digits.mantissa;
  number.decimals = decimals;
  return NumberFault::none;
}

}  // namespace

NumberFault read_number(std::string_view text, const NumberForm& form, WrittenNumber& number) {
  number = {};
  if (read_plain(text, form.point, number)) return NumberFault::none;
  text = trimmed(text);
  if (is_missing(text)) return NumberFault::missing;
  if (text.size() > 2 && text.ends_with(" e")) {
    number.is_estimate = true;
    text = trimmed(text.substr(0, text.size() - 2));
  }
  const bool negative = text.front() == '-' || text.starts_with("−");
  if (negative) text.remove_prefix(text.front() == '-' ? 1 : 3);
  Digits digits;
  bool after_point = false;
  int exponent = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      take(digits, text[at++], after_point);
    } else if (text[at] == form.point && !after_point) {
      after_point = true;
      ++at;
    } else if ((text[at] == 'e' || text[at] == 'E') && digits.any && read_exponent(text, at, exponent)) {
      break;
    } else if (const std::size_t sign = group_sign(text, at, form); sign > 0 && digits.any && !after_point) {
      at += sign;
    } else {
      return NumberFault::not_a_number;
    }
  }
  if (at != text.size() || !digits.any) return NumberFault::not_a_number;
  return settle(digits, exponent, negative, number);
}

std::optional<std::int64_t> at_scale(const WrittenNumber& number, int power_and_scale) {
  const int shift = power_and_scale - number.decimals;
  if (shift >= 0) {
    std::int64_t out = 0;
    if (shift > most_digits || __builtin_mul_overflow(number.mantissa, powers[static_cast<std::size_t>(shift)], &out)) return std::nullopt;
    return out;
  }
  const std::int64_t divisor = powers[static_cast<std::size_t>(std::min(-shift, most_digits))];
  const std::int64_t half = divisor / 2;
  return (number.mantissa + (number.mantissa < 0 ? -half : half)) / divisor;
}

}  // namespace attache::trade
