#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>

#include "trade/src/import/number.hpp"

namespace attache::trade {

/// Scales of the release that rows are made for.
struct Scales {
  int value = 0, weight = 0, quantity = 0;
};

/// What the numbers of one kind need.
struct Gauge {
  std::array<std::int64_t, 7> largest{};  ///< mantissa by the number of decimals; -1 = no number has so many
  Gauge() { largest.fill(-1); }
  void see(const WrittenNumber& number) {
    std::int64_t& most = largest[static_cast<std::size_t>(number.decimals)];
    most = std::max(most, number.mantissa < 0 ? -number.mantissa : number.mantissa);
  }
  /// The most decimals that were written.
  [[nodiscard]] int decimals() const {
    for (std::size_t i = largest.size(); i-- > 1;) {
      if (largest[i] >= 0) return static_cast<int>(i);
    }
    return 0;
  }
  /// Digits of the largest number before its point.
  [[nodiscard]] int whole_digits() const {
    int digits = 0;
    for (std::size_t i = 0; i < largest.size(); ++i) {
      int all = 0;
      for (std::int64_t rest = largest[i]; rest > 0; rest /= 10) ++all;
      digits = std::max(digits, all - static_cast<int>(i));
    }
    return digits;
  }
};

/// What was met in the rows made so far.
struct Seen {
  Gauge value, weight, quantity;
  std::uint64_t noisy = 0;         ///< numbers with more than six decimals
  std::uint64_t lost_zeros = 0;    ///< product codes whose leading zeros were put back
  std::uint64_t zero_amounts = 0;  ///< weights and quantities of 0 beside a value, taken as not available
  std::uint64_t estimates = 0;
  std::set<std::string> groups;  ///< names that are no country
  std::set<std::string> currencies;
};

/// Why a record, or a cell of it, is no trade row.
struct RowFault {
  int field = -1;
  std::string rule, what, next;
};

/// For messages: 'text', cut off when it is long.
[[nodiscard]] inline std::string quoted_start(std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return "'" + std::string(text) + "'";
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "'" + std::string(text.substr(0, end)) + "…'";
}

}  // namespace attache::trade
