#pragma once

#include <string>
#include <vector>

#include "trade/src/product_sums.hpp"
#include "trade/total.hpp"
#include "trade/trade_row.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// Takes the totals' rows of a release in key order and makes, in one pass, its cells and its totals by product: of each reporter
/// (the declared World row, else the sum of partners), of each partner (the sum of reporters), and of the world.
class Totals {
 public:
  /// `folder` takes what does not fit into `budget_bytes`; "" = all in memory.
  Totals(const std::string& folder, std::size_t budget_bytes) : sums_(folder, budget_bytes) {}

  /// Appends the cells that are complete. Failure::data when a sum does not fit.
  [[nodiscard]] Outcome<> add(const TradeRow& row, std::vector<Cell>& cells);
  [[nodiscard]] Outcome<> finish(std::vector<Cell>& cells);

  /// After finish: the totals by area, side, flow, product, period. Replaces `batch`; empty at the end.
  [[nodiscard]] Outcome<> read(std::vector<ProductSum>& batch, std::size_t count) { return sums_.read(batch, count); }

 private:
  struct Sums {
    Total declared, summed;  ///< the World row; the partners
  };
  [[nodiscard]] Outcome<> begin_cell(const TradeRow& row, std::vector<Cell>& cells);
  [[nodiscard]] Outcome<> close_reporter();

  ProductSums sums_;
  Cell cell_;
  bool any_ = false;
  FlatSums<Sums> of_reporter_;
};

}  // namespace attache::trade
