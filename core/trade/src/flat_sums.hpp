#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "trade/src/product_key.hpp"

namespace attache::trade {

/// A hash table from ProductKey to Value whose entries lie one after another, in the order they came.
template <class Value>
class FlatSums {
 public:
  struct Entry {
    ProductKey key;
    Value value{};
  };

  FlatSums() : slots_(1024) {}

  /// The value of the key, a new one if need be; the reference holds until the next call.
  [[nodiscard]] Value& operator[](const ProductKey& key) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    for (std::size_t at = ProductKeyHash()(key) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at] == 0) {
        entries_.push_back({key, {}});
        slots_[at] = static_cast<std::uint32_t>(entries_.size());
        return entries_.back().value;
      }
      Entry& entry = entries_[slots_[at] - 1];
      if (entry.key == key) return entry.value;
    }
  }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  void clear() {
    entries_.clear();
    std::fill(slots_.begin(), slots_.end(), 0U);
  }

 private:
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      std::size_t at = ProductKeyHash()(entries_[i].key) & (slots_.size() - 1);
      while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<std::uint32_t> slots_;  ///< index + 1 into entries_; 0 = free; a power of two of them
  std::vector<Entry> entries_;
};

}  // namespace attache::trade
