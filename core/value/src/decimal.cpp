#include "value/decimal.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>
#include <utility>

#include "wide.hpp"

namespace attache {
namespace {

using wide::Unsigned;

constexpr int most_digits = 39;  // of a mantissa

/// The same number without trailing zeros after the point.
Decimal stripped(const Decimal& value) {
  Decimal::Mantissa mantissa = value.mantissa();
  int scale = value.scale();
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return {mantissa, scale};
}

std::optional<Decimal> make(std::optional<Unsigned> size, bool negative, int scale) {
  if (!size) return std::nullopt;
  const auto mantissa = wide::signed_value(*size, negative);
  if (!mantissa) return std::nullopt;
  return Decimal(*mantissa, scale);
}

std::optional<Decimal> sum(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const auto left = wide::scaled(wide::magnitude(a.mantissa()), scale - a.scale());
  const auto right = wide::scaled(wide::magnitude(b.mantissa()), scale - b.scale());
  if (!left || !right) return std::nullopt;
  const bool left_negative = a.sign() < 0, right_negative = b.sign() < 0;
  if (left_negative == right_negative) return make(*left + *right, left_negative, scale);
  return *left >= *right ? make(*left - *right, left_negative, scale) : make(*right - *left, right_negative, scale);
}

std::optional<Decimal> product(const Decimal& a, const Decimal& b) {
  const int scale = a.scale() + b.scale();
  if (scale > Decimal::max_scale) return std::nullopt;
  return make(wide::product(wide::magnitude(a.mantissa()), wide::magnitude(b.mantissa())), a.sign() * b.sign() < 0, scale);
}

struct Quotient {
  Unsigned whole, rest;
};

/// a / b carried to `digits` further decimal digits; b at most 2^127. Nothing beyond the limit.
std::optional<Quotient> long_division(Unsigned a, Unsigned b, int digits) {
  Quotient q{a / b, a % b};
  for (int i = 0; i < digits; ++i) {
    const auto shifted = wide::scaled(q.whole, 1);
    if (!shifted) return std::nullopt;
    Unsigned digit = 0, rest = 0;
    for (int k = 0; k < 10 && q.rest != 0; ++k) {  // rest × 10 by addition: it may not fit
      rest += q.rest;
      if (rest >= b) {
        rest -= b;
        ++digit;
      }
    }
    q = {*shifted + digit, rest};
  }
  return q;
}

}  // namespace

std::optional<std::int64_t> Decimal::at_scale(int scale) const {
  const Decimal exact = stripped(*this);
  if (scale < exact.scale()) return std::nullopt;
  const auto mantissa = make(wide::scaled(wide::magnitude(exact.mantissa_), scale - exact.scale_), sign() < 0, 0);
  if (!mantissa) return std::nullopt;
  const Mantissa value = mantissa->mantissa();
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const auto result = sum(*this, other);
  return result ? result : sum(stripped(*this), stripped(other));
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const { return plus(other.negated()); }

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  const auto result = product(*this, other);
  return result ? result : product(stripped(*this), stripped(other));
}

std::optional<Decimal> Decimal::divided(const Decimal& other, int scale) const {
  assert(scale >= 0 && scale <= max_scale);
  if (other.is_zero()) return std::nullopt;
  const bool negative = sign() * other.sign() < 0;
  const int digits = other.scale_ + scale - scale_;
  const auto q = long_division(wide::magnitude(mantissa_), wide::magnitude(other.mantissa_), std::max(0, digits));
  if (!q) return std::nullopt;
  const Unsigned divisor = wide::magnitude(other.mantissa_);
  if (digits >= 0) return make(q->rest >= divisor - q->rest ? q->whole + 1 : q->whole, negative, scale);
  const Unsigned unit = wide::power_of_ten(-digits);  // even, so what the whole quotient lost cannot decide the rounding
  return make(q->whole / unit + (q->whole % unit >= unit / 2 ? 1 : 0), negative, scale);
}

std::optional<Decimal> Decimal::shifted(int power) const {
  std::int64_t scale = std::int64_t{scale_} - power;
  if (is_zero()) return Decimal(0, static_cast<int>(std::clamp<std::int64_t>(scale, 0, max_scale)));
  if (scale < -most_digits) return std::nullopt;
  if (scale < 0) return make(wide::scaled(wide::magnitude(mantissa_), static_cast<int>(-scale)), sign() < 0, 0);
  Mantissa mantissa = mantissa_;
  for (; scale > max_scale && mantissa % 10 == 0; --scale) mantissa /= 10;
  if (scale > max_scale) return std::nullopt;
  return Decimal(mantissa, static_cast<int>(scale));
}

Decimal Decimal::rounded(int scale) const {
  const int target = std::clamp(scale, 0, max_scale);
  Unsigned size = wide::magnitude(mantissa_);
  if (target < scale_) {
    const Unsigned unit = wide::power_of_ten(scale_ - target);
    const Unsigned rest = size % unit;
    size = size / unit + (rest >= unit - rest ? 1 : 0);
    return *make(size, sign() < 0, target);
  }
  for (int reachable = target; reachable > scale_; --reachable) {
    if (const auto longer = make(wide::scaled(size, reachable - scale_), sign() < 0, reachable)) return *longer;
  }
  return *this;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.sign() != b.sign()) return a.sign() <=> b.sign();
  const auto parts = [](const Decimal& d) {
    const Unsigned unit = wide::power_of_ten(d.scale());
    const Unsigned size = wide::magnitude(d.mantissa());
    return std::pair{size / unit, size % unit * wide::power_of_ten(Decimal::max_scale - d.scale())};
  };
  const auto left = parts(a), right = parts(b);
  const auto order = left < right ? std::strong_ordering::less : left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
  return a.sign() < 0 ? 0 <=> order : order;
}

}  // namespace attache
