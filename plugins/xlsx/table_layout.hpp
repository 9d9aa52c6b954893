#pragma once
/// How the columns of a table look: formats and widths, decided before the first cell is written.

#include <vector>

#include "book.hpp"
#include "survey.hpp"

namespace attache::xlsx {

struct ColumnLayout {
  Style style;            ///< of body cells
  Format body = nullptr;  ///< the same as a format
  Format head = nullptr;
  int pixels = 0;         ///< of the column
  bool indented = false;  ///< carries the rows' indents
};

struct TableLayout {
  std::vector<ColumnLayout> columns;
  int pixels = 0;       ///< of all columns
  int head_rows = 1;    ///< lines of the heads
  unsigned frozen = 0;  ///< columns that stay when scrolling
};

[[nodiscard]] TableLayout layout_table(Book& book, const TableSource& table, const TableSurvey& survey);

constexpr int cell_padding = 10;  ///< pixels of a column that hold no text

/// The format of a cell that is not plain body.
[[nodiscard]] Format special_format(Book& book, const ColumnLayout& column, attache_row_kind kind, int indent,
                                    const std::string& number_format);

}  // namespace attache::xlsx
