#include "evaluate.hpp"

#include <algorithm>

namespace attache::analysis {
namespace {

bool any_rounded(const std::vector<Measure>& measures) {
  return std::any_of(measures.begin(), measures.end(), [](const Measure& m) { return m.half_unit && !m.half_unit->is_zero(); });
}

/// Value of one input at a corner: bit set = upper end.
std::optional<Decimal> end_of(const Measure& measure, bool upper) {
  if (!measure.half_unit) return measure.value;
  return upper ? measure.value.plus(*measure.half_unit) : measure.value.minus(*measure.half_unit);
}

/// A formula that is monotone in each value is largest and smallest where every value is at an end of its range.
std::optional<Range> range_of(const Aligned& inputs, const Formula& formula, const Decimal& value) {
  Range range{value, value};
  const std::size_t corners = std::size_t{1} << inputs.measures.size();
  for (std::size_t corner = 0; corner < corners; ++corner) {
    Values values;
    for (std::size_t i = 0; i < inputs.measures.size(); ++i) {
      const auto end = end_of(inputs.measures[i], ((corner >> i) & 1U) != 0);
      if (!end) return std::nullopt;
      values.push_back(*end);
    }
    const auto result = formula(values);
    if (!result) return std::nullopt;
    range.low = std::min(range.low, *result);
    range.high = std::max(range.high, *result);
  }
  return range;
}

}  // namespace

Aligned unaligned(const std::vector<Input>& inputs) {
  Aligned aligned;
  for (const Input& input : inputs) {
    if (!input) return {Reason::input_missing, {}};
    aligned.measures.push_back(*input);
  }
  return aligned;
}

Aligned align(const std::vector<Input>& inputs) {
  Aligned aligned = unaligned(inputs);
  if (aligned.reason != Reason::none || aligned.measures.empty()) return aligned;
  int multiplier = aligned.measures.front().multiplier;
  for (const Measure& measure : aligned.measures) {
    if (measure.unit != aligned.measures.front().unit || measure.basis != aligned.measures.front().basis) return {Reason::units_differ, {}};
    multiplier = std::max(multiplier, measure.multiplier);
  }
  for (Measure& measure : aligned.measures) {
    const int power = measure.multiplier - multiplier;
    const auto value = measure.value.shifted(power);
    if (!value) return {Reason::out_of_range, {}};
    measure.value = *value;
    if (measure.half_unit) {
      measure.half_unit = measure.half_unit->shifted(power);
      if (!measure.half_unit) return {Reason::out_of_range, {}};
    }
    measure.multiplier = multiplier;
  }
  return aligned;
}

Result evaluate(const Aligned& inputs, const Formula& formula, const Measure& like) {
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  Values values;
  for (const Measure& measure : inputs.measures) values.push_back(measure.value);
  Result result;
  result.value = formula(values);
  if (!result.value) return Result::refused(Reason::out_of_range);
  result.unit = like.unit;
  result.multiplier = like.multiplier;
  result.basis = like.basis;
  if (!any_rounded(inputs.measures)) return result;
  result.range = range_of(inputs, formula, *result.value);
  result.decimals = result.range ? printable_decimals(*result.value, *result.range) : 0;
  result.about = !result.range || result.range->low.rounded(result.decimals) != result.range->high.rounded(result.decimals);
  return result;
}

const Measure& per_cent() {
  static const Measure measure{{}, "%", 0, "", {}};
  return measure;
}

const Measure& pure_number() {
  static const Measure measure{{}, "1", 0, "", {}};
  return measure;
}

std::optional<Decimal> divided(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b && b->sign() > 0 ? a->divided(*b, working_scale) : std::nullopt;
}
std::optional<Decimal> hundredfold_ratio(const Decimal& a, const Decimal& b) { return divided(a.shifted(2), b); }

Reason check_base(const Decimal& base) {
  return base.is_zero() ? Reason::zero_base : base.sign() < 0 ? Reason::negative_base : Reason::none;
}

}  // namespace attache::analysis
