#pragma once

#include <memory>
#include <string>

#include "trade/flow_source.hpp"

namespace attache::trade {

/// A trade store, read only. A published store never changes: after a further import, whoever has it open goes on reading the former
/// one. Every number read is checked against a digest.
class SqliteFlowSource final : public FlowSource {
 public:
  /// Failure::missing_input when there is no file; ::data, with "import again" as next step, when it is empty, cut short, no trade
  /// store, unfinished, damaged, or of another version.
  [[nodiscard]] static Outcome<std::unique_ptr<SqliteFlowSource>> open(const std::string& path);
  ~SqliteFlowSource() override;

  [[nodiscard]] const CodeBook& codes() const override;
  /// Digest over all releases' generations: what `data import` prints.
  [[nodiscard]] const std::string& generation() const;

 private:
  struct Connection;
  explicit SqliteFlowSource(std::unique_ptr<Connection> connection);
  [[nodiscard]] Outcome<> read_cells(const CellQuery& query, std::vector<Cell>& cells) override;
  [[nodiscard]] Outcome<> check_cells(const CellQuery& query, std::uint64_t rows, std::uint64_t seals);
  [[nodiscard]] Outcome<> read_rows(std::size_t release, const Cell& cell, std::vector<TradeRow>& rows) override;
  [[nodiscard]] Outcome<> read_products(const ProductQuery& query, std::vector<ProductTotal>& totals) override;
  [[nodiscard]] Outcome<Meta> read_meta() override;

  std::unique_ptr<Connection> connection_;
};

}  // namespace attache::trade
