#pragma once
/// Value axes a reader trusts: round steps, zero where columns stand, a common zero for two axes.

#include <optional>
#include <vector>

namespace attache::pdf {

struct Axis {
  double low = 0, high = 1, step = 1;
  int decimals = 0;  ///< its labels need
  [[nodiscard]] std::vector<double> ticks() const;
  /// 0 at low, 1 at high.
  [[nodiscard]] double position(double value) const { return (value - low) / (high - low); }
};

struct Range {
  double low = 0, high = 0;
  bool empty = true;
  void take(double value);
};

/// An axis over the range with about `wanted` steps of 1, 2, 2.5 or 5 × 10ⁿ.
[[nodiscard]] Axis nice_axis(Range range, bool with_zero, int wanted = 6);

/// Makes two axes share their zero line and their grid: the same share of steps below and above it.
void share_zero(Axis& first, Axis& second);

}  // namespace attache::pdf
