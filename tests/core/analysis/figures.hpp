#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string_view>

#include "analysis/measure.hpp"

namespace attache::analysis {

inline Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }
/// An exact figure.
inline Measure usd(std::string_view text, int multiplier = 6) { return {decimal(text), "USD", multiplier, "", std::nullopt}; }
inline Measure count(std::string_view text) { return {decimal(text), "1", 0, "", std::nullopt}; }
/// A figure as somebody printed it: off by up to half of its last digit.
inline Measure printed_usd(std::string_view text, int multiplier = 9) { return rounded_measure(decimal(text), "USD", multiplier); }
inline const Input missing;

/// The value rounded to so many decimals, as text; the reason's number when there is none.
inline std::string shown(const Result& result, int decimals) {
  return result ? result.value->rounded(decimals).text() : "no value, reason " + std::to_string(static_cast<int>(result.reason));
}

/// A seeded source of random figures; the seed is printed by the test that fails.
struct Dice {
  explicit Dice(unsigned seed) : engine(seed) {}
  std::int64_t roll(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(high - low + 1));
  }
  Decimal amount(std::int64_t high = 1'000'000'000) { return {roll(0, high), static_cast<int>(roll(0, 4))}; }
  std::mt19937_64 engine;
};

}  // namespace attache::analysis
