#include "trade/src/product_sums.hpp"

#include <tuple>

#include "trade/src/row_digest.hpp"

namespace attache::trade {

namespace {

constexpr std::size_t read_ahead = 8192;

Outcome<> too_large(const ProductKey& key) {
  return fail(Failure::data, "the total of area " + std::to_string(key.area) + " in " + key.period.text() + " is too large",
              "import with fewer decimals");
}

}  // namespace

std::size_t ProductKeyHash::operator()(const ProductKey& key) const {
  const auto word = [](auto x) { return static_cast<std::uint64_t>(x); };
  const std::uint64_t first =
      word(key.area) << 48U | word(key.side) << 40U | word(key.flow) << 32U | word(static_cast<std::uint32_t>(key.period.packed));
  return mixed(mixed(0, first), key.product.packed());
}

bool ProductSumLess::operator()(const ProductSum& a, const ProductSum& b) const {
  const auto key = [](const ProductSum& s) { return std::tuple(s.key.area, s.key.side, s.key.flow, s.key.product, s.key.period); };
  return key(a) < key(b);
}

// A third of the budget is the table, a third the sorting of what it gave, the rest the merge.
ProductSums::ProductSums(const std::string& folder, std::size_t budget_bytes)
    : bounded_(!folder.empty()),
      capacity_(std::max<std::size_t>(budget_bytes / 2 / (sizeof(ProductSum) + 8), 1024)),
      slots_(1024),
      sort_(folder, budget_bytes / 2) {}

Outcome<> ProductSums::add(const ProductKey& key, const Total& total) {
  if (entries_.size() * 2 >= slots_.size()) {
    if (bounded_ && entries_.size() >= capacity_) {
      if (auto flushed = flush(); !flushed) return flushed;
    } else {
      slots_.assign(slots_.size() * 2, 0);
      for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t at = ProductKeyHash()(entries_[i].key) & (slots_.size() - 1);
        while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = static_cast<std::uint32_t>(i + 1);
      }
    }
  }
  std::size_t at = ProductKeyHash()(key) & (slots_.size() - 1);
  while (slots_[at] != 0) {
    ProductSum& entry = entries_[slots_[at] - 1];
    if (entry.key == key) return entry.total.add(total) ? Outcome<>() : too_large(key);
    at = (at + 1) & (slots_.size() - 1);
  }
  entries_.push_back({key, total});
  slots_[at] = static_cast<std::uint32_t>(entries_.size());
  return {};
}

Outcome<> ProductSums::flush() {
  auto added = sort_.add(entries_);
  entries_.clear();
  std::fill(slots_.begin(), slots_.end(), 0U);
  return added;
}

Outcome<> ProductSums::finish() {
  if (auto flushed = flush(); !flushed) return flushed;
  std::vector<std::uint32_t>().swap(slots_);
  std::vector<ProductSum>().swap(entries_);
  return sort_.finish();
}

Outcome<> ProductSums::read(std::vector<ProductSum>& batch, std::size_t count) {
  batch.clear();
  for (;;) {
    if (at_ == read_.size()) {
      if (ended_) return {};
      at_ = 0;
      if (auto more = sort_.read(read_, read_ahead); !more) return more;
      ended_ = read_.empty();
      if (ended_) return {};
    }
    const ProductSum& next = read_[at_];
    if (!batch.empty() && batch.back().key == next.key) {
      if (!batch.back().total.add(next.total)) return too_large(next.key);
    } else if (batch.size() == count) {
      return {};
    } else {
      batch.push_back(next);
    }
    ++at_;
  }
}

}  // namespace attache::trade
