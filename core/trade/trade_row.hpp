#pragma once

#include <compare>
#include <cstdint>

#include "text/language.hpp"
#include "trade/trade_codes.hpp"

namespace attache::trade {

/// One trade row. `value`, `net_weight` (kilograms) and `quantity` are whole numbers at the scales of their release: 10^-scale units.
/// Where a kind of missing is given, the number is 0 and means nothing.
struct TradeRow {
  AreaCode reporter = 0, partner = 0;
  AreaCode partner2 = 0;        ///< consignment; 0 = all
  std::uint16_t transport = 0;  ///< Comtrade mode of transport; 0 = all
  Product product;
  Period period;
  Flow flow = Flow::m;
  std::uint8_t customs = 0;  ///< Comtrade customs procedure without the C; 0 = C00, all
  std::uint8_t supply = 0;   ///< mode of supply (services); 0 = all
  char status = 'A';         ///< SDMX OBS_STATUS
  std::int64_t value = 0;
  std::int64_t net_weight = 0;
  std::int64_t quantity = 0;
  std::uint16_t quantity_unit = 0;  ///< Comtrade unit code, or one of a CodeBook; 0 = none
  text::Missing value_missing = text::Missing::present;
  text::Missing net_weight_missing = text::Missing::present;
  text::Missing quantity_missing = text::Missing::present;
  bool net_weight_estimated = false, quantity_estimated = false;
  bool summed = false;  ///< the total was not declared: the room added its breakdown up

  /// C00, all transports, all partners of consignment, all modes of supply: no part of another row.
  [[nodiscard]] constexpr bool is_total() const { return customs == 0 && transport == 0 && partner2 == 0 && supply == 0; }
  friend bool operator==(const TradeRow&, const TradeRow&) = default;
};
static_assert(sizeof(TradeRow) == 56);

/// The order of the store, inside a release: reporter, partner, flow, period, product, then the breakdown, totals first.
[[nodiscard]] inline std::strong_ordering compare_short_keys(const TradeRow& a, const TradeRow& b) {
  if (a.reporter != b.reporter) return a.reporter <=> b.reporter;
  if (a.partner != b.partner) return a.partner <=> b.partner;
  if (a.flow != b.flow) return a.flow <=> b.flow;
  if (a.period != b.period) return a.period <=> b.period;
  return a.product <=> b.product;
}
[[nodiscard]] inline std::strong_ordering compare_keys(const TradeRow& a, const TradeRow& b) {
  if (const auto order = compare_short_keys(a, b); order != 0) return order;
  if (a.partner2 != b.partner2) return a.partner2 <=> b.partner2;
  if (a.customs != b.customs) return a.customs <=> b.customs;
  if (a.transport != b.transport) return a.transport <=> b.transport;
  return a.supply <=> b.supply;
}

}  // namespace attache::trade
