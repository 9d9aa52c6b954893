#pragma once

#include <optional>

#include "value/decimal.hpp"

namespace attache::wide {

using Signed = Decimal::Mantissa;
__extension__ typedef unsigned __int128 Unsigned;  // NOLINT(modernize-use-using): only a typedef takes __extension__

/// 2^127 - 1. The one value below -limit is never produced, so that negation cannot overflow.
inline constexpr Unsigned limit = ~Unsigned{0} >> 1;

/// |value| without overflow.
constexpr Unsigned magnitude(Signed value) { return value < 0 ? Unsigned{0} - static_cast<Unsigned>(value) : static_cast<Unsigned>(value); }

/// The signed value, or nothing when it is beyond the limit.
constexpr std::optional<Signed> signed_value(Unsigned size, bool negative) {
  if (size > limit) return std::nullopt;
  const Signed value = static_cast<Signed>(size);
  return negative ? -value : value;
}

/// a × b, or nothing beyond the limit. By hand, because clang's overflow builtin for 128 bits needs a symbol libgcc lacks.
constexpr std::optional<Unsigned> product(Unsigned a, Unsigned b) {
  const bool both_small = (a >> 63) == 0 && (b >> 63) == 0;
  if (!both_small && a != 0 && b > limit / a) return std::nullopt;
  return a * b;
}

/// 10^power; power 0 … 38.
constexpr Unsigned power_of_ten(int power) {
  Unsigned out = 1;
  for (int i = 0; i < power; ++i) out *= 10;
  return out;
}

/// value × 10^power, or nothing beyond the limit; power ≥ 0.
constexpr std::optional<Unsigned> scaled(Unsigned value, int power) {
  if (value == 0) return Unsigned{0};
  if (power > 38) return std::nullopt;
  return product(value, power_of_ten(power));
}

}  // namespace attache::wide
