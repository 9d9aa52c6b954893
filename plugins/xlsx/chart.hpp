#pragma once
/// A chart as this plugin asks for it; it draws columns of a table on one sheet.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attache::xlsx {

enum class ChartKind { column, stacked, bar, line, area };

struct ChartSeries {
  std::string name;
  ChartKind kind = ChartKind::column;
  bool secondary = false;                     ///< drawn on the second value axis
  unsigned column = 0;                        ///< of the sheet
  std::uint32_t color = 0;                    ///< 0xRRGGBB
  std::vector<std::optional<double>> values;  ///< what its cells hold, for programs that do not compute
};

struct ChartSpec {
  std::string title, alt_text, category_title, value_title, secondary_title;
  std::string value_format = "#,##0";  ///< number format of the value axis
  std::string secondary_format = "#,##0";
  unsigned first_row = 0, last_row = 0;  ///< of the sheet, inclusive
  unsigned category_column = 0;
  std::vector<ChartSeries> series;
  std::optional<double> minimum, maximum;  ///< of the value axis
  unsigned row = 0, column = 0;            ///< where its upper left corner lies
  int width_px = 720, height_px = 360;
  int category_step = 1;  ///< every how manieth category is labelled
};

/// The kind the chart as a whole has: that of its first series on the primary axis.
[[nodiscard]] ChartKind main_kind(const ChartSpec& chart);

}  // namespace attache::xlsx
