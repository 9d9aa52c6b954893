#pragma once

#include <memory>
#include <vector>

#include "dataset/dataset.hpp"
#include "trade/flow_source.hpp"
#include "trade/row_reader.hpp"

namespace attache::trade {

/// Trade statistics in memory: the flows.csv of a dataset, and tests. It gives the same answers as a store of the same rows.
class MemoryFlowSource final : public FlowSource {
 public:
  struct ReleaseRows {
    Release release;
    std::vector<SourcedRow> rows;  ///< in any order
  };
  /// Failure::data for two different rows with one key, for two releases with one id, and for sums that do not fit.
  [[nodiscard]] static Outcome<std::unique_ptr<MemoryFlowSource>> of(std::vector<ReleaseRows> releases, CodeBook codes);
  /// The rows of flows.csv; those without a release are the release "". Failure::data also for a release in several currencies.
  [[nodiscard]] static Outcome<std::unique_ptr<MemoryFlowSource>> of(const dataset::Dataset& dataset);
  ~MemoryFlowSource() override;

  [[nodiscard]] const CodeBook& codes() const override { return codes_; }

 private:
  struct Stored;
  MemoryFlowSource();
  [[nodiscard]] Outcome<> read_cells(const CellQuery& query, std::vector<Cell>& cells) override;
  [[nodiscard]] Outcome<> read_rows(std::size_t release, const Cell& cell, std::vector<TradeRow>& rows) override;
  [[nodiscard]] Outcome<> read_products(const ProductQuery& query, std::vector<ProductTotal>& totals) override;
  [[nodiscard]] Outcome<Meta> read_meta() override;

  CodeBook codes_;
  std::vector<Stored> releases_;
};

}  // namespace attache::trade
