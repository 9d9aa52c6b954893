#include "trade/src/checksums.hpp"

#include "trade/src/seal.hpp"
#include "trade/src/store_file.hpp"

namespace attache::trade {

namespace {

std::int64_t series_column(Series series) { return static_cast<std::int64_t>(Product::first_of(series).packed() >> 20U); }

}  // namespace

void Checksums::add(const Cell& cell) {
  const std::int64_t seal = seal_of(cell);
  sums_[{.kind = Kind::cells_of_reporter, .area = cell.reporter}].add(seal);
  sums_[{.kind = Kind::cells_of_partner, .area = cell.partner}].add(seal);
}

void Checksums::add(const ProductSum& sum) {
  const ProductKey& key = sum.key;
  sums_[of_products(key.area, key.side, key.flow, key.product.series())].add(
      seal_of(key.area, key.side, {key.product, key.flow, key.period, sum.total}));
}

Checksums::Key Checksums::of_products(AreaCode area, Side side, Flow flow, Series series) {
  return {side == Side::reporter ? Kind::products_as_reporter : Kind::products_as_partner, area, flow, series};
}

Checksums::Sum Checksums::find(const Key& key) const {
  const auto at = sums_.find(key);
  return at == sums_.end() ? Sum() : at->second;
}

Checksums::Sum Checksums::of_cells() const {
  Sum all;
  for (const auto& [key, sum] : sums_) {
    if (key.kind != Kind::cells_of_reporter) continue;
    all.rows += sum.rows;
    all.seals += sum.seals;
  }
  return all;
}

Outcome<> Checksums::write(Database& store, std::int64_t release) const {
  auto statement = store.prepare("INSERT INTO checksum VALUES(?,?,?,?,?,?,?)");
  if (!statement) return fail(statement.error());
  for (const auto& [key, sum] : sums_) {
    statement->bind(1, release);
    statement->bind(2, static_cast<std::int64_t>(key.kind));
    statement->bind(3, std::int64_t{key.area});
    statement->bind(4, static_cast<std::int64_t>(key.flow));
    statement->bind(5, series_column(key.series));
    statement->bind(6, static_cast<std::int64_t>(sum.rows));
    statement->bind(7, static_cast<std::int64_t>(sum.seals));
    if (auto written = statement->run(); !written) return written;
  }
  return {};
}

Outcome<Checksums> Checksums::read(const Database& store, std::int64_t release) {
  auto statement = store.prepare("SELECT kind,area,flow,series,rows,seals FROM checksum WHERE release=?");
  if (!statement) return fail(statement.error());
  statement->bind(1, release);
  Checksums out;
  for (;;) {
    const auto row = statement->step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    const std::int64_t kind = statement->integer(0), area = statement->integer(1), flow = statement->integer(2),
                       series = statement->integer(3);
    const bool sound =
        kind >= 0 && kind <= 3 && area >= 0 && area <= UINT16_MAX && flow >= 0 && flow <= flow_count && series >= 0 && series < 1 << 26;
    if (!sound) return damaged(store.file(), "its checksums make no sense");
    const Key key{static_cast<Kind>(kind), static_cast<AreaCode>(area), static_cast<Flow>(flow),
                  Product::from_packed(static_cast<std::uint64_t>(series) << 20U).series()};
    out.sums_[key] = {static_cast<std::uint64_t>(statement->integer(4)), static_cast<std::uint64_t>(statement->integer(5))};
  }
}

}  // namespace attache::trade
