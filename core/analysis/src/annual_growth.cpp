#include <cmath>
#include <cstdint>
#include <limits>

#include "analysis/growth.hpp"
#include "analysis/share.hpp"
#include "evaluate.hpp"

namespace attache::analysis {
namespace {

/// Half away from zero at root_scale; nothing when it is not finite or too large for it.
std::optional<Decimal> from_long_double(long double value) {
  const long double scaled = std::round(value * std::pow(10.0L, root_scale));
  if (!std::isfinite(scaled) || std::fabs(scaled) > 9e17L) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(scaled), root_scale);
}

/// 100 · (multiple^(1/years) − 1); expm1 and log1p would gain nothing at root_scale.
std::optional<Decimal> annual_rate(const std::optional<Decimal>& multiple, int years) {
  if (!multiple || multiple->sign() < 0) return std::nullopt;
  const long double root = std::pow(static_cast<long double>(multiple->to_double()), 1.0L / static_cast<long double>(years));
  return from_long_double(100.0L * (root - 1.0L));
}

}  // namespace

Result annual_growth(const Input& first, const Input& last, int years) {
  const Aligned inputs = align({first, last});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (const Reason reason = check_base(inputs[0]); reason != Reason::none) return Result::refused(reason);
  if (years < 1 || inputs[1].sign() < 0) return Result::refused(Reason::not_applicable);
  return evaluate(
      inputs,
      [years](const Values& v) { return annual_rate(v[0].sign() > 0 ? v[1].divided(v[0], Decimal::max_scale) : std::nullopt, years); },
      per_cent());
}

Result annual_growth_of_multiple(const Input& multiple, int years) {
  const Aligned inputs = unaligned({multiple});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (multiple->unit != "1") return Result::refused(Reason::units_differ);
  if (years < 1 || multiple->value.sign() < 0) return Result::refused(Reason::not_applicable);
  return evaluate(
      inputs, [years](const Values& v) { return annual_rate(v[0], years); }, per_cent());
}

Trend trend_growth(const std::vector<YearValue>& series) {
  Trend trend;
  std::vector<Input> present;
  std::vector<int> years;
  for (const YearValue& point : series) {
    if (!point.value) continue;
    if (point.value->value.sign() <= 0) {
      ++trend.left_out;
      continue;
    }
    present.push_back(point.value);
    years.push_back(point.year);
  }
  trend.used = static_cast<int>(present.size());
  const Aligned inputs = align(present);
  trend.percent = Result::refused(inputs.reason != Reason::none ? inputs.reason : Reason::too_few);
  if (inputs.reason != Reason::none || trend.used < 4) return trend;
  long double mean_year = 0, mean_log = 0, products = 0, squares = 0;
  std::vector<long double> logs;
  for (std::size_t i = 0; i < years.size(); ++i) {
    logs.push_back(std::log(static_cast<long double>(inputs[i].to_double())));
    mean_year += static_cast<long double>(years[i]) / static_cast<long double>(years.size());
    mean_log += logs.back() / static_cast<long double>(years.size());
  }
  for (std::size_t i = 0; i < years.size(); ++i) {
    const long double distance = static_cast<long double>(years[i]) - mean_year;
    products += distance * (logs[i] - mean_log);
    squares += distance * distance;
  }
  if (squares < 1e-9L) return trend;  // all of one year
  trend.percent = Result::refused(Reason::out_of_range);
  if (const auto percent = from_long_double(100.0L * std::expm1(products / squares))) {
    trend.percent = Result{};
    trend.percent.value = percent;
    trend.percent.unit = "%";
  }
  return trend;
}

}  // namespace attache::analysis
