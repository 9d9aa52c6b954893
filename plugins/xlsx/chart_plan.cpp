#include "chart_plan.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "number_format.hpp"

namespace attache::xlsx {
namespace {

ChartKind kind_of(std::int32_t kind) {
  switch (kind) {
    case ATTACHE_SERIES_LINE:
      return ChartKind::line;
    case ATTACHE_SERIES_BAR:
      return ChartKind::bar;
    case ATTACHE_SERIES_AREA:
      return ChartKind::area;
    case ATTACHE_SERIES_STACKED:
      return ChartKind::stacked;
    default:
      return ChartKind::column;
  }
}

/// Decimals only where the numbers are small.
std::string axis_format(const std::vector<ChartSeries>& series, bool secondary) {
  double largest = 0;
  for (const ChartSeries& one : series) {
    for (const auto& value : one.values) {
      if (value && one.secondary == secondary) largest = std::max(largest, std::fabs(*value));
    }
  }
  return number_format(largest >= 10 || largest == 0 ? 0 : largest >= 1 ? 1 : 2);
}

/// The axis of columns starts at zero, also where the program would cut it off.
void set_baseline(ChartSpec& spec, const attache_chart& chart) {
  double smallest = 0, largest = 0;
  bool any = false, lines_only = true;
  for (const ChartSeries& one : spec.series) {
    if (one.secondary) continue;
    lines_only = lines_only && one.kind == ChartKind::line;
    for (const auto& value : one.values) {
      if (!value) continue;
      smallest = any ? std::min(smallest, *value) : *value;
      largest = any ? std::max(largest, *value) : *value;
      any = true;
    }
  }
  if (!any || (lines_only && chart.zero_baseline == 0)) return;
  if (smallest >= 0) spec.minimum = 0;
  if (largest <= 0 && smallest < 0) spec.maximum = 0;
}

}  // namespace

std::optional<ChartSpec> plan_chart(const Book& book, const attache_chart& chart, const TableSource& table, const ChartValues& values,
                                    const ChartSite& site) {
  const std::optional<unsigned> category = table.shown_column(chart.category_column);
  if (!category || *category >= table.columns().size() || chart.first_row < 0 || chart.first_row >= site.body_rows) return std::nullopt;
  const auto first = static_cast<unsigned>(chart.first_row);
  const std::int64_t wanted = chart.row_count < 0 ? site.body_rows : chart.row_count;
  const auto count = static_cast<unsigned>(std::min<std::int64_t>(wanted, site.body_rows - first));
  if (count == 0) return std::nullopt;
  ChartSpec spec;
  spec.title = string_of(chart.title);
  spec.alt_text = string_of(chart.alt_text);
  spec.value_title = string_of(chart.axis_unit);
  spec.secondary_title = string_of(chart.secondary_axis_unit);
  spec.first_row = site.first_row + first;
  spec.last_row = spec.first_row + count - 1;
  spec.category_column = *category;
  for (std::uint32_t s = 0; s < chart.series_count; ++s) {
    const attache_series& given = *chart.series[s];
    const std::optional<unsigned> column = table.shown_column(given.column);
    const auto found = column ? values.find(*column) : values.end();
    if (found == values.end()) continue;
    ChartSeries series;
    series.name = given.name.size != 0 ? string_of(given.name) : table.columns()[*column].head;
    series.kind = kind_of(given.kind);
    series.secondary = given.axis != 0;
    series.column = *column;
    series.color = book.theme.series[s % book.theme.series.size()];
    for (unsigned i = 0; i < count; ++i)
      series.values.push_back(first + i < found->second.size() ? found->second[first + i] : std::nullopt);
    spec.series.push_back(std::move(series));
  }
  if (spec.series.empty()) return std::nullopt;
  spec.value_format = axis_format(spec.series, false);
  spec.secondary_format = axis_format(spec.series, true);
  set_baseline(spec, chart);
  spec.width_px = std::clamp(static_cast<int>(count) * 56 + 160, 560, 920);
  spec.category_step = static_cast<int>(count > 26 ? (count + 12) / 13 : 1);
  if (main_kind(spec) == ChartKind::bar) {
    spec.width_px = 720;
    spec.height_px = std::clamp(static_cast<int>(count) * 28 + 110, 260, 900);
    spec.category_step = 1;
  }
  const bool below = site.body_rows <= rows_with_chart_below;
  spec.row = (below ? site.below_row : head_lines) + site.used_rows;
  spec.column = below ? 0 : site.right_column;
  return spec;
}

}  // namespace attache::xlsx
