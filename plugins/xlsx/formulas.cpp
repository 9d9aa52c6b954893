#include "formulas.hpp"

#include <algorithm>
#include <cmath>

#include "number_format.hpp"
#include "sheet_name.hpp"

namespace attache::xlsx {
namespace {

bool gives(double computed, double value, int scale) {
  const double rounding = scale >= decimals_max ? 0 : 0.5000001 / power_of_ten(scale);
  return std::isfinite(computed) && std::fabs(computed - value) <= std::max(rounding, 1e-12 * std::fabs(value));
}

std::string fixed_range(unsigned column, const FormulaPlace& place) {
  return cell_reference(place.first_row, column, true) + ":" + cell_reference(place.last_row, column, true);
}

/// What the formula computes, and its text; nothing when an operand is missing.
std::optional<LiveFormula> written(const attache_formula& formula, const FormulaPlace& place) {
  const auto column_a = static_cast<unsigned>(formula.a);
  const std::string a = cell_reference(place.row, column_a);
  const bool binary = formula.b >= 0 && place.b.has_value();
  const std::string b = binary ? cell_reference(place.row, static_cast<unsigned>(formula.b)) : "";
  switch (formula.op) {
    case ATTACHE_FORMULA_SUM:
      if (binary) return LiveFormula{"=" + a + "+" + b, *place.a + *place.b};
      break;
    case ATTACHE_FORMULA_DIFFERENCE:
      if (binary) return LiveFormula{"=" + a + "-" + b, *place.a - *place.b};
      break;
    case ATTACHE_FORMULA_PERCENT:
      if (binary && *place.b != 0) return LiveFormula{"=100*" + a + "/" + b, 100 * *place.a / *place.b};
      break;
    case ATTACHE_FORMULA_GROWTH:
      // The row before is found by its key, so that sorting the table does not change a growth rate.
      if (place.before && *place.before != 0 && !place.key_before.empty() && place.key_column >= 0) {
        const std::string match = "MATCH(" + place.key_before + "," + fixed_range(static_cast<unsigned>(place.key_column), place) + ",0)";
        return LiveFormula{"=100*(" + a + "/INDEX(" + fixed_range(column_a, place) + "," + match + ")-1)",
                           100 * (*place.a / *place.before - 1)};
      }
      break;
    case ATTACHE_FORMULA_SHARE:
      if (place.total && *place.total != 0 && place.total_row >= 0) {
        const std::string total = cell_reference(static_cast<unsigned>(place.total_row), column_a, true);
        return LiveFormula{"=100*" + a + "/" + total, 100 * *place.a / *place.total};
      }
      break;
    default:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<LiveFormula> live_formula(const attache_formula& formula, const FormulaPlace& place, double value, int scale) {
  if (formula.op == ATTACHE_FORMULA_NONE || formula.a < 0 || !place.a) return std::nullopt;
  std::optional<LiveFormula> formed = written(formula, place);
  if (formed && !gives(formed->result, value, scale)) formed.reset();
  return formed;
}

}  // namespace attache::xlsx
