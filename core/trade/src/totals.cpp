#include "trade/src/totals.hpp"

#include "trade/src/condenser.hpp"
#include "trade/src/row_digest.hpp"

namespace attache::trade {

namespace {

Outcome<> too_large(const TradeRow& row) {
  return fail(Failure::data, "the sum with " + key_text(row) + " is too large", "import with fewer decimals");
}

Total total_of(const TradeRow& row) {
  Total total;
  total.value = row.value;
  total.net_weight = row.net_weight;
  total.rows = 1;
  total.missing_values = row.value_missing == text::Missing::present ? 0 : 1;
  total.missing_weights = row.net_weight_missing == text::Missing::present ? 0 : 1;
  total.series = row.product.series();
  return total;
}

}  // namespace

Outcome<> Totals::add(const TradeRow& row, std::vector<Cell>& cells) {
  const Total one = total_of(row);
  if (!any_ || row.reporter != cell_.reporter || row.partner != cell_.partner || row.flow != cell_.flow || row.period != cell_.period ||
      one.series != cell_.total.series) {
    if (auto begun = begin_cell(row, cells); !begun) return begun;
  }
  if (!cell_.total.add(one)) return too_large(row);
  cell_.digest = mixed(cell_.digest, row);

  ProductKey key{row.reporter, Side::reporter, row.flow, row.period, row.product};
  if (row.reporter != world && (row.partner == world || !overlaps_others(row.partner))) {
    Sums& sums = of_reporter_[key];
    Total& into = row.partner == world ? sums.declared : sums.summed;
    into.series = one.series;
    if (!into.add(one)) return too_large(row);
  }
  if (row.partner == world || overlaps_others(row.reporter)) return {};
  key.area = row.partner;
  key.side = Side::partner;
  Total about = one;
  about.basis = Basis::sum_of_areas;
  return sums_.add(key, about);
}

Outcome<> Totals::begin_cell(const TradeRow& row, std::vector<Cell>& cells) {
  if (any_) cells.push_back(cell_);
  if (any_ && row.reporter != cell_.reporter) {
    if (auto closed = close_reporter(); !closed) return closed;
  }
  any_ = true;
  cell_ = Cell{row.reporter, row.partner, row.flow, row.period, {}, 0};
  cell_.total.series = row.product.series();
  cell_.total.basis = cell_.total.series.level == 0 ? Basis::declared : Basis::sum_of_products;
  return {};
}

Outcome<> Totals::close_reporter() {
  for (const auto& [key, sums] : of_reporter_.entries()) {
    const bool is_declared = sums.declared.has_value() || sums.summed.rows == 0;
    Total total = is_declared ? sums.declared : sums.summed;
    total.basis = is_declared ? Basis::declared : Basis::sum_of_areas;
    if (auto added = sums_.add_single({key, total}); !added) return added;
    if (overlaps_others(key.area)) continue;
    ProductKey of_world = key;
    of_world.area = world;
    total.basis = Basis::sum_of_areas;
    if (auto added = sums_.add(of_world, total); !added) return added;
  }
  of_reporter_.clear();
  return {};
}

Outcome<> Totals::finish(std::vector<Cell>& cells) {
  if (any_) cells.push_back(cell_);
  if (auto closed = close_reporter(); !closed) return closed;
  return sums_.finish();
}

}  // namespace attache::trade
