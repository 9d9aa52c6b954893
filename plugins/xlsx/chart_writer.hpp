#pragma once
/// Draws a ChartSpec with libxlsxwriter, all its series in the chart's main kind (chart_xml.hpp regroups them later).

#include <string>

#include "chart.hpp"

struct lxw_workbook;
struct lxw_worksheet;

namespace attache::xlsx {

/// Returns libxlsxwriter's error number, 0 = none.
[[nodiscard]] int insert_chart(lxw_workbook* book, lxw_worksheet* sheet, const std::string& sheet_name, const ChartSpec& chart);

}  // namespace attache::xlsx
