#pragma once
/// The measures of a table: cells set in lines, widths of columns, heights of rows. No drawing.

#include <vector>

#include "layout/composer.hpp"

namespace attache::pdf {

struct GridCell {
  Passage passage;
  double tail = 0;  ///< width of what hangs to the right of a number: " [p]", "*"
};

/// A head above the columns begin … end − 1; no text where there is none.
struct GroupHead {
  std::size_t begin = 0, end = 0;
  Passage passage;
};

struct Grid {
  std::vector<double> widths, lefts;  ///< per column, lefts from the table's left edge
  std::vector<double> hang;           ///< per column: room for the widest tail
  std::vector<GroupHead> groups;      ///< empty when no column has one
  std::vector<GridCell> head;
  std::vector<std::vector<GridCell>> rows;
  double head_height = 0, group_height = 0;
  std::vector<double> heights;
};

constexpr double cell_pad = 5, indent_step = 10;

/// Narrowest and widest useful width of each column, padding included.
[[nodiscard]] std::vector<Extent> column_extents(Composer& c, const Table& table);

/// Sets the table in `width`; the columns must fit by their least widths or are squeezed.
[[nodiscard]] Grid measure(Composer& c, const Table& table, const std::vector<Extent>& extents, double width);

/// Where the sign or marks behind a number begin: "7.5 [p]" → 3.
[[nodiscard]] std::size_t number_end(const std::string& printed);

/// Distributes `width` over columns: nobody below least; what is left goes first to columns that want more than they have, then to text.
[[nodiscard]] std::vector<double> distribute(const std::vector<Extent>& wanted, const std::vector<bool>& is_number, double width);

}  // namespace attache::pdf
