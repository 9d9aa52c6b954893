#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "trade/code_book.hpp"
#include "trade/trade_row.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// Where a row was read, for messages.
struct Origin {
  std::uint32_t file = 0;  ///< index of the RowInput
  std::uint32_t line = 0;  ///< 1-based; 0 = not known
};

struct SourcedRow {
  TradeRow row;
  Origin origin;
};

/// Rows from one file, batch by batch. A reader rejects bad rows itself, keeps their Problems and decides when there are too many.
class RowReader {
 public:
  static constexpr std::size_t batch_rows = 8192;  ///< about as many as a batch should have

  virtual ~RowReader() = default;
  /// Replaces `batch` by the next rows; an empty batch is the end. Origin::file is set by whoever asked. A Problem ends the import.
  [[nodiscard]] virtual Outcome<> read(std::vector<SourcedRow>& batch) = 0;
};

/// A file to import. Its digest is part of the store's generation.
struct RowInput {
  std::string path;    ///< as messages name it
  std::string sha256;  ///< of its bytes
  std::uint64_t bytes = 0;
  /// Starts reading from the first row; may be called a second time, when the first reading showed that the rows are out of order.
  /// What the former reader found is void then. The reader asks `codes` for numbers and may keep the reference.
  std::function<Outcome<std::unique_ptr<RowReader>>(CodeBook& codes)> open;
};

/// Rows in memory as an input, in their order.
[[nodiscard]] RowInput rows_in_memory(std::string name, std::vector<SourcedRow> rows);

}  // namespace attache::trade
