#pragma once

#include <string>
#include <vector>

#include "trade/src/external_sort.hpp"
#include "trade/src/flat_sums.hpp"

namespace attache::trade {

struct ProductSum {
  ProductKey key;
  Total total;
};

struct ProductSumLess {
  [[nodiscard]] bool operator()(const ProductSum& a, const ProductSum& b) const {
    if (a.key.area != b.key.area) return a.key.area < b.key.area;
    if (a.key.side != b.key.side) return a.key.side < b.key.side;
    if (a.key.flow != b.key.flow) return a.key.flow < b.key.flow;
    if (a.key.product != b.key.product) return a.key.product < b.key.product;
    return a.key.period < b.key.period;
  }
};

/// Adds up totals by key in bounded memory: a hash table that is sorted and spilled when it is full.
class ProductSums {
 public:
  ProductSums(const std::string& folder, std::size_t budget_bytes);

  [[nodiscard]] Outcome<> add(const ProductKey& key, const Total& total);
  /// The same for a key that comes once only: it need not be looked for.
  [[nodiscard]] Outcome<> add_single(const ProductSum& sum) { return sort_.add({&sum, 1}); }
  [[nodiscard]] Outcome<> finish();
  /// By area, side, flow, product, period, each key once. Replaces `batch`; empty at the end.
  [[nodiscard]] Outcome<> read(std::vector<ProductSum>& batch, std::size_t count);

 private:
  [[nodiscard]] Outcome<> flush();

  std::size_t capacity_;  ///< keys in the table before it is flushed
  FlatSums<Total> sums_;
  ExternalSort<ProductSum, ProductSumLess> sort_;
  std::vector<ProductSum> read_;  ///< from the sort, not yet given out
  std::size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace attache::trade
