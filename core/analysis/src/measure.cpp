#include "analysis/measure.hpp"

#include <algorithm>

#include "dataset/model.hpp"

namespace attache::analysis {
namespace {

Decimal half_unit(const Decimal& value, std::optional<int> decimals) {
  return half_unit_of(decimals && *decimals >= 0 && *decimals < Decimal::max_scale ? Decimal(0, *decimals) : value);
}

std::string basis_of(const dataset::Observation& observation) {
  std::string basis = observation.price_basis;
  if (!basis.empty() && !observation.adjustment.empty()) basis += ", ";
  return basis + observation.adjustment;
}

}  // namespace

Measure rounded_measure(const Decimal& written, std::string unit, int multiplier) {
  return {written, std::move(unit), multiplier, "", half_unit_of(written)};
}

std::optional<Measure> measure_of(const dataset::Observation& observation) {
  if (!observation.value) return std::nullopt;
  Measure measure{*observation.value, observation.unit.empty() ? observation.currency : observation.unit, observation.multiplier,
                  basis_of(observation), std::nullopt};
  const bool count = observation.multiplier == 0 && observation.value->scale() == 0;
  if (!count) measure.half_unit = half_unit(*observation.value, observation.decimals);
  return measure;
}

std::optional<Measure> measure_of(const dataset::Flow& flow) {
  if (!flow.value) return std::nullopt;
  Measure measure{*flow.value, flow.currency, flow.multiplier, "", std::nullopt};
  if (flow.multiplier > 0) measure.half_unit = half_unit_of(*flow.value);
  return measure;
}

Missing Result::missing() const {
  if (value) return Missing::present;
  return reason == Reason::input_missing ? Missing::not_available : Missing::not_applicable;
}

std::optional<Measure> Result::measure() const {
  if (!value) return std::nullopt;
  Measure measure{*value, unit, multiplier, basis, std::nullopt};
  if (!range) return measure;
  const auto above = range->high.minus(*value);
  const auto below = value->minus(range->low);
  if (above && below) measure.half_unit = std::max(*above, *below);
  return measure;
}

Result Result::refused(Reason reason) {
  Result result;
  result.reason = reason;
  return result;
}

}  // namespace attache::analysis
