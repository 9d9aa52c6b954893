#include "charts/axis.hpp"

#include <algorithm>
#include <cmath>

namespace attache::pdf {
namespace {

/// Next round number not below `raw`, and the decimals it needs.
double round_step(double raw, int& decimals) {
  const double power = std::floor(std::log10(raw));
  const double unit = std::pow(10.0, power);
  constexpr double tolerance = 1e-9;
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0})
    if (raw <= factor * unit * (1 + tolerance)) {
      const int places = static_cast<int>(-power) + (factor == 2.5 ? 1 : 0) - (factor == 10.0 ? 1 : 0);
      decimals = std::clamp(places, 0, 9);
      return factor * unit;
    }
  return 10 * unit;
}

}  // namespace

void Range::take(double value) {
  if (!std::isfinite(value)) return;
  low = empty ? value : std::min(low, value);
  high = empty ? value : std::max(high, value);
  empty = false;
}

Axis nice_axis(Range range, bool with_zero, int wanted) {
  if (range.empty) range = {0, 1, false};
  if (with_zero || range.low == range.high) {
    range.low = std::min(range.low, 0.0);
    range.high = std::max(range.high, 0.0);
  }
  if (range.low == range.high) range.high = range.low + 1;
  Axis axis;
  axis.step = round_step((range.high - range.low) / wanted, axis.decimals);
  axis.low = std::floor(range.low / axis.step + 1e-9) * axis.step;
  axis.high = std::ceil(range.high / axis.step - 1e-9) * axis.step;
  if (axis.high <= axis.low) axis.high = axis.low + axis.step;
  return axis;
}

std::vector<double> Axis::ticks() const {
  std::vector<double> all;
  const long count = std::lround((high - low) / step);
  for (long i = 0; i <= count; ++i) {
    const double value = low + static_cast<double>(i) * step;
    all.push_back(std::fabs(value) < step * 1e-6 ? 0 : value);
  }
  return all;
}

void share_zero(Axis& first, Axis& second) {
  const auto below = [](const Axis& axis) { return std::lround(std::max(0.0, -axis.low) / axis.step); };
  const auto above = [](const Axis& axis) { return std::lround(std::max(0.0, axis.high) / axis.step); };
  const auto down = static_cast<double>(std::max(below(first), below(second))),
             up = static_cast<double>(std::max(above(first), above(second)));
  for (Axis* axis : {&first, &second}) {
    axis->low = -down * axis->step;
    axis->high = up * axis->step;
  }
}

}  // namespace attache::pdf
