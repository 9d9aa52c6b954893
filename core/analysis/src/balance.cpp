#include "analysis/balance.hpp"

#include "evaluate.hpp"

namespace attache::analysis {
namespace {

std::optional<Decimal> sum(const Values& v) { return v[0].plus(v[1]); }
std::optional<Decimal> difference(const Values& v) { return v[0].minus(v[1]); }

Result amount(const Input& exports, const Input& imports, const Formula& formula) {
  const Aligned inputs = align({exports, imports});
  return inputs.reason != Reason::none ? Result::refused(inputs.reason) : evaluate(inputs, formula, inputs.measures[0]);
}

}  // namespace

Result turnover(const Input& exports, const Input& imports) { return amount(exports, imports, sum); }

Result balance(const Input& exports, const Input& imports) { return amount(exports, imports, difference); }

Result normalised_balance(const Input& exports, const Input& imports) {
  const Result whole = turnover(exports, imports);
  if (!whole) return Result::refused(whole.reason);
  if (const Reason reason = check_base(*whole.value); reason != Reason::none) return Result::refused(reason);
  return evaluate(
      align({exports, imports}), [](const Values& v) { return divided(difference(v), sum(v)); }, pure_number());
}

Result coverage(const Input& exports, const Input& imports) {
  const Aligned inputs = align({exports, imports});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  if (const Reason reason = check_base(inputs[1]); reason != Reason::none) return Result::refused(reason);
  return evaluate(
      inputs, [](const Values& v) { return hundredfold_ratio(v[0], v[1]); }, per_cent());
}

SumCheck sum_check(const std::vector<Input>& parts, const Input& total) {
  std::vector<Input> all = parts;
  all.push_back(total);
  const Aligned inputs = align(all);
  SumCheck check;
  if (inputs.reason != Reason::none || parts.empty()) {
    check.difference = Result::refused(parts.empty() ? Reason::too_few : inputs.reason);
    return check;
  }
  std::optional<Decimal> difference = inputs.measures.back().value.negated();
  std::optional<Decimal> tolerance = Decimal();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (difference && i + 1 < all.size()) difference = difference->plus(inputs[i]);
    if (tolerance && inputs.measures[i].half_unit) tolerance = tolerance->plus(*inputs.measures[i].half_unit);
  }
  if (!difference || !tolerance) {
    check.difference = Result::refused(Reason::out_of_range);
    return check;
  }
  const Measure& like = inputs.measures.back();
  check.difference.value = difference;
  check.difference.unit = like.unit;
  check.difference.multiplier = like.multiplier;
  check.difference.basis = like.basis;
  check.tolerance = *tolerance;
  check.holds = difference->absolute() <= *tolerance;
  return check;
}

}  // namespace attache::analysis
