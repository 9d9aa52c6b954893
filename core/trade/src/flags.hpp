#pragma once

#include <cstdint>
#include <optional>

#include "trade/trade_row.hpp"

namespace attache::trade {

/// The column `flags`: kinds of missing value, weight and quantity in 3 bits each, then weight estimated, quantity estimated, summed,
/// and the status as its distance from A.
[[nodiscard]] constexpr std::int64_t flags_of(const TradeRow& row) {
  const auto bits = [](auto x) { return static_cast<std::int64_t>(x); };
  return bits(row.value_missing) | bits(row.net_weight_missing) << 3 | bits(row.quantity_missing) << 6 |
         bits(row.net_weight_estimated) << 9 | bits(row.quantity_estimated) << 10 | bits(row.summed) << 11 | bits(row.status - 'A') << 12;
}

/// false when no row has these flags.
[[nodiscard]] constexpr bool set_flags(TradeRow& row, std::int64_t flags) {
  const auto missing = [&](int shift) { return static_cast<text::Missing>(flags >> shift & 7); };
  row.value_missing = missing(0);
  row.net_weight_missing = missing(3);
  row.quantity_missing = missing(6);
  row.net_weight_estimated = (flags >> 9 & 1) != 0;
  row.quantity_estimated = (flags >> 10 & 1) != 0;
  row.summed = (flags >> 11 & 1) != 0;
  row.status = static_cast<char>('A' + (flags >> 12 & 31));
  constexpr auto last = text::Missing::blank;
  return flags >= 0 && flags < 1 << 17 && row.status <= 'Z' && row.value_missing <= last && row.net_weight_missing <= last &&
         row.quantity_missing <= last;
}

}  // namespace attache::trade
