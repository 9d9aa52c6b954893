#pragma once

#include <cstdint>

#include "trade/src/row_digest.hpp"
#include "trade/total.hpp"

namespace attache::trade {

/// A 31-bit hash that is kept beside a stored total, so that a flipped bit is noticed when it is read.
[[nodiscard]] inline std::int64_t seal_of(std::uint64_t key, const Total& total, std::uint64_t further) {
  std::uint64_t digest = mixed(mixed(key, static_cast<std::uint64_t>(total.value)), static_cast<std::uint64_t>(total.net_weight));
  digest = mixed(mixed(digest, std::uint64_t{total.rows} << 32U | total.missing_values),
                 std::uint64_t{total.missing_weights} << 8U | static_cast<std::uint64_t>(total.basis));
  return static_cast<std::int64_t>(mixed(digest, further) >> 33U);
}

[[nodiscard]] inline std::int64_t seal_of(const Cell& cell) {
  std::uint64_t key = mixed(std::uint64_t{cell.reporter} << 32U | std::uint64_t{cell.partner} << 8U | static_cast<std::uint64_t>(cell.flow),
                            static_cast<std::uint64_t>(cell.period.packed));
  key = mixed(key, Product::first_of(cell.total.series).packed());
  return seal_of(key, cell.total, cell.digest);
}

[[nodiscard]] inline std::int64_t seal_of(AreaCode area, Side side, const ProductTotal& total) {
  const std::uint64_t key =
      mixed(std::uint64_t{area} << 32U | static_cast<std::uint64_t>(side) << 8U | static_cast<std::uint64_t>(total.flow),
            static_cast<std::uint64_t>(total.period.packed));
  return seal_of(key, total.total, total.product.packed());
}

}  // namespace attache::trade
