#include "quantity.hpp"

#include <algorithm>

#include "analysis/balance.hpp"
#include "analysis/growth.hpp"
#include "analysis/mirror.hpp"
#include "analysis/share.hpp"
#include "value/add_once.hpp"

namespace attache::report {

namespace {

using analysis::Input;
using analysis::Result;

void join(std::vector<std::string>& into, const std::vector<std::string>& more) {
  for (const auto& item : more) add_once(into, item);
}

std::string join_status(const std::string& a, const std::string& b) {
  std::string all = a;
  for (const char c : b) {
    if (all.find(c) == std::string::npos) all += c;
  }
  return all;
}

Input as_input(const Quantity& quantity) {
  if (!quantity.present()) return std::nullopt;
  analysis::Measure measure;
  measure.value = *quantity.value;
  measure.unit = quantity.unit;
  measure.basis = quantity.basis;
  const auto width = quantity.high.minus(quantity.low);
  if (width && !width->is_zero()) measure.half_unit = width->divided(Decimal::of(2), std::min(width->scale() + 1, Decimal::max_scale));
  return measure;
}

/// What is left of a range whose quotients outgrow 128 bits: the value alone.
void take_range(const std::optional<analysis::Range>& range, int multiplier, Quantity& result) {
  result.low = result.high = *result.value;
  if (!range) return;
  result.low = range->low.shifted(multiplier).value_or(*result.value);
  result.high = range->high.shifted(multiplier).value_or(*result.value);
}

/// The formula's result with the histories of both arguments.
Quantity with_history(const Result& outcome, const Quantity& a, const Quantity& b, std::string expression) {
  Quantity result;
  result.unit = outcome.unit;
  result.basis = outcome.basis;
  result.expression = std::move(expression);
  result.inputs = a.inputs;
  join(result.inputs, b.inputs);
  result.sources = a.sources;
  join(result.sources, b.sources);
  result.status = join_status(a.status, b.status);
  if (a.bound == "approx" || b.bound == "approx") result.bound = "approx";
  result.value = outcome ? outcome.value->shifted(outcome.multiplier) : std::nullopt;
  result.missing = result.value ? Missing::present : outcome.missing();
  if (result.missing == Missing::present && !result.value) result.missing = Missing::not_applicable;
  // A figure that is confidential or cannot exist stays so in what follows from it.
  for (const Quantity* argument : {&a, &b}) {
    if (!result.value && !argument->present())
      result.missing = argument->missing == Missing::blank ? Missing::not_available : argument->missing;
  }
  if (result.value) take_range(outcome.range, outcome.multiplier, result);
  const bool had_both = !a.expression.empty() && !b.expression.empty();
  if (!result.value && !had_both) result.expression.clear();  // there was nothing to compute it from
  return result;
}

std::string term(const Quantity& quantity) {
  const bool compound = quantity.expression.find(' ') != std::string::npos;
  return compound ? "(" + quantity.expression + ")" : quantity.expression;
}

}  // namespace

Quantity Quantity::none(Missing why, std::string unit) {
  Quantity quantity;
  quantity.missing = why;
  quantity.unit = std::move(unit);
  return quantity;
}

Quantity read(const Input& measure, std::string input, std::string source) {
  Quantity quantity;
  quantity.expression = input.substr(input.find(':') + 1);
  quantity.inputs = {std::move(input)};
  if (!source.empty()) quantity.sources = {std::move(source)};
  if (!measure) return quantity;
  quantity.unit = measure->unit;
  quantity.basis = measure->basis;
  quantity.value = measure->value.shifted(measure->multiplier);
  if (!quantity.value) return quantity;
  quantity.missing = Missing::present;
  quantity.low = quantity.high = *quantity.value;
  if (const auto half = measure->half_unit ? measure->half_unit->shifted(measure->multiplier) : std::nullopt) {
    quantity.low = quantity.value->minus(*half).value_or(*quantity.value);
    quantity.high = quantity.value->plus(*half).value_or(*quantity.value);
  }
  return quantity;
}

Quantity sum(const Quantity& a, const Quantity& b) {
  return with_history(analysis::turnover(as_input(a), as_input(b)), a, b, term(a) + " + " + term(b));
}

Quantity difference(const Quantity& a, const Quantity& b) {
  return with_history(analysis::balance(as_input(a), as_input(b)), a, b, term(a) + " - " + term(b));
}

Quantity percent(const Quantity& a, const Quantity& b) {
  return with_history(analysis::share(as_input(a), as_input(b)), a, b, "100 * " + term(a) + " / " + term(b));
}

Quantity ratio(const Quantity& a, const Quantity& b) {
  return with_history(analysis::ratio(as_input(a), as_input(b)), a, b, term(a) + " / " + term(b));
}

Quantity growth(const Quantity& a, const Quantity& b) {
  return with_history(analysis::growth(as_input(b), as_input(a)).percent, a, b, "100 * (" + term(a) + " / " + term(b) + " - 1)");
}

Quantity implied_base(const Quantity& now, const Quantity& fold) {
  return with_history(analysis::implied_base(as_input(now), as_input(fold)), now, fold, term(now) + " / " + term(fold));
}

Quantity implied_previous(const Quantity& now, const Quantity& rate) {
  return with_history(analysis::implied_previous(as_input(now), as_input(rate)), now, rate,
                      term(now) + " / (1 + " + term(rate) + " / 100)");
}

Quantity normalised_balance(const Quantity& a, const Quantity& b) {
  return with_history(analysis::normalised_balance(as_input(a), as_input(b)), a, b,
                      "(" + term(a) + " - " + term(b) + ") / (" + term(a) + " + " + term(b) + ")");
}

Quantity annual_growth(const Quantity& fold, int years) {
  return with_history(analysis::annual_growth_of_multiple(as_input(fold), years), fold, Quantity{},
                      "100 * (" + term(fold) + " ^ (1 / " + std::to_string(years) + ") - 1)");
}

Quantity asymmetry(const Quantity& imports, const Quantity& exports) {
  return with_history(analysis::mirror_asymmetry(as_input(exports), as_input(imports)).relative, imports, exports,
                      "100 * (" + term(imports) + " - " + term(exports) + ") / ((" + term(imports) + " + " + term(exports) + ") / 2)");
}

bool is_money(const std::string& unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Decimal at_magnitude(const Decimal& value, int magnitude) {
  return value.rounded(std::min(value.scale(), Decimal::max_scale - magnitude)).shifted(-magnitude).value_or(value);
}

int known_decimals(const Quantity& quantity, int magnitude, int most) {
  if (!quantity.present()) return 0;
  const Decimal shown = at_magnitude(*quantity.value, magnitude);
  return std::min(most,
                  analysis::printable_decimals(shown, {at_magnitude(quantity.low, magnitude), at_magnitude(quantity.high, magnitude)}));
}

int needed_decimals(const Decimal& value, int most) {
  int decimals = most;
  while (decimals > 0 && value.rounded(decimals - 1) == value.rounded(decimals)) --decimals;
  return decimals;
}

bool is_about(const Quantity& quantity, int magnitude, int decimals) {
  if (!quantity.present()) return false;
  if (quantity.bound == "approx") return true;
  if (quantity.value->is_zero() && quantity.expression.find(' ') == std::string::npos) return false;  // zero as read is zero
  const auto printed = [&](const Decimal& value) { return at_magnitude(value, magnitude).rounded(decimals); };
  // The ends of a read figure's range are half a last digit away by definition; that is no doubt about the digit.
  const auto half = at_magnitude(quantity.high, magnitude).minus(at_magnitude(quantity.low, magnitude));
  const bool within_digit = half && *half <= Decimal(1, decimals);
  return !within_digit && printed(quantity.low) != printed(quantity.high);
}

}  // namespace attache::report
