#include "analysis/precision.hpp"

#include <algorithm>

namespace attache::analysis {

Decimal half_unit_of(const Decimal& written) {
  // A value of full scale is far finer than any half unit that matters.
  return written.scale() < Decimal::max_scale ? Decimal(5, written.scale() + 1) : Decimal();
}

int printable_decimals(const Decimal& value, const Range& range) {
  const auto above = range.high.minus(value);
  const auto below = value.minus(range.low);
  if (!above || !below) return 0;
  const Decimal error = std::max(*above, *below);
  int decimals = working_scale;
  while (decimals > 0 && Decimal(5, decimals) <= error) --decimals;
  return decimals;
}

}  // namespace attache::analysis
