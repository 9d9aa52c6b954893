#include "trade/flow_source.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "trade/src/row_digest.hpp"
#include "value/joined.hpp"

namespace attache::trade {

namespace {

bool in_time(const Filter& filter, Period period) {
  return period.frequency() == filter.frequency && (filter.first.packed == 0 || period >= filter.first) &&
         (filter.last.packed == 0 || period <= filter.last);
}

bool wanted(const Filter& filter, const Cell& cell) {
  return filter.flows.has(cell.flow) && in_time(filter, cell.period) &&
         is_edition_of(cell.total.series.classification, filter.classification);
}

bool together(const Cell& a, const Cell& b) {
  return a.reporter == b.reporter && a.partner == b.partner && a.flow == b.flow && a.period == b.period;
}

/// Of cells that differ in their series only: the newest edition with that level, or nullptr.
const Cell* at_level(std::span<const Cell> group, int level) {
  const Cell* best = nullptr;
  for (const Cell& cell : group) {
    const bool newer = best == nullptr || cell.total.series.classification > best->total.series.classification;
    if (cell.total.series.level == level && newer) best = &cell;
  }
  return best;
}

/// The same: TOTAL if it is declared with a value, else the finest level of the newest edition, else the TOTAL without a value.
const Cell& total_cell(std::span<const Cell> group) {
  const Cell* declared = at_level(group, 0);
  if (declared != nullptr && declared->total.has_value()) return *declared;
  const Cell* finest = nullptr;
  for (const Cell& cell : group) {
    const Series series = cell.total.series;
    if (series.level == 0) continue;
    if (finest == nullptr || series > finest->total.series) finest = &cell;
  }
  return finest != nullptr && (declared == nullptr || finest->total.has_value()) ? *finest : *declared;
}

/// Calls `take` with each run of cells that differ in their series only, unwanted ones left out.
template <class Take>
void for_each_group(std::vector<Cell>& cells, const Filter& filter, const Take& take) {
  std::erase_if(cells, [&](const Cell& cell) { return !wanted(filter, cell); });
  for (auto at = cells.begin(); at != cells.end();) {
    const auto end = std::find_if_not(at, cells.end(), [&](const Cell& cell) { return together(*at, cell); });
    take(std::span<const Cell>(at, end));
    at = end;
  }
}

std::uint64_t mixed_cell(std::uint64_t digest, const Cell& cell) {
  digest = mixed(digest,
                 std::uint64_t{cell.reporter} << 48U | std::uint64_t{cell.partner} << 32U | static_cast<std::uint32_t>(cell.period.packed));
  digest = mixed(digest, std::uint64_t{static_cast<std::uint8_t>(cell.flow)} << 16U | Product::first_of(cell.total.series).packed() << 17U);
  return mixed(digest, cell.digest);
}

tl::unexpected<Problem> too_large(const std::string& release) {
  return fail(Failure::data, "the sum over all areas of release '" + release + "' is too large", "import it with fewer decimals");
}

/// A declared total and the sum it would be otherwise.
struct Candidates {
  Total declared, summed;

