#include "trade/memory_source.hpp"

#include <algorithm>
#include <tuple>

#include "trade/src/condenser.hpp"
#include "trade/src/summary.hpp"
#include "trade/src/totals.hpp"

namespace attache::trade {

namespace {

auto cell_key(const Cell& cell) {
  return std::tuple(cell.reporter, cell.partner, cell.flow, cell.period, Product::first_of(cell.total.series));
}

Outcome<> check_ids(const std::vector<MemoryFlowSource::ReleaseRows>& releases) {
  for (std::size_t i = 0; i < releases.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (releases[i].release.id == releases[j].release.id) {
        return fail(Failure::data, "two releases are called '" + releases[i].release.id + "'", "give one of them another id");
      }
    }
  }
  return {};
}

}  // namespace

struct MemoryFlowSource::Stored {
  ReleaseSummary summary;
  std::vector<TradeRow> rows;                       ///< totals in key order
  std::vector<std::pair<Cell, std::size_t>> cells;  ///< each with where its rows begin: one after another
  std::vector<ProductSum> products;                 ///< ordered

  [[nodiscard]] Outcome<> fill(std::vector<SourcedRow> read);
};

MemoryFlowSource::MemoryFlowSource() = default;
MemoryFlowSource::~MemoryFlowSource() = default;

Outcome<> MemoryFlowSource::Stored::fill(std::vector<SourcedRow> read) {
  std::stable_sort(read.begin(), read.end(), [](const SourcedRow& a, const SourcedRow& b) { return compare_keys(a.row, b.row) < 0; });
  Condenser condenser({});
  std::vector<TradeRow> details;
  if (auto done = condenser.add(read, rows, details); !done) return done;
  if (auto done = condenser.finish(rows); !done) return done;
  summary.detail_rows = details.size();

  Totals totals("", 0);
  std::vector<Cell> made;
  for (const TradeRow& row : rows) {
    if (auto done = totals.add(row, made); !done) return done;
  }
  if (auto done = totals.finish(made); !done) return done;
  SummaryMaker maker;
  std::size_t at = 0;
  for (const Cell& cell : made) {
    maker.add(cell);
    cells.emplace_back(cell, at);
    at += cell.total.rows;
  }
  maker.finish(summary);
  return totals.read(products, SIZE_MAX);
}

Outcome<std::unique_ptr<MemoryFlowSource>> MemoryFlowSource::of(std::vector<ReleaseRows> releases, CodeBook codes) {
  if (auto checked = check_ids(releases); !checked) return fail(checked.error());
  std::unique_ptr<MemoryFlowSource> source(new MemoryFlowSource());
  source->codes_ = std::move(codes);
  for (ReleaseRows& each : releases) {
    Stored& stored = source->releases_.emplace_back();
    stored.summary.release = std::move(each.release);
    if (auto filled = stored.fill(std::move(each.rows)); !filled) return fail(filled.error());
  }
  return source;
}

Outcome<> MemoryFlowSource::read_cells(const CellQuery& query, std::vector<Cell>& cells) {
  const auto& all = releases_[query.release].cells;
  auto at = all.begin();
  if (query.reporter) {
    at = std::lower_bound(all.begin(), all.end(), *query.reporter,
                          [](const auto& each, AreaCode code) { return each.first.reporter < code; });
  }
  for (; at != all.end() && (!query.reporter || at->first.reporter == *query.reporter); ++at) {
    if (!query.partner || at->first.partner == *query.partner) cells.push_back(at->first);
  }
  return {};
}

Outcome<> MemoryFlowSource::read_rows(std::size_t release, const Cell& cell, std::vector<TradeRow>& rows) {
  rows.clear();
  const Stored& stored = releases_[release];
  const auto at = std::lower_bound(stored.cells.begin(), stored.cells.end(), cell,
                                   [](const auto& each, const Cell& wanted) { return cell_key(each.first) < cell_key(wanted); });
  if (at == stored.cells.end() || cell_key(at->first) != cell_key(cell)) return {};
  const auto from = stored.rows.begin() + static_cast<std::ptrdiff_t>(at->second);
  rows.assign(from, from + static_cast<std::ptrdiff_t>(at->first.total.rows));
  return {};
}

Outcome<> MemoryFlowSource::read_products(const ProductQuery& query, std::vector<ProductTotal>& totals) {
  const auto& all = releases_[query.release].products;
  const ProductSum from{{query.area, query.side, query.flow, {}, query.first}, {}};
  for (auto at = std::lower_bound(all.begin(), all.end(), from, ProductSumLess()); at != all.end(); ++at) {
    const ProductKey& key = at->key;
    if (key.area != query.area || key.side != query.side || key.flow != query.flow || key.product > query.last) break;
    totals.push_back({key.product, key.flow, key.period, at->total});
  }
  return {};
}

Outcome<Meta> MemoryFlowSource::read_meta() {
  Meta meta;
  for (const Stored& stored : releases_) meta.releases.push_back(stored.summary);
  return meta;
}

}  // namespace attache::trade
