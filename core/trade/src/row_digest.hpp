#pragma once

#include <cstdint>

#include "trade/trade_row.hpp"

namespace attache::trade {

/// A fast 64-bit hash against accidents, not against malice. The store's digests are made of it: changing it changes the store's version.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t digest, std::uint64_t word) {
  digest = (digest ^ word) * 0x9E3779B97F4A7C15ULL;
  return digest ^ (digest >> 29U);
}

/// Every member of the row.
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t digest, const TradeRow& row) {
  const auto word = [](auto x) { return static_cast<std::uint64_t>(x); };
  digest = mixed(digest, word(row.reporter) << 48U | word(row.partner) << 32U | word(row.partner2) << 16U | word(row.transport));
  digest = mixed(digest, row.product.packed());
  digest = mixed(digest, word(static_cast<std::uint32_t>(row.period.packed)) << 32U | word(row.flow) << 24U | word(row.customs) << 16U |
                             word(row.supply) << 8U | word(static_cast<unsigned char>(row.status)));
  digest = mixed(digest, word(row.value));
  digest = mixed(digest, word(row.net_weight));
  digest = mixed(digest, word(row.quantity));
  return mixed(digest, word(row.quantity_unit) << 32U | word(row.value_missing) << 16U | word(row.net_weight_missing) << 12U |
                           word(row.quantity_missing) << 8U | word(row.net_weight_estimated) << 2U | word(row.quantity_estimated) << 1U |
                           word(row.summed));
}

}  // namespace attache::trade
