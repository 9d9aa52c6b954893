#include "analysis/growth.hpp"

#include "evaluate.hpp"

namespace attache::analysis {
namespace {

std::optional<Decimal> growth_rate(const Values& v) {
  const auto change = v[1].minus(v[0]);
  return change ? hundredfold_ratio(*change, v[0]) : std::nullopt;
}

}  // namespace

Growth growth(const Input& previous, const Input& current, const std::optional<Decimal>& threshold) {
  const Aligned inputs = align({previous, current});
  if (inputs.reason != Reason::none) {
    const Result refused = Result::refused(inputs.reason);
    return {refused, refused, refused};
  }
  Growth result;
  result.change = evaluate(
      inputs, [](const Values& v) { return v[1].minus(v[0]); }, inputs.measures[0]);
  if (const Reason reason = check_base(inputs[0]); reason != Reason::none) {
    result.percent = result.multiple = Result::refused(reason);
    return result;
  }
  result.multiple = evaluate(
      inputs, [](const Values& v) { return divided(v[1], v[0]); }, pure_number());
  const bool small = threshold && previous->value < *threshold;
  result.percent = small ? Result::refused(Reason::small_base) : evaluate(inputs, growth_rate, per_cent());
  return result;
}

Result contribution(const Input& previous_part, const Input& current_part, const Input& previous_whole) {
  const Aligned inputs = align({previous_part, current_part, previous_whole});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (const Reason reason = check_base(inputs[2]); reason != Reason::none) return Result::refused(reason);
  const Formula formula = [](const Values& v) -> std::optional<Decimal> {
    const auto change = v[1].minus(v[0]);
    return change ? hundredfold_ratio(*change, v[2]) : std::nullopt;
  };
  return evaluate(inputs, formula, per_cent());
}

Result implied_previous(const Input& current, const Input& percent) {
  const Aligned inputs = unaligned({current, percent});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (percent->unit != "%") return Result::refused(Reason::units_differ);
  if (percent->value <= Decimal::of(-100)) return Result::refused(Reason::not_applicable);
  const Formula formula = [](const Values& v) -> std::optional<Decimal> { return divided(v[0].shifted(2), v[1].plus(Decimal::of(100))); };
  return evaluate(inputs, formula, *current);
}

Result implied_base(const Input& value, const Input& multiple) {
  const Aligned inputs = unaligned({value, multiple});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (multiple->unit != "1") return Result::refused(Reason::units_differ);
  if (multiple->value.sign() <= 0) return Result::refused(Reason::not_applicable);
  return evaluate(
      inputs, [](const Values& v) { return divided(v[0], v[1]); }, *value);
}

}  // namespace attache::analysis
