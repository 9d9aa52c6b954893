#include "trade/sqlite_source.hpp"

#include "trade/src/checksums.hpp"
#include "trade/src/flags.hpp"
#include "trade/src/row_digest.hpp"
#include "trade/src/seal.hpp"
#include "trade/src/store_file.hpp"

namespace attache::trade {

namespace {

constexpr std::string_view cell_columns =
    "SELECT reporter,partner,flow,period,series,value,net_weight,rows,missing_values,missing_weights,digest,seal FROM pair_total ";

bool fits_area(std::int64_t code) { return code >= 0 && code <= UINT16_MAX; }
bool is_flow(std::int64_t flow) { return flow >= 1 && flow <= flow_count; }
bool is_count(std::int64_t count) { return count >= 0 && count <= UINT32_MAX; }

std::int64_t series_column(Series series) { return static_cast<std::int64_t>(Product::first_of(series).packed() >> 20U); }

/// Fills the counted part of a total from five columns; false when they make no sense.
bool set_total(Total& total, const Statement& statement, int column) {
  total.value = statement.integer(column);
  total.net_weight = statement.integer(column + 1);
  for (int i = 2; i <= 4; ++i) {
    if (!is_count(statement.integer(column + i))) return false;
  }
  total.rows = static_cast<std::uint32_t>(statement.integer(column + 2));
  total.missing_values = static_cast<std::uint32_t>(statement.integer(column + 3));
  total.missing_weights = static_cast<std::uint32_t>(statement.integer(column + 4));
  return true;
}

std::optional<Cell> cell_of(const Statement& statement) {
  const std::int64_t reporter = statement.integer(0), partner = statement.integer(1), flow = statement.integer(2),
                     series = statement.integer(4);
  if (!fits_area(reporter) || !fits_area(partner) || !is_flow(flow) || series < 0 || series >= 1 << 26) return std::nullopt;
  Cell cell{static_cast<AreaCode>(reporter), static_cast<AreaCode>(partner), static_cast<Flow>(flow), {}, {}, 0};
  cell.period.packed = static_cast<std::int32_t>(statement.integer(3));
  cell.total.series = Product::from_packed(static_cast<std::uint64_t>(series) << 20U).series();
  cell.total.basis = cell.total.series.level == 0 ? Basis::declared : Basis::sum_of_products;
  if (!cell.period.is_valid() || series_column(cell.total.series) != series || !set_total(cell.total, statement, 5)) return std::nullopt;
  cell.digest = static_cast<std::uint64_t>(statement.integer(10));
  if (seal_of(cell) != statement.integer(11)) return std::nullopt;
  return cell;
}

}  // namespace

struct SqliteFlowSource::Connection {
  Database store;
  std::vector<StoredRelease> releases;
  CodeBook codes;
  std::string generation;
  std::vector<Checksums> checksums{};  ///< of each release
  Statement cells_of_pair, count_of_pair, cells_of_reporter, cells_of_partner, all_cells, rows, products;

