#include "trade/src/append.hpp"

#include <sqlite3.h>

#include <exception>

#include "trade/src/flags.hpp"
#include "trade/src/seal.hpp"

namespace attache::trade {

namespace {

/// What a table's columns are: their names, and one value of a record.
struct FlowTable {
  using Record = TradeRow;
  static constexpr const char* name = "flow";
  static constexpr const char* columns =
      "CREATE TABLE t(release,reporter,partner,flow,period,product,value,net_weight,quantity,quantity_unit,flags)";
  static std::optional<std::int64_t> value(const TradeRow& row, std::int64_t release, int column);
};
struct DetailTable {
  using Record = TradeRow;
  static constexpr const char* name = "flow_detail";
  static constexpr const char* columns =
      "CREATE TABLE "
      "t(release,reporter,partner,flow,period,product,partner2,customs,transport,supply,value,net_weight,quantity,quantity_unit,flags)";
  static std::optional<std::int64_t> value(const TradeRow& row, std::int64_t release, int column);
};
struct CellTable {
  using Record = Cell;
  static constexpr const char* name = "pair_total";
  static constexpr const char* columns =
      "CREATE TABLE t(release,reporter,partner,flow,period,series,value,net_weight,rows,missing_values,missing_weights,digest,seal)";
  static std::optional<std::int64_t> value(const Cell& cell, std::int64_t release, int column);
};
struct ProductTable {
  using Record = ProductSum;
  static constexpr const char* name = "product_total";
  static constexpr const char* columns =
      "CREATE TABLE t(release,area,side,flow,product,period,value,net_weight,rows,missing_values,missing_weights,basis,seal)";
  static std::optional<std::int64_t> value(const ProductSum& sum, std::int64_t release, int column);
};

std::optional<std::int64_t> unless_missing(std::int64_t number, text::Missing missing) {
  return missing == text::Missing::present ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> FlowTable::value(const TradeRow& row, std::int64_t release, int column) {
  switch (column) {
    case 0:
      return release;
    case 1:
      return row.reporter;
    case 2:
      return row.partner;
    case 3:
      return static_cast<std::int64_t>(row.flow);
    case 4:
      return row.period.packed;
    case 5:
      return static_cast<std::int64_t>(row.product.packed());
    case 6:
      return unless_missing(row.value, row.value_missing);
    case 7:
      return unless_missing(row.net_weight, row.net_weight_missing);
    case 8:
      return unless_missing(row.quantity, row.quantity_missing);
    case 9:
      return row.quantity_unit;
    default:
      return flags_of(row);
  }
}

std::optional<std::int64_t> DetailTable::value(const TradeRow& row, std::int64_t release, int column) {
  switch (column) {
    case 6:
      return row.partner2;
    case 7:
      return row.customs;
    case 8:
      return row.transport;
    case 9:
      return row.supply;
    default:
      return FlowTable::value(row, release, column < 6 ? column : column - 4);
  }
}

std::int64_t total_value(const Total& total, int column) {
  switch (column) {
    case 0:
      return total.value;
    case 1:
      return total.net_weight;
    case 2:
      return total.rows;
    case 3:
      return total.missing_values;
    default:
      return total.missing_weights;
  }
}

std::optional<std::int64_t> CellTable::value(const Cell& cell, std::int64_t release, int column) {
  switch (column) {
    case 0:
      return release;
    case 1:
      return cell.reporter;
    case 2:
      return cell.partner;
    case 3:
      return static_cast<std::int64_t>(cell.flow);
    case 4:
      return cell.period.packed;
    case 5:
      return static_cast<std::int64_t>(Product::first_of(cell.total.series).packed() >> 20U);
    case 11:
      return static_cast<std::int64_t>(cell.digest);
    case 12:
      return seal_of(cell);
    default:
      return total_value(cell.total, column - 6);
  }
}

std::optional<std::int64_t> ProductTable::value(const ProductSum& sum, std::int64_t release, int column) {
  const ProductKey& key = sum.key;
  switch (column) {
    case 0:
      return release;
    case 1:
      return key.area;
    case 2:
      return static_cast<std::int64_t>(key.side);
    case 3:
      return static_cast<std::int64_t>(key.flow);
    case 4:
      return static_cast<std::int64_t>(key.product.packed());
    case 5:
      return key.period.packed;
    case 11:
      return static_cast<std::int64_t>(sum.total.basis);
    case 12:
      return seal_of(key.area, key.side, {key.product, key.flow, key.period, sum.total});
    default:
      return total_value(sum.total, column - 6);
  }
}

/// What the virtual table reads; SQLite's callbacks find it by the pointer they were registered with.
template <class Table>
struct Source {
  const Batches<typename Table::Record>& next;
  std::int64_t release;
  std::optional<Problem> problem{};
};
template <class Table>
struct VirtualTable : sqlite3_vtab {
  Source<Table>* source = nullptr;
};
template <class Table>
struct Cursor : sqlite3_vtab_cursor {
  std::vector<typename Table::Record> batch{};
  std::size_t at = 0;
  sqlite3_int64 row = 0;
};

/// The callbacks. No exception may pass through SQLite.
template <class Table>
struct Callbacks {
  using Virtual = VirtualTable<Table>;
  using Position = Cursor<Table>;

  static int connect(sqlite3* handle, void* source, int, const char* const*, sqlite3_vtab** table, char**) {
    *table = new (std::nothrow) Virtual();
    if (*table == nullptr) return SQLITE_NOMEM;
    static_cast<Virtual*>(*table)->source = static_cast<Source<Table>*>(source);
    return sqlite3_declare_vtab(handle, Table::columns);
  }
  static int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
    info->estimatedCost = 1e9;
    return SQLITE_OK;
  }
  static int disconnect(sqlite3_vtab* table) {
    delete static_cast<Virtual*>(table);
    return SQLITE_OK;
  }
  static int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    *cursor = new (std::nothrow) Position();
    return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
  }
  static int close(sqlite3_vtab_cursor* cursor) {
    delete static_cast<Position*>(cursor);
    return SQLITE_OK;
  }
  static int refill(Position& cursor) {
    Source<Table>& source = *static_cast<Virtual*>(cursor.pVtab)->source;
    cursor.at = 0;
    try {
      if (auto read = source.next(cursor.batch); !read) {
        source.problem = read.error();
        return SQLITE_ERROR;
      }
    } catch (const std::exception&) {
      return SQLITE_NOMEM;
    }
    return SQLITE_OK;
  }
  static int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) { return refill(*static_cast<Position*>(cursor)); }
  static int next(sqlite3_vtab_cursor* cursor) {
    auto& position = *static_cast<Position*>(cursor);
    ++position.row;
    return ++position.at < position.batch.size() ? SQLITE_OK : refill(position);
  }
  static int is_at_end(sqlite3_vtab_cursor* cursor) { return static_cast<Position*>(cursor)->batch.empty() ? 1 : 0; }
  static int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int number) {
    const auto& position = *static_cast<const Position*>(cursor);
    const auto value = Table::value(position.batch[position.at], static_cast<const Virtual*>(cursor->pVtab)->source->release, number);
    if (value) sqlite3_result_int64(context, *value);
    return SQLITE_OK;
  }
  static int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
    *id = static_cast<Position*>(cursor)->row;
    return SQLITE_OK;
  }

  static const sqlite3_module& module() {
    static const sqlite3_module callbacks = [] {
      sqlite3_module out{};
      out.xConnect = connect;  // without xCreate the table is there as soon as the module is
      out.xBestIndex = best_index;
      out.xDisconnect = disconnect;
      out.xOpen = open;
      out.xClose = close;
      out.xFilter = filter;
      out.xNext = next;
      out.xEof = is_at_end;
      out.xColumn = column;
      out.xRowid = row_id;
      return out;
    }();
    return callbacks;
  }
};

