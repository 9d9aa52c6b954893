#pragma once

#include <map>
#include <string>

#include "context.hpp"
#include "trade.hpp"

namespace attache::report {

/// The pair's trade by product code in one year of the chosen reporter: codes of one classification and length only, so that nothing
/// is counted twice, and figures of one currency.
struct ProductYear {
  int year = 0;
  std::string classification;  ///< "HS", "SITC"
  std::size_t level = 0;       ///< digits of the codes
  std::map<std::string, Quantity> exports, imports;
  Quantity total_exports, total_imports;
  [[nodiscard]] bool empty() const { return exports.empty() && imports.empty(); }
};
/// The newest year with products, in the classification with most rows; level 0 takes its shortest codes.
[[nodiscard]] ProductYear product_year(Context& context, std::size_t level);
/// The year before in the same classification and level.
[[nodiscard]] ProductYear year_before(Context& context, const ProductYear& now);

}  // namespace attache::report
