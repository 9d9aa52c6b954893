#pragma once

#include <map>
#include <string>

#include "context.hpp"
#include "trade.hpp"

namespace attache::report {

/// The pair's trade by product code in one year of the chosen reporter: codes of one length only, so that nothing is counted twice.
struct ProductYear {
  int year = 0;
  std::size_t level = 0;  ///< digits of the codes
  std::map<std::string, Quantity> exports, imports;
  Quantity total_exports, total_imports;
  [[nodiscard]] bool empty() const { return exports.empty() && imports.empty(); }
};
/// The newest year with products; level 0 takes the shortest codes there are.
[[nodiscard]] ProductYear product_year(Context& context, std::size_t level);
[[nodiscard]] ProductYear product_year(Context& context, std::size_t level, int year);

}  // namespace attache::report
