#pragma once

#include <functional>
#include <vector>

#include "trade/src/product_sums.hpp"
#include "trade/src/sqlite.hpp"
#include "trade/total.hpp"
#include "trade/trade_row.hpp"

namespace attache::trade {

/// Replaces its argument by the next records in key order; an empty one is the end.
template <class Record>
using Batches = std::function<Outcome<>(std::vector<Record>&)>;

/// Each appends records of a release to its table, and says how many. SQLite pulls them through a virtual table, which costs a third
/// of a bound INSERT for each row.
[[nodiscard]] Outcome<std::uint64_t> append_rows(Database& store, std::int64_t release, const Batches<TradeRow>& next);
[[nodiscard]] Outcome<std::uint64_t> append_details(Database& store, std::int64_t release, const Batches<TradeRow>& next);
[[nodiscard]] Outcome<std::uint64_t> append_cells(Database& store, std::int64_t release, const Batches<Cell>& next);
[[nodiscard]] Outcome<std::uint64_t> append_products(Database& store, std::int64_t release, const Batches<ProductSum>& next);

}  // namespace attache::trade
