#include "chart_writer.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>

#include "text_guard.hpp"

namespace attache::xlsx {
namespace {

constexpr lxw_color_t ink = 0x404040, gridline_color = 0xD9D9D9, axis_color = 0x808080;

char* text_of(const std::string& text) { return const_cast<char*>(text.c_str()); }

std::uint8_t chart_type(ChartKind kind) {
  switch (kind) {
    case ChartKind::stacked:
      return LXW_CHART_COLUMN_STACKED;
    case ChartKind::bar:
      return LXW_CHART_BAR;
    case ChartKind::line:
      return LXW_CHART_LINE;
    case ChartKind::area:
      return LXW_CHART_AREA;
    case ChartKind::column:
      break;
  }
  return LXW_CHART_COLUMN;
}

lxw_chart_font font(double size, bool bold) {
  lxw_chart_font font{};
  font.size = size;
  font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  font.color = ink;
  return font;
}

void add_series(lxw_chart* chart, const std::string& sheet, const ChartSpec& spec, std::size_t n) {
  const ChartSeries& given = spec.series[n];
  lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) return;
  const auto first = static_cast<lxw_row_t>(spec.first_row), last = static_cast<lxw_row_t>(spec.last_row);
  const auto category = static_cast<lxw_col_t>(spec.category_column), column = static_cast<lxw_col_t>(given.column);
  chart_series_set_categories(series, sheet.c_str(), first, category, last, category);
  chart_series_set_values(series, sheet.c_str(), first, column, last, column);
  std::string name = clean_line(given.name, 255);
  if (!name.empty() && name.front() == '=') name.insert(0, " ");  // "=…" would be taken for a reference
  chart_series_set_name(series, name.c_str());
  if (given.kind == ChartKind::line) {
    lxw_chart_line line{};
    line.color = given.color;
    line.width = 2.25F;
    chart_series_set_line(series, &line);
    return;
  }
  lxw_chart_fill fill{};
  fill.color = given.color;
  chart_series_set_fill(series, &fill);
}

void dress_axes(lxw_chart* chart, const ChartSpec& spec) {
  lxw_chart_font small = font(9, false);
  lxw_chart_font label = font(9, false);
  lxw_chart_line grid{};
  grid.color = gridline_color;
  grid.width = 0.75F;
  lxw_chart_line edge{};
  edge.color = axis_color;
  edge.width = 0.75F;
  lxw_chart_line none{};
  none.none = LXW_TRUE;
  // libxlsxwriter swaps the two axes of a bar chart itself: x_axis is always the categories'.
  chart_axis_set_num_font(chart->x_axis, &small);
  chart_axis_set_num_font(chart->y_axis, &small);
  chart_axis_set_line(chart->x_axis, &edge);
  chart_axis_set_line(chart->y_axis, &none);
  chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_TRUE);
  chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
  chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
  chart_axis_set_major_tick_mark(chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_set_num_format(chart->y_axis, spec.value_format.c_str());
  chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);  // below, also when values are negative
  const auto name_axis = [&label](lxw_chart_axis* axis, const std::string& title, int rotation) {
    const std::string text = clean_line(title, 255);
    if (text.empty()) return;
    label.rotation = rotation;
    chart_axis_set_name(axis, text.c_str());
    chart_axis_set_name_font(axis, &label);
  };
  const bool bars = main_kind(spec) == ChartKind::bar;
  name_axis(chart->y_axis, spec.value_title, bars ? 0 : -90);
  name_axis(chart->x_axis, spec.category_title, bars ? -90 : 0);
  if (spec.minimum) chart_axis_set_min(chart->y_axis, *spec.minimum);
  if (spec.maximum) chart_axis_set_max(chart->y_axis, *spec.maximum);
  if (spec.category_step > 1) chart_axis_set_interval_unit(chart->x_axis, static_cast<std::uint16_t>(std::min(spec.category_step, 60000)));
  if (bars) chart_axis_set_reverse(chart->x_axis);  // the first row on top
}

}  // namespace

ChartKind main_kind(const ChartSpec& chart) {
  const auto primary = std::find_if(chart.series.begin(), chart.series.end(), [](const ChartSeries& s) { return !s.secondary; });
  return primary != chart.series.end() ? primary->kind : chart.series.empty() ? ChartKind::column : chart.series.front().kind;
}

int insert_chart(lxw_workbook* book, lxw_worksheet* sheet, const std::string& sheet_name, const ChartSpec& spec) {
  lxw_chart* chart = workbook_add_chart(book, chart_type(main_kind(spec)));
  if (chart == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  for (std::size_t n = 0; n < spec.series.size(); ++n) add_series(chart, sheet_name, spec, n);
  dress_axes(chart, spec);
  const std::string title = clean_line(spec.title, 255);
  if (title.empty()) {
    chart_title_off(chart);
  } else {
    lxw_chart_font head = font(12, true);
    chart_title_set_name(chart, title.c_str());
    chart_title_set_name_font(chart, &head);
  }
  lxw_chart_font legend = font(9, false);
  chart_legend_set_position(chart, spec.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  if (spec.series.size() > 1) chart_legend_set_font(chart, &legend);
  if (main_kind(spec) == ChartKind::column) chart_set_series_gap(chart, 60);
  if (main_kind(spec) == ChartKind::bar) chart_set_series_gap(chart, 40);
  chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
  const std::string description = clean_line(spec.alt_text, 1500);
  lxw_chart_options options{};
  options.x_scale = spec.width_px / 480.0;  // a chart is 480 × 288 pixels unless scaled
  options.y_scale = spec.height_px / 288.0;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.x_offset = 4;
  options.y_offset = 4;
  options.description = text_of(description);
  return worksheet_insert_chart_opt(sheet, spec.row, static_cast<lxw_col_t>(spec.column), chart, &options);
}

}  // namespace attache::xlsx
