#include "analysis/share.hpp"

#include <algorithm>
#include <numeric>

#include "evaluate.hpp"

namespace attache::analysis {

Result share(const Input& part, const Input& whole) {
  const Aligned inputs = align({part, whole});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (const Reason reason = check_base(inputs[1]); reason != Reason::none) return Result::refused(reason);
  return evaluate(
      inputs, [](const Values& v) { return hundredfold_ratio(v[0], v[1]); }, per_cent());
}

Result market_share(const Input& exports_to_partner, const Input& imports_of_partner) {
  return share(exports_to_partner, imports_of_partner);
}

Result ratio(const Input& numerator, const Input& denominator) {
  const Aligned inputs = align({numerator, denominator});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (const Reason reason = check_base(inputs[1]); reason != Reason::none) return Result::refused(reason);
  return evaluate(
      inputs, [](const Values& v) { return divided(v[0], v[1]); }, pure_number());
}

Result unit_value(const Input& value, const Input& quantity) {
  const Aligned inputs = unaligned({value, quantity});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (const Reason reason = check_base(inputs[1]); reason != Reason::none) return Result::refused(reason);
  const Measure like{{}, value->unit + "/" + quantity->unit, value->multiplier - quantity->multiplier, value->basis, {}};
  return evaluate(
      inputs, [](const Values& v) { return divided(v[0], v[1]); }, like);
}

std::optional<std::vector<Decimal>> largest_remainder(const std::vector<Decimal>& parts, const Decimal& target, int decimals) {
  const Decimal unit(1, decimals);
  std::vector<Decimal> rounded, remainders;
  std::optional<Decimal> left = target;
  for (const Decimal& part : parts) {
    Decimal down = part.rounded(decimals);
    if (down > part) {
      const auto lower = down.minus(unit);
      if (!lower) return std::nullopt;
      down = *lower;
    }
    const auto remainder = part.minus(down);
    left = left ? left->minus(down) : left;
    if (!remainder || !left) return std::nullopt;
    rounded.push_back(down);
    remainders.push_back(*remainder);
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (const std::size_t i : order) {
    if (*left < unit) break;
    rounded[i] = *rounded[i].plus(unit);
    left = left->minus(unit);
  }
  return left->is_zero() ? std::optional(rounded) : std::nullopt;
}

}  // namespace attache::analysis
