#pragma once

#include <attache/plugin.h>

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "host/printing.hpp"
#include "host/src/arena.hpp"
#include "report/document.hpp"

namespace attache::host {

/// attache_date[2] of an EDTF expression.
struct DatePair {
  attache_date start, end;
};
[[nodiscard]] DatePair lower_date(const Edtf& date);

/// One table of the document at the boundary: its column heads are lowered once, its rows batch by batch.
class TableView {
 public:
  /// Keeps a reference to `table`. Checks every cell against its column and chooses the scale of each decimal column.
  [[nodiscard]] static Outcome<TableView> make(const report::Table& table, Arena& arena);

  [[nodiscard]] const attache_table* lowered() const { return lowered_; }
  attache_status read(std::int64_t first, std::int64_t max, attache_batch* out);
  [[nodiscard]] std::string printed(const Printing& printing, std::uint32_t column, std::int64_t row) const;
  /// Texts that stand for the printed form of some cells, by column and row.
  void override_printed(std::map<std::pair<std::uint32_t, std::int64_t>, std::string> printed) { overrides_ = std::move(printed); }

 private:
  struct Dictionary {
    std::vector<std::int32_t> codes, offsets;
    std::string bytes;
  };
  /// Buffers of the batch that was read last, one a column.
  struct Buffer {
    attache_column column;
    std::vector<std::uint8_t> validity, missing, booleans;
    std::vector<std::int64_t> integers;
    std::vector<double> reals;
    std::vector<DatePair> dates;
    std::vector<std::int32_t> offsets, codes;
    std::string bytes;
  };

  explicit TableView(const report::Table& table) : table_(&table) {}
  [[nodiscard]] Outcome<> check_column(std::size_t column);
  void build_dictionary(std::size_t column);
  void lower(Arena& arena);
  [[nodiscard]] bool fill(Buffer& buffer, std::size_t column, std::int64_t first, std::int64_t count);
  void point_to_values(Buffer& buffer, std::size_t column) const;
  void append(Buffer& buffer, std::size_t column, std::size_t row, const report::Cell& cell) const;

  const report::Table* table_;
  attache_table* lowered_ = nullptr;
  std::vector<int> scales_;
  std::map<std::size_t, Dictionary> dictionaries_;
  std::map<std::pair<std::uint32_t, std::int64_t>, std::string> overrides_;
  std::vector<Buffer> buffers_;
  std::vector<const attache_column*> columns_;
  std::vector<std::uint8_t> row_kinds_;
};

}  // namespace attache::host
