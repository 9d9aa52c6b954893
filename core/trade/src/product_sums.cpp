#include "trade/src/product_sums.hpp"

namespace attache::trade {

namespace {

constexpr std::size_t read_ahead = 8192;

Outcome<> too_large(const ProductKey& key) {
  return fail(Failure::data, "the total of area " + std::to_string(key.area) + " in " + key.period.text() + " is too large",
              "import with fewer decimals");
}

}  // namespace

// Half of the budget is the table with its slots, half the sorting of what it gave.
ProductSums::ProductSums(const std::string& folder, std::size_t budget_bytes)
    : capacity_(folder.empty() ? SIZE_MAX : std::max<std::size_t>(budget_bytes / 2 / (sizeof(ProductSum) + 16), 1024)),
      sort_(folder, budget_bytes / 2) {}

Outcome<> ProductSums::add(const ProductKey& key, const Total& total) {
  if (sums_.entries().size() >= capacity_) {
    if (auto flushed = flush(); !flushed) return flushed;
  }
  Total& sum = sums_[key];
  if (sum.rows == 0) {
    sum = total;
    return {};
  }
  return sum.add(total) ? Outcome<>() : too_large(key);
}

Outcome<> ProductSums::flush() {
  for (const auto& [key, total] : sums_.entries()) {
    if (auto added = add_single({key, total}); !added) return added;
  }
  sums_.clear();
  return {};
}

Outcome<> ProductSums::finish() {
  if (auto flushed = flush(); !flushed) return flushed;
  sums_ = FlatSums<Total>();
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
