#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/measure.hpp"

namespace attache::analysis {

using Values = std::vector<Decimal>;
/// Monotone in each value on its own; nothing on overflow or division by zero.
using Formula = std::function<std::optional<Decimal>(const Values&)>;

/// Inputs brought to one multiplier, or why they cannot be.
struct Aligned {
  Reason reason = Reason::none;
  std::vector<Measure> measures;
  [[nodiscard]] const Decimal& operator[](std::size_t i) const { return measures[i].value; }
};
[[nodiscard]] Aligned align(const std::vector<Input>& inputs);

/// The inputs as they are: for formulas over different units.
[[nodiscard]] Aligned unaligned(const std::vector<Input>& inputs);

/// What the formula's value is: unit, multiplier and basis of `like`; its number does not matter.
[[nodiscard]] Result evaluate(const Aligned& inputs, const Formula& formula, const Measure& like);

/// Measures of the two commonest kinds of result.
[[nodiscard]] const Measure& per_cent();
[[nodiscard]] const Measure& pure_number();

/// a / b to working_scale of what may have failed before. b must be above zero: a divisor whose range reaches zero has no bounded
/// quotient, so the formula fails at that corner and the result gets no range.
[[nodiscard]] std::optional<Decimal> divided(const std::optional<Decimal>& a, const std::optional<Decimal>& b);
/// 100 · a / b, the same way.
[[nodiscard]] std::optional<Decimal> hundredfold_ratio(const Decimal& a, const Decimal& b);

/// zero_base, negative_base or none.
[[nodiscard]] Reason check_base(const Decimal& base);

}  // namespace attache::analysis
