#include "analysis/concentration.hpp"

#include <algorithm>

#include "evaluate.hpp"
#include "fractions.hpp"

namespace attache::analysis {
namespace {

Result pure(const std::optional<Decimal>& value) {
  if (!value) return Result::refused(Reason::out_of_range);
  Result result;
  result.value = value->rounded(working_scale);
  result.unit = "1";
  return result;
}

}  // namespace

Result herfindahl(const std::vector<Decimal>& values) {
  const Total total = total_of(values);
  if (total.reason != Reason::none) return Result::refused(total.reason);
  Decimal::Mantissa sum = 0;  // of squares at scale 36: at most about 10^36
  for (const Decimal& value : values) {
    const auto fraction = fraction_of(value, total.value);
    if (!fraction) return Result::refused(Reason::out_of_range);
    sum += fraction->mantissa() * fraction->mantissa();
  }
  Decimal::Mantissa unit = 1;
  for (int i = 0; i < Decimal::max_scale; ++i) unit *= 10;
  return pure(Decimal(sum / unit, Decimal::max_scale));
}

Result normalised_herfindahl(const std::vector<Decimal>& values) {
  Result index = herfindahl(values);
  if (!index) return index;
  const auto n = std::count_if(values.begin(), values.end(), [](const Decimal& value) { return value.sign() > 0; });
  if (n < 2) return Result::refused(Reason::not_applicable);
  // (nH − 1) / (n − 1) is the same without the rounding of 1/n.
  const auto scaled = index.value->times(Decimal::of(n));
  const auto above = scaled ? scaled->minus(Decimal::of(1)) : std::nullopt;
  if (!above) return Result::refused(Reason::out_of_range);
  const auto normalised = above->divided(Decimal::of(n - 1), working_scale);
  return pure(normalised ? std::optional(std::max(*normalised, Decimal())) : std::nullopt);
}

Result concentration_ratio(const std::vector<Decimal>& values, int largest) {
  const Total total = total_of(values);
  if (total.reason != Reason::none) return Result::refused(total.reason);
  if (largest < 1) return Result::refused(Reason::not_applicable);
  std::vector<Decimal> sorted = values;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  sorted.resize(std::min(sorted.size(), static_cast<std::size_t>(largest)));
  Result result;
  result.value = hundredfold_ratio(total_of(sorted).value, total.value);
  if (!result.value) return Result::refused(Reason::out_of_range);
  result.unit = "%";
  return result;
}

}  // namespace attache::analysis