  [[nodiscard]] bool add(const Total& total) {
    if (summed.rows == 0) summed.series = total.series;
    summed.basis = Basis::sum_of_areas;
    return summed.add(total);
  }
  [[nodiscard]] const Total& better() const { return declared.has_value() || summed.rows == 0 ? declared : summed; }
};

/// Of which area a total speaks when `area` is asked about, and whether it is one of several to be added up; nothing when it does
/// not count.
struct Counterpart {
  AreaCode area = 0;
  bool is_part = false;
};
std::optional<Counterpart> counterpart(const Cell& cell, AreaCode area, Side side) {
  if (area != world) return Counterpart{side == Side::reporter ? cell.partner : cell.reporter, false};
  if (side == Side::partner) {  // what each reporter declares about the world
    if (cell.partner == world) return Counterpart{cell.reporter, false};
    return overlaps_others(cell.partner) ? std::nullopt : std::optional(Counterpart{cell.reporter, true});
  }
  if (cell.partner == world || overlaps_others(cell.reporter)) return std::nullopt;
  return Counterpart{cell.partner, true};  // what all reporters declare about each partner
}

}  // namespace

const ReleaseSummary* Meta::find(std::string_view id) const {
  const auto at = std::find_if(releases.begin(), releases.end(), [&](const ReleaseSummary& each) { return each.release.id == id; });
  return at == releases.end() ? nullptr : &*at;
}

Outcome<Meta> FlowSource::meta() {
  if (!meta_) {
    auto read = read_meta();
    if (!read) return fail(read.error());
    meta_ = std::move(*read);
  }
  return *meta_;
}

Outcome<std::size_t> FlowSource::index_of(const std::string& release) {
  if (!meta_) {
    if (auto read = meta(); !read) return fail(read.error());
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < meta_->releases.size(); ++i) {
    if (meta_->releases[i].release.id == release) return i;
    ids.push_back(meta_->releases[i].release.id);
  }
  std::string next = did_you_mean(release, ids);
  if (next.empty()) next = ids.empty() ? "import one first" : "there are " + joined(ids);
  return fail(Failure::usage, "there is no release '" + release + "' of trade statistics", next);
}

Outcome<PairAnswer> FlowSource::pair(AreaCode reporter, AreaCode partner, const Filter& filter, const RowConsumer& consume) {
  const auto release = index_of(filter.release);
  if (!release) return fail(release.error());
  std::vector<Cell> cells;
  if (auto read = read_cells({*release, reporter, partner}, cells); !read) return fail(read.error());
  PairAnswer answer;
  std::vector<Cell> chosen;
  for_each_group(cells, filter, [&](std::span<const Cell> group) {
    const Cell& total = total_cell(group);
    answer.totals.push_back({total.flow, total.period, total.total});
    answer.digest = mixed_cell(answer.digest, total);
    const Cell* rows = at_level(group, filter.level);
    if (rows == nullptr) return;
    chosen.push_back(*rows);
    answer.digest = mixed_cell(answer.digest, *rows);
  });
  if (!consume) return answer;
  std::vector<TradeRow> rows;
  for (const Cell& cell : chosen) {
    if (auto read = read_rows(*release, cell, rows); !read) return fail(read.error());
    consume(rows);
  }
  return answer;
}

Outcome<PartnersAnswer> FlowSource::partners(AreaCode area, Side side, const Filter& filter) {
  const auto release = index_of(filter.release);
  if (!release) return fail(release.error());
  CellQuery query{*release, {}, {}};
  if (area != world) (side == Side::reporter ? query.reporter : query.partner) = area;
  std::vector<Cell> cells;
  if (auto read = read_cells(query, cells); !read) return fail(read.error());

  PartnersAnswer answer;
  bool fits = true;
  std::map<std::tuple<AreaCode, Flow, Period>, Candidates> by_area;
  for_each_group(cells, filter, [&](std::span<const Cell> group) {
    const Cell& cell = total_cell(group);
    const auto other = counterpart(cell, area, side);
    if (!other) return;
    answer.digest = mixed_cell(answer.digest, cell);
    Candidates& candidates = by_area[{other->area, cell.flow, cell.period}];
    if (other->is_part) {
      fits = candidates.add(cell.total) && fits;
    } else {
      candidates.declared = cell.total;
    }
  });
  std::map<std::pair<Flow, Period>, Candidates> of_world;
  for (const auto& [key, candidates] : by_area) {
    const auto& [other, flow, period] = key;
    const Total& total = candidates.better();
    if (other == world) {
      of_world[{flow, period}].declared = total;
    } else if (overlaps_others(other)) {
      answer.groups.push_back({other, flow, period, total});
    } else {
      answer.partners.push_back({other, flow, period, total});
      fits = of_world[{flow, period}].add(total) && fits;
    }
  }
  for (const auto& [moment, candidates] : of_world) answer.world.push_back({moment.first, moment.second, candidates.better()});
  if (!fits) return too_large(filter.release);
  return answer;
}

namespace {

/// Ranges of products to read: each one asked for, or whole levels of every edition of the filter's classification, oldest first.
std::vector<std::pair<Product, Product>> ranges(const ReleaseSummary& release, const Filter& filter, std::span<const Product> only) {
  std::vector<std::pair<Product, Product>> out;
  for (const Product product : only) {
    if (product.series().level == filter.level && is_edition_of(product.series().classification, filter.classification))
      out.emplace_back(product, product);
  }
  if (only.empty()) {
    for (const SeriesSummary& each : release.series) {
      const bool fits = each.series.level == filter.level && each.frequency == filter.frequency;
      if (!fits || !is_edition_of(each.series.classification, filter.classification)) continue;
      out.emplace_back(Product::first_of(each.series), Product::last_of(each.series));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Leaves the newest edition of each flow and period; tells when there was more than one.
bool keep_newest_edition(std::vector<ProductTotal>& totals) {
  std::map<std::pair<Flow, Period>, Classification> newest;
  for (const ProductTotal& each : totals) {
    auto& best = newest.try_emplace({each.flow, each.period}, Classification::hs).first->second;
    best = std::max(best, each.product.series().classification);
  }
  return std::erase_if(totals, [&](const ProductTotal& each) {
           return each.product.series().classification != newest.at({each.flow, each.period});
         }) > 0;
}

}  // namespace

Outcome<ProductsAnswer> FlowSource::products(AreaCode area, Side side, const Filter& filter, std::span<const Product> only) {
  const auto release = index_of(filter.release);
  if (!release) return fail(release.error());
  ProductsAnswer answer;
  std::vector<ProductTotal> found;
  for (int i = 1; i <= flow_count; ++i) {
    const auto flow = static_cast<Flow>(i);
    if (!filter.flows.has(flow)) continue;
    for (const auto& [first, last] : ranges(meta_->releases[*release], filter, only)) {
      found.clear();
      if (auto read = read_products({*release, area, side, flow, first, last}, found); !read) return fail(read.error());
      std::copy_if(found.begin(), found.end(), std::back_inserter(answer.products),
                   [&](const ProductTotal& each) { return in_time(filter, each.period); });
    }
  }
  const bool by_one_reporter = area != world && side == Side::reporter;
  if (only.empty() && keep_newest_edition(answer.products) && !by_one_reporter) {
    return fail(Failure::usage, "release '" + filter.release + "' has codes of several editions in one period, which do not compare",
                "ask for one edition, such as H5");
  }
  for (const ProductTotal& each : answer.products) {
    answer.digest = mixed(mixed(answer.digest, each.product.packed()),
                          static_cast<std::uint64_t>(each.period.packed) << 8U | static_cast<std::uint64_t>(each.flow));
    answer.digest =
        mixed(mixed(answer.digest, static_cast<std::uint64_t>(each.total.value)), static_cast<std::uint64_t>(each.total.net_weight));
    answer.digest = mixed(answer.digest, std::uint64_t{each.total.rows} << 32U | each.total.missing_values);
    answer.digest = mixed(answer.digest, std::uint64_t{each.total.missing_weights} << 8U | static_cast<std::uint64_t>(each.total.basis));
  }
  return answer;
}

Outcome<std::vector<PairRows>> FlowSource::pairs(const Filter& filter) {
  const auto release = index_of(filter.release);
  if (!release) return fail(release.error());
  std::vector<Cell> cells;
  if (auto read = read_cells({*release, {}, {}}, cells); !read) return fail(read.error());
  std::map<std::pair<AreaCode, AreaCode>, std::uint64_t> rows;
  for (const Cell& cell : cells) {
    if (!wanted(filter, cell) || overlaps_others(cell.reporter) || overlaps_others(cell.partner) || cell.reporter == cell.partner) continue;
    rows[std::minmax(cell.reporter, cell.partner)] += cell.total.rows;
  }
  std::vector<PairRows> out;
  for (const auto& [pair, count] : rows) out.push_back({pair.first, pair.second, count});
  return out;
}

}  // namespace attache::trade
