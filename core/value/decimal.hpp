#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/outcome.hpp"

namespace attache {

/// An exact decimal: mantissa × 10^-scale, a 128-bit mantissa, scale 0 … 18 kept as written ("2.30" has scale 2).
/// Comparison is by number: 2.30 == 2.3. Arithmetic is exact or returns nothing (overflow); only `divided` and `rounded` round,
/// half away from zero.
class Decimal {
 public:
  __extension__ typedef __int128 Mantissa;  // NOLINT(modernize-use-using): only a typedef takes __extension__
  static constexpr int max_scale = 18;

  constexpr Decimal() = default;
  constexpr Decimal(Mantissa mantissa, int scale) : mantissa_(mantissa), scale_(scale) {}
  static constexpr Decimal of(std::int64_t whole) { return {whole, 0}; }

  /// Reads "-1234.50" (ASCII digits, '.' as point, optional sign; no exponent, no grouping, no blanks).
  [[nodiscard]] static Outcome<Decimal> parse(std::string_view text);

  [[nodiscard]] constexpr Mantissa mantissa() const { return mantissa_; }
  [[nodiscard]] constexpr int scale() const { return scale_; }
  [[nodiscard]] constexpr bool is_zero() const { return mantissa_ == 0; }
  [[nodiscard]] constexpr int sign() const { return mantissa_ < 0 ? -1 : mantissa_ > 0 ? 1 : 0; }

  /// "-1234.50": ASCII, the scale's digits, never "-0".
  [[nodiscard]] std::string text() const;
  /// For charts and trends only, never for printed sums.
  [[nodiscard]] double to_double() const;
  /// The value as int64 at the given scale; nothing when it does not fit or would lose digits.
  [[nodiscard]] std::optional<std::int64_t> at_scale(int scale) const;

  [[nodiscard]] std::optional<Decimal> plus(const Decimal& other) const;
  [[nodiscard]] std::optional<Decimal> minus(const Decimal& other) const;
  [[nodiscard]] std::optional<Decimal> times(const Decimal& other) const;
  /// Quotient rounded to `scale` digits; nothing for a zero divisor or overflow.
  [[nodiscard]] std::optional<Decimal> divided(const Decimal& other, int scale) const;
  /// × 10^power, exact (power may be negative: the scale grows).
  [[nodiscard]] std::optional<Decimal> shifted(int power) const;
  /// Half away from zero; a larger scale appends zeros.
  [[nodiscard]] Decimal rounded(int scale) const;
  [[nodiscard]] Decimal negated() const { return {-mantissa_, scale_}; }
  [[nodiscard]] Decimal absolute() const { return mantissa_ < 0 ? negated() : *this; }

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  Mantissa mantissa_ = 0;
  int scale_ = 0;
};

}  // namespace attache