  [[nodiscard]] tl::unexpected<Problem> damage(const std::string& why) const { return damaged(store.file(), why); }
};

SqliteFlowSource::SqliteFlowSource(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
SqliteFlowSource::~SqliteFlowSource() = default;

const CodeBook& SqliteFlowSource::codes() const { return connection_->codes; }
const std::string& SqliteFlowSource::generation() const { return connection_->generation; }

Outcome<std::unique_ptr<SqliteFlowSource>> SqliteFlowSource::open(const std::string& path) {
  auto store = open_store(path);
  if (!store) return fail(store.error());
  auto releases = read_releases(*store);
  if (!releases) return fail(releases.error());
  auto codes = read_codes(*store);
  if (!codes) return fail(codes.error());
  const auto lists = store->text_of("SELECT value FROM meta WHERE key='lists'");
  if (!lists) return fail(lists.error());
  if (*lists != digest_of_lists(*releases, *codes)) return damaged(path, "its lists do not match their digest");
  const std::string table = std::string(cell_columns) + "NOT INDEXED WHERE release=?1";
  const std::string index = "INDEXED BY pair_total_partner WHERE release=?1 AND partner=?3";
  const std::string order = " ORDER BY reporter,partner,flow,period,series";
  auto of_pair = store->prepare(table + " AND reporter=?2 AND partner=?3" + order);
  auto count = store->prepare("SELECT count(*) FROM pair_total " + index + " AND reporter=?2");
  auto of_reporter = store->prepare(table + " AND reporter=?2" + order);
  auto of_partner = store->prepare(std::string(cell_columns) + index + order);
  auto all = store->prepare(table + order);
  auto rows = store->prepare(
      "SELECT product,value,net_weight,quantity,quantity_unit,flags FROM flow WHERE release=?1 AND reporter=?2 AND partner=?3 AND flow=?4 "
      "AND period=?5 AND product BETWEEN ?6 AND ?7 ORDER BY product");
  auto products = store->prepare(
      "SELECT product,period,value,net_weight,rows,missing_values,missing_weights,basis,seal FROM product_total WHERE release=?1 AND "
      "area=?2 AND side=?3 AND flow=?4 AND product BETWEEN ?5 AND ?6 ORDER BY product,period");
  for (const auto* statement : {&of_pair, &count, &of_reporter, &of_partner, &all, &rows, &products}) {
    if (!*statement) return fail(statement->error());
  }
  std::string generation = generation_of(*releases);
  std::vector<Checksums> checksums;
  for (const StoredRelease& each : *releases) {
    auto read = Checksums::read(*store, each.id);
    if (!read) return fail(read.error());
    checksums.push_back(std::move(*read));
  }
  return std::unique_ptr<SqliteFlowSource>(new SqliteFlowSource(std::unique_ptr<Connection>(new Connection{
      std::move(*store), std::move(*releases), std::move(*codes), std::move(generation), std::move(checksums), std::move(*of_pair),
      std::move(*count), std::move(*of_reporter), std::move(*of_partner), std::move(*all), std::move(*rows), std::move(*products)})));
}

Outcome<> SqliteFlowSource::read_cells(const CellQuery& query, std::vector<Cell>& cells) {
  Connection& c = *connection_;
  Statement& statement = query.reporter && query.partner ? c.cells_of_pair
                         : query.reporter                ? c.cells_of_reporter
                         : query.partner                 ? c.cells_of_partner
                                                         : c.all_cells;
  statement.reset();
  statement.bind(1, c.releases[query.release].id);
  if (query.reporter) statement.bind(2, std::int64_t{*query.reporter});
  if (query.partner) statement.bind(3, std::int64_t{*query.partner});
  Checksums::Sum found;
  for (;;) {
    const auto row = statement.step();
    if (!row) return fail(row.error());
    if (!*row) break;
    const auto cell = cell_of(statement);
    if (!cell) return c.damage("a pair's total does not match its hash");
    found.add(statement.integer(11));
    cells.push_back(*cell);
  }
  statement.reset();
  return check_cells(query, found.rows, found.seals);
}

Outcome<> SqliteFlowSource::check_cells(const CellQuery& query, std::uint64_t rows, std::uint64_t seals) {
  using Kind = Checksums::Kind;
  Connection& c = *connection_;
  const Checksums& checksums = c.checksums[query.release];
  Checksums::Sum expected{rows, seals};
  if (query.reporter && query.partner) {  // the table and the index are two copies
    c.count_of_pair.reset();
    c.count_of_pair.bind(1, c.releases[query.release].id);
    c.count_of_pair.bind(2, std::int64_t{*query.reporter});
    c.count_of_pair.bind(3, std::int64_t{*query.partner});
    const auto row = c.count_of_pair.step();
    if (!row) return fail(row.error());
    expected.rows = static_cast<std::uint64_t>(c.count_of_pair.integer(0));
    c.count_of_pair.reset();
  } else if (query.reporter) {
    expected = checksums.find({.kind = Kind::cells_of_reporter, .area = *query.reporter});
  } else if (query.partner) {
    expected = checksums.find({.kind = Kind::cells_of_partner, .area = *query.partner});
  } else {
    expected = checksums.of_cells();
  }
  if (expected != Checksums::Sum{rows, seals}) return c.damage("some of its pairs are missing");
  return {};
}

Outcome<> SqliteFlowSource::read_rows(std::size_t release, const Cell& cell, std::vector<TradeRow>& rows) {
  Connection& c = *connection_;
  rows.clear();
  Statement& statement = c.rows;
  statement.reset();
  statement.bind(1, c.releases[release].id);
  statement.bind(2, std::int64_t{cell.reporter});
  statement.bind(3, std::int64_t{cell.partner});
  statement.bind(4, static_cast<std::int64_t>(cell.flow));
  statement.bind(5, std::int64_t{cell.period.packed});
  statement.bind(6, static_cast<std::int64_t>(Product::first_of(cell.total.series).packed()));
  statement.bind(7, static_cast<std::int64_t>(Product::last_of(cell.total.series).packed()));
  TradeRow row;
  row.reporter = cell.reporter;
  row.partner = cell.partner;
  row.flow = cell.flow;
  row.period = cell.period;
  std::uint64_t digest = 0;
  for (;;) {
    const auto stepped = statement.step();
    if (!stepped) return fail(stepped.error());
    if (!*stepped) break;
    row.product = Product::from_packed(static_cast<std::uint64_t>(statement.integer(0)));
    row.value = statement.integer(1);
    row.net_weight = statement.integer(2);
    row.quantity = statement.integer(3);
    row.quantity_unit = static_cast<std::uint16_t>(statement.integer(4));
    if (!set_flags(row, statement.integer(5))) return c.damage("a row's flags make no sense");
    digest = mixed(digest, row);
    rows.push_back(row);
  }
  statement.reset();
  if (digest != cell.digest || rows.size() != cell.total.rows) return c.damage("the rows of a pair do not match their digest");
  return {};
}

Outcome<> SqliteFlowSource::read_products(const ProductQuery& query, std::vector<ProductTotal>& totals) {
  Connection& c = *connection_;
  Statement& statement = c.products;
  statement.reset();
  statement.bind(1, c.releases[query.release].id);
  statement.bind(2, std::int64_t{query.area});
  statement.bind(3, static_cast<std::int64_t>(query.side));
  statement.bind(4, static_cast<std::int64_t>(query.flow));
  statement.bind(5, static_cast<std::int64_t>(query.first.packed()));
  statement.bind(6, static_cast<std::int64_t>(query.last.packed()));
  Checksums::Sum found;
  for (;;) {
    const auto row = statement.step();
    if (!row) return fail(row.error());
    if (!*row) break;
    ProductTotal each;
    each.product = Product::from_packed(static_cast<std::uint64_t>(statement.integer(0)));
    each.period.packed = static_cast<std::int32_t>(statement.integer(1));
    each.flow = query.flow;
    each.total.series = each.product.series();
    each.total.basis = static_cast<Basis>(statement.integer(7));
    const bool sound = set_total(each.total, statement, 2) && each.period.is_valid() && each.total.basis <= Basis::sum_of_areas;
    if (!sound || seal_of(query.area, query.side, each) != statement.integer(8)) {
      return c.damage("a product's total does not match its hash");
    }
    found.add(statement.integer(8));
    totals.push_back(each);
  }
  statement.reset();
  const Series series = query.first.series();
  if (query.first != Product::first_of(series) || query.last != Product::last_of(series)) return {};
  if (found != c.checksums[query.release].find(Checksums::of_products(query.area, query.side, query.flow, series))) {
    return c.damage("some of its totals by product are missing");
  }
  return {};
}

Outcome<Meta> SqliteFlowSource::read_meta() {
  Meta meta;
  for (const StoredRelease& each : connection_->releases) meta.releases.push_back(each.summary);
  return meta;
}

}  // namespace attache::trade
