#pragma once
/// A chart of the document as a chart of a sheet: its ranges, colours, axes and place.

#include <map>
#include <optional>
#include <vector>

#include "book.hpp"
#include "chart.hpp"
#include "table_source.hpp"

namespace attache::xlsx {

/// Column → its numbers in the body rows of the sheet.
using ChartValues = std::map<unsigned, std::vector<std::optional<double>>>;

/// The room round the table.
struct ChartSite {
  unsigned first_row = 0, body_rows = 0;
  unsigned below_row = 0, right_column = 0;  ///< first free ones
  unsigned used_rows = 0;                    ///< by the charts before
};

/// Charts stand below tables of at most so many rows; below longer ones nobody would see them.
constexpr unsigned rows_with_chart_below = 30;

/// Nothing when there is nothing to draw.
[[nodiscard]] std::optional<ChartSpec> plan_chart(const Book& book, const attache_chart& chart, const TableSource& table,
                                                  const ChartValues& values, const ChartSite& site);

}  // namespace attache::xlsx
