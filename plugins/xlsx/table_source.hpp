#pragma once
/// Tables as the sheet writer reads them: those of the document, and small ones made from other blocks.

#include <attache/plugin.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "call.hpp"
#include "workbook.hpp"

namespace attache::xlsx {

struct TableColumn {
  std::string id, head;  ///< heads are unique in their table and name the unit
  attache_type type = ATTACHE_TEXT;
  attache_role role = ATTACHE_ROLE_OTHER;
  int decimals = -1;
  int scale = 0;  ///< decimals the data have, in the unit of the head
  bool grouping = true;
  int status_column = -1;
  attache_total total = ATTACHE_TOTAL_NONE;
  attache_formula formula{0, -1, -1, -1};
};

/// One cell. Views live until the next load().
struct CellValue {
  enum class Kind { empty, number, text, boolean, date };
  Kind kind = Kind::empty;
  attache_missing missing = ATTACHE_BLANK;  ///< for empty cells
  double number = 0;                        ///< in the unit of the head
  bool exact = true;                        ///< a double holds it
  int decimals = -1;                        ///< of this cell, where the column has none
  std::string_view text;
  attache_date start{}, end{};
  const CellAddress* target = nullptr;  ///< leads there
  std::string_view href;                ///< or to this address
};

class TableSource {
 public:
  TableSource() = default;
  virtual ~TableSource() = default;
  TableSource(const TableSource&) = delete;
  TableSource& operator=(const TableSource&) = delete;
  TableSource(TableSource&&) = delete;
  TableSource& operator=(TableSource&&) = delete;

  [[nodiscard]] const std::vector<TableColumn>& columns() const { return columns_; }
  [[nodiscard]] virtual std::int64_t row_count() const = 0;
  [[nodiscard]] virtual bool has_total() const { return false; }
  [[nodiscard]] virtual unsigned key_columns() const { return 1; }
  /// Which of columns() a column of the document's table is; nothing when it is left out.
  [[nodiscard]] virtual std::optional<unsigned> shown_column(unsigned document_column) const { return document_column; }
  /// Makes rows first … first + result − 1 readable; result ≥ 1 while first < row_count().
  virtual std::int64_t load(std::int64_t first, std::int64_t max) = 0;
  /// `row` counts from the first loaded one.
  [[nodiscard]] virtual CellValue cell(unsigned column, std::int64_t row) const = 0;
  [[nodiscard]] virtual attache_row_kind row_kind(std::int64_t /*row*/) const { return ATTACHE_ROW_BODY; }
  [[nodiscard]] virtual int indent(std::int64_t /*row*/) const { return 0; }

 protected:
  std::vector<TableColumn> columns_;
};

/// A table of the document. Columns of statuses, sources and notes in which no row says anything are left out.
class DocumentTable final : public TableSource {
 public:
  DocumentTable(const Call& call, std::uint32_t index);
  [[nodiscard]] std::int64_t row_count() const override { return table_.row_count; }
  [[nodiscard]] bool has_total() const override { return table_.has_total != 0 && table_.row_count > 0; }
  [[nodiscard]] unsigned key_columns() const override { return table_.key_columns; }
  [[nodiscard]] std::optional<unsigned> shown_column(unsigned document_column) const override;
  std::int64_t load(std::int64_t first, std::int64_t max) override;
  [[nodiscard]] CellValue cell(unsigned column, std::int64_t row) const override;
  [[nodiscard]] attache_row_kind row_kind(std::int64_t row) const override;
  [[nodiscard]] int indent(std::int64_t row) const override;

 private:
  [[nodiscard]] CellValue value(const attache_column& column, const attache_column_info& info, std::int64_t row) const;

  void find_shown();
  [[nodiscard]] CellValue raw_cell(std::uint32_t column, std::int64_t row) const;

  const Call& call_;
  std::uint32_t index_;
  const attache_table& table_;
  attache_batch batch_{};
  std::vector<std::uint32_t> shown_;  // columns of the document's table
};

/// A table made here.
class MemoryTable final : public TableSource {
 public:
  struct Cell {
    CellValue::Kind kind = CellValue::Kind::empty;
    double number = 0;
    int decimals = -1;
    std::string text, href;
    attache_date start{}, end{};
    std::optional<CellAddress> target;
    attache_missing missing = ATTACHE_BLANK;

    Cell() = default;
    Cell(std::string words) : kind(words.empty() ? CellValue::Kind::empty : CellValue::Kind::text), text(std::move(words)) {}  // NOLINT
    [[nodiscard]] static Cell of_number(double value);
    [[nodiscard]] static Cell of_link(std::string words, CellAddress target);
    [[nodiscard]] static Cell of_address(std::string address);
    /// A value that stands alone, with the decimals its printed form has.
    [[nodiscard]] static Cell of(const Call& call, const attache_cell* cell);
  };

  explicit MemoryTable(std::vector<TableColumn> columns) { columns_ = std::move(columns); }
  void add_row(std::vector<Cell> cells);
  /// Leaves out columns in which no row holds anything (never the first).
  void drop_empty_columns();
  [[nodiscard]] std::int64_t row_count() const override { return static_cast<std::int64_t>(rows_.size()); }
  std::int64_t load(std::int64_t first, std::int64_t max) override;
  [[nodiscard]] CellValue cell(unsigned column, std::int64_t row) const override;

 private:
  std::vector<std::vector<Cell>> rows_;
  std::size_t first_ = 0;
};

}  // namespace attache::xlsx
