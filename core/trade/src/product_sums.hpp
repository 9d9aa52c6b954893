#pragma once

#include <string>
#include <vector>

#include "trade/src/external_sort.hpp"
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
  [[nodiscard]] std::size_t operator()(const ProductKey& key) const;
};

struct ProductSum {
  ProductKey key;
  Total total;
};

struct ProductSumLess {
  [[nodiscard]] bool operator()(const ProductSum& a, const ProductSum& b) const;
};

/// Adds up totals by key in bounded memory: a hash table that is sorted and spilled when it is full.
class ProductSums {
 public:
  ProductSums(const std::string& folder, std::size_t budget_bytes);

  [[nodiscard]] Outcome<> add(const ProductKey& key, const Total& total);
  [[nodiscard]] Outcome<> finish();
  /// By area, side, flow, product, period, each key once. Replaces `batch`; empty at the end.
  [[nodiscard]] Outcome<> read(std::vector<ProductSum>& batch, std::size_t count);

 private:
  [[nodiscard]] Outcome<> flush();

  bool bounded_;
  std::size_t capacity_;              ///< entries in the table before it is flushed
  std::vector<std::uint32_t> slots_;  ///< index + 1 into entries_; 0 = free; a power of two of them
  std::vector<ProductSum> entries_;
  ExternalSort<ProductSum, ProductSumLess> sort_;
  std::vector<ProductSum> read_;  ///< from the sort, not yet given out
  std::size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace attache::trade
