#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "trade/code_book.hpp"
#include "trade/release.hpp"
#include "trade/total.hpp"
#include "trade/trade_row.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// Which flows: M and X, or one part of them. There is no way to ask for a flow together with its parts.
class Flows {
 public:
  [[nodiscard]] static constexpr Flows main() { return Flows(Flow::m, Flow::x); }
  [[nodiscard]] static constexpr Flows only(Flow flow) { return Flows(flow, flow); }
  [[nodiscard]] constexpr bool has(Flow flow) const { return flow == first_ || flow == second_; }

 private:
  constexpr Flows(Flow first, Flow second) : first_(first), second_(second) {}
  Flow first_, second_;
};

/// What to read: one release, one frequency, one level of one classification. A family (hs, ss …) takes of each reporter, partner,
/// flow and period its newest edition with that level.
struct Filter {
  std::string release;
  Flows flows = Flows::main();
  Frequency frequency = Frequency::annual;
  Period first, last;  ///< both inclusive; packed 0 = open
  Classification classification = Classification::hs;
  int level = 0;  ///< 0 = totals over all products
};

struct PeriodTotal {
  Flow flow = Flow::m;
  Period period;
  Total total;
};
struct AreaTotal {
  AreaCode area = 0;
  Flow flow = Flow::m;
  Period period;
  Total total;
};
/// Every answer carries the digest of what it was read from: equal digests, equal answers.
struct PairAnswer {
  std::vector<PeriodTotal> totals;  ///< over all products, by flow and period
  std::uint64_t digest = 0;
};
struct PartnersAnswer {
  std::vector<AreaTotal> partners;  ///< by area, flow, period; neither World nor groups
  std::vector<AreaTotal> groups;    ///< those that overlap_others, World left out
  std::vector<PeriodTotal> world;   ///< the declared World, else the sum of `partners`
  std::uint64_t digest = 0;
};
struct ProductsAnswer {
  std::vector<ProductTotal> products;  ///< by flow, product, period
  std::uint64_t digest = 0;
};
struct PairRows {
  AreaCode first = 0, second = 0;  ///< first < second
  std::uint64_t rows = 0;          ///< of both directions
};
struct Meta {
  std::vector<ReleaseSummary> releases;  ///< in the order they came
  [[nodiscard]] const ReleaseSummary* find(std::string_view id) const;
};

/// Rows of one flow and period, by product. Valid during the call only.
using RowConsumer = std::function<void(std::span<const TradeRow>)>;

/// The five reads of trade statistics. They give totals (C00/0/0) of one release, level and frequency, never two that overlap; the
/// answers' order is fixed. One for each thread. Failures: ::usage for an unknown release (names the nearest), ::data for a store
/// that is damaged, ::io.
class FlowSource {
 public:
  virtual ~FlowSource() = default;

  /// What `reporter` declares about `partner`: the totals, and through `consume` the rows at the filter's level. The mirror is a
  /// second call.
  [[nodiscard]] Outcome<PairAnswer> pair(AreaCode reporter, AreaCode partner, const Filter& filter, const RowConsumer& consume = {});
  /// The totals of all partners of an area over all products. Filter::level does not matter.
  [[nodiscard]] Outcome<PartnersAnswer> partners(AreaCode area, Side side, const Filter& filter);
  /// An area's totals by product over all partners: its declared World rows, else the sum of partners. `world` as reporter is the
  /// sum of all reporters: the denominator of shares in the same release. `only`: these products; empty = all of the level.
  /// A family is refused (::usage) where areas use several of its editions in one period: codes of two editions do not compare.
  [[nodiscard]] Outcome<ProductsAnswer> products(AreaCode area, Side side, const Filter& filter, std::span<const Product> only = {});
  /// Pairs of areas with rows in either direction at any level of the filter's classification, ordered; neither World nor groups.
  [[nodiscard]] Outcome<std::vector<PairRows>> pairs(const Filter& filter);
  [[nodiscard]] Outcome<Meta> meta();
  /// Names of what the rows hold as numbers.
  [[nodiscard]] virtual const CodeBook& codes() const = 0;

 protected:
  /// Of one release; a missing area means all.
  struct CellQuery {
    std::size_t release = 0;  ///< index in Meta::releases
    std::optional<AreaCode> reporter, partner;
  };
  struct ProductQuery {
    std::size_t release = 0;
    AreaCode area = 0;
    Side side = Side::reporter;
    Flow flow = Flow::m;
    Product first, last;  ///< inclusive
  };

 private:
  friend class ReleaseComparison;
  /// Appends the cells by reporter, partner, flow, period, and series in the order of their products.
  [[nodiscard]] virtual Outcome<> read_cells(const CellQuery& query, std::vector<Cell>& cells) = 0;
  /// Replaces `rows` by those of a cell, ordered by product, and checks them against its digest.
  [[nodiscard]] virtual Outcome<> read_rows(std::size_t release, const Cell& cell, std::vector<TradeRow>& rows) = 0;
  /// Appends the stored totals of an area by product and period.
  [[nodiscard]] virtual Outcome<> read_products(const ProductQuery& query, std::vector<ProductTotal>& totals) = 0;
  [[nodiscard]] virtual Outcome<Meta> read_meta() = 0;

  [[nodiscard]] Outcome<std::size_t> index_of(const std::string& release);
  std::optional<Meta> meta_;
};

}  // namespace attache::trade
