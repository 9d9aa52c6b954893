#pragma once

#include "trade/src/row_digest.hpp"
#include "trade/total.hpp"

namespace attache::trade {

struct ProductKey {
  AreaCode area = 0;
  Side side = Side::reporter;
  Flow flow = Flow::m;
  Period period;
  Product product;
  friend bool operator==(const ProductKey&, const ProductKey&) = default;
};

struct ProductKeyHash {
  [[nodiscard]] std::size_t operator()(const ProductKey& key) const {
    const auto word = [](auto x) { return static_cast<std::uint64_t>(x); };
    const std::uint64_t first =
        word(key.area) << 48U | word(key.side) << 40U | word(key.flow) << 32U | word(static_cast<std::uint32_t>(key.period.packed));
    return mixed(mixed(0, first), key.product.packed());
  }
};

}  // namespace attache::trade
