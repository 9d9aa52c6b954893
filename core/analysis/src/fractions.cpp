#include "fractions.hpp"

namespace attache::analysis {

Total total_of(const std::vector<Decimal>& values) {
  Total total;
  for (const Decimal& value : values) {
    if (value.sign() < 0) return {{}, Reason::negative_base};
    const auto sum = total.value.plus(value);
    if (!sum) return {{}, Reason::out_of_range};
    total.value = *sum;
  }
  if (total.value.is_zero()) total.reason = Reason::zero_base;
  return total;
}

std::optional<Decimal> fraction_of(const Decimal& value, const Decimal& total) { return value.divided(total, Decimal::max_scale); }

}  // namespace attache::analysis
