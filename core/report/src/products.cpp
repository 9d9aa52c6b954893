#include "products.hpp"

#include <algorithm>

namespace attache::report {

namespace {

bool is_code(const std::string& product) {
  return !product.empty() && std::all_of(product.begin(), product.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Side {
  std::string reporter, partner;
};

Side side_of(Context& context) {
  const Trade& trade = context.trade();
  return {trade.reporter, trade.mirrored ? context.parameters.self : context.parameters.other};
}

bool fits(const Context& context, const Side& side, const dataset::Flow& row) {
  return row.reporter == side.reporter && row.partner == side.partner && row.frequency == "A" && is_code(row.product) &&
         context.visible(row);
}

std::map<std::string, Quantity> values(const Context& context, const Side& side, const std::string& flow, const ProductYear& wanted) {
  std::map<std::string, const dataset::Flow*> rows;
  for (const auto& row : context.data.flows) {
    if (!fits(context, side, row) || row.flow != flow || row.product.size() != wanted.level || row.period.start().year != wanted.year)
      continue;
    auto& slot = rows[row.product];
    slot = slot == nullptr ? &row : newer(context, slot, &row);
  }
  std::map<std::string, Quantity> all;
  for (const auto& [code, row] : rows) all.emplace(code, quantity_of(*row));
  return all;
}

}  // namespace

ProductYear product_year(Context& context, std::size_t level, int year) {
  const Side side = side_of(context);
  ProductYear found;
  found.year = year;
  found.level = level;
  const bool mirrored = context.trade().mirrored;
  found.exports = values(context, side, mirrored ? "M" : "X", found);
  found.imports = values(context, side, mirrored ? "X" : "M", found);
  found.total_exports = annual_total(context, side.reporter, side.partner, mirrored ? "M" : "X", year);
  found.total_imports = annual_total(context, side.reporter, side.partner, mirrored ? "X" : "M", year);
  return found;
}

ProductYear product_year(Context& context, std::size_t level) {
  const Side side = side_of(context);
  int year = 0;
  std::size_t shortest = 99;
  for (const auto& row : context.data.flows) {
    if (!fits(context, side, row) || (level != 0 && row.product.size() != level)) continue;
    year = std::max(year, row.period.start().year);
    shortest = std::min(shortest, row.product.size());
  }
  return year == 0 ? ProductYear{} : product_year(context, level != 0 ? level : shortest, year);
}

}  // namespace attache::report
