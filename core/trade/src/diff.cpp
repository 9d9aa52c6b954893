#include "trade/diff.hpp"

#include <algorithm>

#include "value/decimal.hpp"

namespace attache::trade {

namespace {

bool same_number(std::int64_t a, int scale_a, std::int64_t b, int scale_b) {
  return scale_a == scale_b ? a == b : Decimal(a, scale_a) == Decimal(b, scale_b);
}

bool is_there(text::Missing missing) { return missing == text::Missing::present; }

bool cell_before(const Cell& a, const Cell& b) {
  if (a.partner != b.partner) return a.partner < b.partner;
  if (a.flow != b.flow) return a.flow < b.flow;
  if (a.period != b.period) return a.period < b.period;
  return Product::first_of(a.total.series) < Product::first_of(b.total.series);
}

bool same_flags(const TradeRow& a, const TradeRow& b) {
  return a.status == b.status && a.quantity_unit == b.quantity_unit && a.value_missing == b.value_missing &&
         a.net_weight_missing == b.net_weight_missing && a.quantity_missing == b.quantity_missing &&
         a.net_weight_estimated == b.net_weight_estimated && a.quantity_estimated == b.quantity_estimated && a.summed == b.summed;
}

}  // namespace

/// Walks both releases' cells side by side; a friend of FlowSource, whose stored cells no report needs.
class ReleaseComparison {
 public:
  ReleaseComparison(FlowSource& source, const std::function<void(const RowChange&)>& consume) : source_(source), consume_(consume) {}

  [[nodiscard]] Outcome<ReleaseDifference> run(const std::string& before, const std::string& after) {
    const auto first = source_.index_of(before);
    if (!first) return fail(first.error());
    const auto second = source_.index_of(after);
    if (!second) return fail(second.error());
    before_ = *first;
    after_ = *second;
    result_.before = source_.meta_->releases[before_].release;
    result_.after = source_.meta_->releases[after_].release;
    if (result_.before.currency != result_.after.currency) {
      return fail(Failure::usage,
                  "release '" + before + "' is in " + result_.before.currency + ", '" + after + "' in " + result_.after.currency,
                  "compare releases in one currency");
    }
    same_scales_ = result_.before.value_scale == result_.after.value_scale && result_.before.weight_scale == result_.after.weight_scale &&
                   result_.before.quantity_scale == result_.after.quantity_scale;
    const std::size_t end = first_own_area + source_.codes().contents().own_areas.size();
    for (std::size_t reporter = 0; reporter < end; ++reporter) {
      if (auto done = compare_reporter(static_cast<AreaCode>(reporter)); !done) return fail(done.error());
    }
    return result_;
  }

 private:
  [[nodiscard]] Outcome<> compare_reporter(AreaCode reporter) {
    std::vector<Cell> before, after;
    if (auto read = source_.read_cells({before_, reporter, {}}, before); !read) return read;
    if (auto read = source_.read_cells({after_, reporter, {}}, after); !read) return read;
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
      const bool take_a = b == after.end() || (a != before.end() && !cell_before(*b, *a));
      const bool take_b = a == before.end() || (b != after.end() && !cell_before(*a, *b));
      if (auto done = compare_cells(take_a ? &*a : nullptr, take_b ? &*b : nullptr); !done) return done;
      a += take_a ? 1 : 0;
      b += take_b ? 1 : 0;
    }
    return {};
  }

  [[nodiscard]] Outcome<> compare_cells(const Cell* before, const Cell* after) {
    if (before != nullptr && after != nullptr && same_scales_ && before->digest == after->digest && before->total == after->total) {
      result_.same += before->total.rows;
      return {};
    }
    rows_before_.clear();
    rows_after_.clear();
    if (before != nullptr) {
      if (auto read = source_.read_rows(before_, *before, rows_before_); !read) return read;
    }
    if (after != nullptr) {
      if (auto read = source_.read_rows(after_, *after, rows_after_); !read) return read;
    }
    compare_rows();
    return {};
  }

  void compare_rows() {
    auto a = rows_before_.begin();
    auto b = rows_after_.begin();
    while (a != rows_before_.end() || b != rows_after_.end()) {
      if (b == rows_after_.end() || (a != rows_before_.end() && a->product < b->product)) {
        ++result_.removed;
        tell({Change::removed, *a++, {}});
      } else if (a == rows_before_.end() || b->product < a->product) {
        ++result_.added;
        tell({Change::added, {}, *b++});
      } else {
        compare_row(*a++, *b++);
      }
    }
  }

  void compare_row(const TradeRow& a, const TradeRow& b) {
    const Release& before = result_.before;
    const Release& after = result_.after;
    const bool equal = is_there(a.value_missing) == is_there(b.value_missing) &&
                       is_there(a.net_weight_missing) == is_there(b.net_weight_missing) &&
                       is_there(a.quantity_missing) == is_there(b.quantity_missing) &&
                       same_number(a.value, before.value_scale, b.value, after.value_scale) &&
                       same_number(a.net_weight, before.weight_scale, b.net_weight, after.weight_scale) &&
                       same_number(a.quantity, before.quantity_scale, b.quantity, after.quantity_scale);
    if (!equal) {
      ++result_.revised;
      tell({Change::revised, a, b});
    } else if (!same_flags(a, b)) {
      ++result_.reflagged;
      tell({Change::reflagged, a, b});
    } else {
      ++result_.same;
    }
  }

  void tell(const RowChange& change) const {
    if (consume_) consume_(change);
  }

  FlowSource& source_;
  const std::function<void(const RowChange&)>& consume_;
  std::size_t before_ = 0, after_ = 0;
  bool same_scales_ = false;
  ReleaseDifference result_;
  std::vector<TradeRow> rows_before_, rows_after_;
};

Outcome<ReleaseDifference> compare_releases(FlowSource& source, const std::string& before, const std::string& after,
                                            const std::function<void(const RowChange&)>& consume) {
  return ReleaseComparison(source, consume).run(before, after);
}

}  // namespace attache::trade
