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

std::map<std::string, Quantity> values(Context& context, const Side& side, const std::string& flow, const ProductYear& wanted,
                                       const Quantity& total) {
  std::map<std::string, const dataset::Flow*> rows;
  for (const auto& row : context.data.flows) {
    if (!fits(context, side, row) || row.flow != flow || row.classification != wanted.classification ||
        row.product.size() != wanted.level || row.period.start().year != wanted.year)
      continue;
    auto& slot = rows[row.product];
    slot = slot == nullptr ? &row : newer(context, slot, &row);
  }
  std::string currency = total.present() ? total.unit : std::string();
  Flows left_out;
  std::map<std::string, Quantity> all;
  for (const auto& [code, row] : rows) {
    if (currency.empty() && row->value) currency = row->currency;
    all.emplace(code, quantity_in(*row, currency, left_out));
  }
  if (const std::string warning = currency_warning(left_out, currency); !warning.empty()) context.warn(warning);
  return all;
}

void fill(Context& context, ProductYear& wanted) {
  const Side side = side_of(context);
  const bool mirrored = context.trade().mirrored;
  const std::string sold = mirrored ? "M" : "X";
  const std::string bought = mirrored ? "X" : "M";
  wanted.total_exports = annual_total(context, side.reporter, side.partner, sold, wanted.year);
  wanted.total_imports = annual_total(context, side.reporter, side.partner, bought, wanted.year);
  wanted.exports = values(context, side, sold, wanted, wanted.total_exports);
  wanted.imports = values(context, side, bought, wanted, wanted.total_imports);
}

}  // namespace

ProductYear year_before(Context& context, const ProductYear& now) {
  ProductYear found;
  found.year = now.year - 1;
  found.classification = now.classification;
  found.level = now.level;
  fill(context, found);
  return found;
}

ProductYear product_year(Context& context, std::size_t level) {
  const Side side = side_of(context);
  ProductYear found;
  for (const auto& row : context.data.flows) {
    if (fits(context, side, row) && (level == 0 || row.product.size() == level)) found.year = std::max(found.year, row.period.start().year);
  }
  if (found.year == 0) return found;
  struct Use {
    std::size_t rows = 0, shortest = 99;
  };
  std::map<std::string, Use> uses;
  for (const auto& row : context.data.flows) {
    if (!fits(context, side, row) || row.period.start().year != found.year || (level != 0 && row.product.size() != level)) continue;
    Use& use = uses[row.classification];
    ++use.rows;
    use.shortest = std::min(use.shortest, row.product.size());
  }
  const auto most = std::max_element(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.second.rows < b.second.rows; });
  found.classification = most->first;
  found.level = level != 0 ? level : most->second.shortest;
  fill(context, found);
  return found;
}

}  // namespace attache::report
