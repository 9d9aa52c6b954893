#include <algorithm>

#include "value/decimal.hpp"
#include "wide.hpp"

namespace attache {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

tl::unexpected<Problem> refuse(std::string_view text, std::string why, std::string next = "write it like -1234.50") {
  Problem problem;
  problem.failure = Failure::data;
  problem.rule = "decimal";
  problem.what = "'" + std::string(text) + "' is no decimal number";
  problem.why = std::move(why);
  problem.next = std::move(next);
  return fail(std::move(problem));
}

std::string why_not(char c) {
  if (c == ',' || c == ' ' || c == '\'' || c == '_') return "it has a grouping sign or a decimal comma";
  if (c == 'e' || c == 'E') return "it has an exponent";
  return "only digits, one point and a leading sign are allowed";
}

}  // namespace

Outcome<Decimal> Decimal::parse(std::string_view text) {
  const bool signed_text = !text.empty() && (text.front() == '-' || text.front() == '+');
  const std::string_view body = text.substr(signed_text ? 1 : 0);
  if (body.empty()) return refuse(text, "it has no digits");
  const auto point = body.find('.');
  const std::string_view whole = body.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : body.substr(point + 1);
  for (const std::string_view part : {whole, fraction}) {
    const auto bad = std::find_if_not(part.begin(), part.end(), is_digit);
    if (bad != part.end()) return refuse(text, why_not(*bad));
  }
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return refuse(text, "the point needs a digit on each side");
  if (fraction.size() > static_cast<std::size_t>(max_scale)) return refuse(text, "it has more than 18 digits after the point", "round it");
  wide::Unsigned size = 0;
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      const auto shifted = wide::scaled(size, 1);
      const auto digit = static_cast<unsigned>(c - '0');
      if (!shifted || *shifted > wide::limit - digit) return refuse(text, "it has too many digits", "at most 38 digits fit");
      size = *shifted + digit;
    }
  }
  return Decimal(*wide::signed_value(size, text.front() == '-'), static_cast<int>(fraction.size()));
}

std::string Decimal::text() const {
  std::string digits;
  for (wide::Unsigned rest = wide::magnitude(mantissa_); rest != 0; rest /= 10)
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
  const auto places = static_cast<std::size_t>(scale_);
  if (digits.size() < places + 1) digits.append(places + 1 - digits.size(), '0');
  if (sign() < 0) digits += '-';
  std::reverse(digits.begin(), digits.end());
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return digits;
}

double Decimal::to_double() const { return static_cast<double>(mantissa_) / static_cast<double>(wide::power_of_ten(scale_)); }

}  // namespace attache