template <class Table>
Outcome<std::uint64_t> append(Database& store, std::int64_t release, const Batches<typename Table::Record>& next) {
  Source<Table> source{next, release};
  const std::string module = std::string("records_of_") + Table::name;
  if (sqlite3_create_module_v2(store.handle(), module.c_str(), &Callbacks<Table>::module(), &source, nullptr) != SQLITE_OK) {
    return fail(Failure::internal, "SQLite takes no virtual table");
  }
  const auto done = store.run(std::string("INSERT INTO ") + Table::name + " SELECT * FROM " + module);
  sqlite3_create_module_v2(store.handle(), module.c_str(), nullptr, nullptr, nullptr);
  if (source.problem) return fail(*source.problem);
  if (!done) return fail(done.error());
  return static_cast<std::uint64_t>(store.changes());
}

}  // namespace

Outcome<std::uint64_t> append_rows(Database& store, std::int64_t release, const Batches<TradeRow>& next) {
  return append<FlowTable>(store, release, next);
}
Outcome<std::uint64_t> append_details(Database& store, std::int64_t release, const Batches<TradeRow>& next) {
  return append<DetailTable>(store, release, next);
}
Outcome<std::uint64_t> append_cells(Database& store, std::int64_t release, const Batches<Cell>& next) {
  return append<CellTable>(store, release, next);
}
Outcome<std::uint64_t> append_products(Database& store, std::int64_t release, const Batches<ProductSum>& next) {
  return append<ProductTable>(store, release, next);
}

}  // namespace attache::trade
