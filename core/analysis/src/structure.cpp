#include "analysis/structure.hpp"

#include <set>

#include "evaluate.hpp"
#include "fractions.hpp"

namespace attache::analysis {
namespace {

Total basket_total(const Basket& basket) {
  std::vector<Decimal> values;
  for (const auto& entry : basket) values.push_back(entry.second);
  return total_of(values);
}

Decimal value_in(const Basket& basket, const std::string& product) {
  const auto found = basket.find(product);
  return found == basket.end() ? Decimal() : found->second;
}

std::set<std::string> products_of(const Basket& a, const Basket& b) {
  std::set<std::string> products;
  for (const auto& entry : a) products.insert(entry.first);
  for (const auto& entry : b) products.insert(entry.first);
  return products;
}

/// (a / b) / (c / d) of four measures of one unit.
Result double_ratio(const Input& a, const Input& b, const Input& c, const Input& d) {
  const Aligned inputs = align({a, b, c, d});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  for (std::size_t i = 1; i < 4; ++i) {
    if (const Reason reason = check_base(inputs[i]); reason != Reason::none) return Result::refused(reason);
  }
  const Formula formula = [](const Values& v) -> std::optional<Decimal> {
    for (std::size_t i = 1; i < 4; ++i) {
      if (v[i].sign() <= 0) return std::nullopt;
    }
    return divided(v[0].times(v[3]), v[1].times(v[2]));
  };
  return evaluate(inputs, formula, pure_number());
}

}  // namespace

Result complementarity(const Basket& exports, const Basket& imports) {
  const Total sold = basket_total(exports);
  const Total bought = basket_total(imports);
  for (const Total& total : {sold, bought}) {
    if (total.reason != Reason::none) return Result::refused(total.reason);
  }
  Decimal distance;
  for (const std::string& product : products_of(exports, imports)) {
    const auto x = fraction_of(value_in(exports, product), sold.value);
    const auto m = fraction_of(value_in(imports, product), bought.value);
    const auto gap = x && m ? m->minus(*x) : std::nullopt;
    const auto sum = gap ? distance.plus(gap->absolute()) : std::nullopt;
    if (!sum) return Result::refused(Reason::out_of_range);
    distance = *sum;
  }
  Result result;
  const auto half = distance.divided(Decimal::of(2), Decimal::max_scale);
  result.value = half ? Decimal::of(1).minus(*half)->shifted(2)->rounded(working_scale) : std::optional<Decimal>();
  if (!result.value) return Result::refused(Reason::out_of_range);
  result.unit = "%";
  return result;
}

Result grubel_lloyd(const Basket& exports, const Basket& imports) {
  std::vector<Decimal> sums, gaps;
  for (const std::string& product : products_of(exports, imports)) {
    const Decimal x = value_in(exports, product);
    const Decimal m = value_in(imports, product);
    if (x.sign() < 0 || m.sign() < 0) return Result::refused(Reason::negative_base);
    const auto sum = x.plus(m);
    const auto gap = x.minus(m);
    if (!sum || !gap) return Result::refused(Reason::out_of_range);
    sums.push_back(*sum);
    gaps.push_back(gap->absolute());
  }
  const Total trade = total_of(sums);
  if (trade.reason != Reason::none) return Result::refused(trade.reason);
  const Total one_way = total_of(gaps);
  if (one_way.reason == Reason::out_of_range) return Result::refused(one_way.reason);
  const auto fraction = divided(one_way.value, trade.value);
  Result result;
  result.value = fraction ? Decimal::of(1).minus(*fraction) : std::nullopt;
  if (!result.value) return Result::refused(Reason::out_of_range);
  result.unit = "1";
  return result;
}

Result revealed_advantage(const Input& product, const Input& total, const Input& world_product, const Input& world_total) {
  return double_ratio(product, total, world_product, world_total);
}

Result symmetric_advantage(const Result& revealed_advantage) {
  const auto measure = revealed_advantage.measure();
  if (!measure) return Result::refused(revealed_advantage.reason);
  if (measure->value.sign() < 0) return Result::refused(Reason::negative_base);
  const Decimal one = Decimal::of(1);
  return evaluate(
      unaligned({measure}), [one](const Values& v) { return divided(v[0].minus(one), v[0].plus(one)); }, pure_number());
}

Result trade_intensity(const Input& to_partner, const Input& total, const Input& world_to_partner, const Input& world_total) {
  return double_ratio(to_partner, total, world_to_partner, world_total);
}

Result indicative_potential(const Input& exports_to_world, const Input& imports_from_world, const Input& between_them) {
  const Aligned inputs = align({exports_to_world, imports_from_world, between_them});
  if (inputs.reason != Reason::none) return Result::refused(inputs.reason);
  const Formula formula = [](const Values& v) -> std::optional<Decimal> {
    const auto room = std::min(v[0], v[1]).minus(v[2]);
    return room ? std::optional(std::max(*room, Decimal())) : std::nullopt;
  };
  return evaluate(inputs, formula, inputs.measures[0]);
}

}  // namespace attache::analysis
