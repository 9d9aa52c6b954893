#pragma once
/// The first reading of a table: what must be known before a cell is written.

#include <cstdint>
#include <optional>
#include <vector>

#include "dates.hpp"
#include "table_source.hpp"

namespace attache::xlsx {

struct ColumnSurvey {
  DateForm date_form = DateForm::text;
  int pixels = 0;           ///< of the widest of the first rows, and of the extreme numbers
  double usual_pixels = 0;  ///< of the first rows, as the root of their mean square: one long text weighs little
  bool multiline = false;
  bool numeric = false;  ///< holds numbers (or dates as numbers)
  double smallest = 0, largest = 0;
  double body_sum = 0;          ///< of the rows of kind BODY and OTHER
  std::optional<double> total;  ///< of the total row
  bool inexact = false;         ///< a number of more than 15 digits was seen
};

struct TableSurvey {
  std::vector<ColumnSurvey> columns;
  bool subtotals = false;    ///< some rows sum others
  bool unexplained = false;  ///< cells are empty and a reason is known
};

[[nodiscard]] TableSurvey survey_table(TableSource& table);

/// Must the cell's emptiness be explained in words? (It has a reason; the code in a status column beside it says none.)
[[nodiscard]] bool unexplained_gap(const TableSource& table, unsigned column, const CellValue& cell);

/// Is the total the sum of the rows above it, so that a live sum shows the same?
[[nodiscard]] bool total_is_sum(const TableColumn& column, const ColumnSurvey& survey, bool subtotals);

/// Pixels of a number as its format shows it.
[[nodiscard]] int number_pixels(double value, int decimals, bool grouping);

}  // namespace attache::xlsx
