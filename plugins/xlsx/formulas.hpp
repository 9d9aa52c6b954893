#pragma once
/// Live formulas for columns that follow from others of their row. A formula is written only where it gives the figure of the data.

#include <optional>
#include <string>

#include "table_source.hpp"

namespace attache::xlsx {

/// Where a row stands and what its operands are.
struct FormulaPlace {
  unsigned row = 0;                      ///< of the sheet
  unsigned first_row = 0, last_row = 0;  ///< of the table's body on this sheet
  std::optional<double> a, b;            ///< the operands, when they are numbers
  std::optional<double> before;          ///< a of the row before
  std::string key_before;                ///< how a formula names that row's key: 2013 or "2015-05"; "" = it cannot
  int key_column = -1;
  std::optional<double> total;  ///< a of the total row
  int total_row = -1;           ///< of the sheet, −1 none on this one
};

struct LiveFormula {
  std::string text;  ///< "=100*C5/D5"
  double result = 0;
};

/// Nothing when the formula cannot be written or does not give `value`, to the `scale` decimals the data have.
[[nodiscard]] std::optional<LiveFormula> live_formula(const attache_formula& formula, const FormulaPlace& place, double value, int scale);

}  // namespace attache::xlsx
