#include "charts/plot.hpp"

#include <algorithm>
#include <cmath>

namespace attache::pdf {
namespace {

constexpr double bar_height = 11, bar_gap = 7;

bool stands(Series::Kind kind) {
  return kind == Series::Kind::column || kind == Series::Kind::bar || kind == Series::Kind::stacked || kind == Series::Kind::area;
}

/// Nothing for what no axis can show; the chart's table has the value.
std::optional<double> value_at(const Series& series, std::size_t i) {
  constexpr double enormous = 1e100, negligible = 1e-100;
  if (i >= series.values.size() || !series.values[i] || !(std::fabs(*series.values[i]) < enormous)) return std::nullopt;
  return std::fabs(*series.values[i]) < negligible ? 0 : *series.values[i];
}

}  // namespace

Plot::Plot(Composer& c, const Chart& chart, int element) : c_(c), chart_(chart), element_(element), small_(c.small()) {
  small_.lead = 10;
  for (const Series& series : chart.series) {
    horizontal_ = horizontal_ || series.kind == Series::Kind::bar;
    has_second_ = has_second_ || series.secondary;
  }
  if (horizontal_) has_second_ = false;
}

void Plot::text(const std::string& words, const TextStyle& style, Point at, std::vector<Item>& out, double align, double box) {
  draw_text(c_, words, style, at, element_, out, align, box);
}

Axis Plot::axis_for(bool secondary, bool all) const {
  Range range;
  bool zero = chart_.zero_baseline;
  std::vector<double> positive(chart_.categories.size(), 0), negative(chart_.categories.size(), 0);
  for (const Series& series : chart_.series) {
    if (!all && series.secondary != secondary) continue;
    zero = zero || stands(series.kind);
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
      const auto value = value_at(series, i);
      if (!value) continue;
      if (series.kind != Series::Kind::stacked) {
        range.take(*value);
      } else {
        (*value > 0 ? positive : negative)[i] += *value;
        range.take(positive[i]);
        range.take(negative[i]);
      }
    }
  }
  return nice_axis(range, zero);
}

std::string Plot::label(double value, const Axis& axis) const {
  const double scaled = value * std::pow(10.0, axis.decimals);
  if (std::fabs(scaled) > 9e17) return "";
  return c_.phrases.number(std::llround(scaled), axis.decimals);
}

double Plot::widest_label(const Axis& axis) const {
  double width = 0;
  for (const double tick : axis.ticks()) width = std::max(width, c_.type.width(plain(label(tick, axis)), small_));
  return width;
}

void Plot::draw_grid(double top, const Axis& axis, const Axis* second, std::vector<Item>& out) {
  text(chart_.unit, small_, {c_.left, top - 15}, out);
  if (second != nullptr) text(chart_.secondary_unit, small_, {c_.left, top - 15}, out, 1, c_.width);
  for (const double tick : axis.ticks()) {
    const double y = y_of(tick, false);
    const bool zero = tick == 0;
    out.push_back({element_, Artifact::layout,
                   RectItem{{left_, y - (zero ? 0.4 : 0.2)}, right_ - left_, zero ? 0.8 : 0.4, zero ? c_.style.muted : c_.style.rule}});
    text(label(tick, axis), small_, {c_.left, y - 5}, out, 1, left_ - c_.left - 5);
  }
  if (second != nullptr)
    for (const double tick : second->ticks())
      text(label(tick, *second), small_, {right_ + 5, y_of(tick, true) - 5}, out, 1, c_.left + c_.width - right_ - 5);
}

double Plot::draw_categories(double top, std::vector<Item>& out) {
  double widest = 0;
  for (const auto& category : chart_.categories) widest = std::max(widest, c_.type.width(plain(category), small_));
  const bool wrap = widest > band_ - 3 && band_ >= 42;
  const std::size_t stride = wrap || widest <= band_ - 3 ? 1 : static_cast<std::size_t>(std::ceil((widest + 6) / band_));
  double height = small_.lead;
  for (std::size_t i = 0; i < chart_.categories.size(); i += std::max<std::size_t>(stride, 1)) {
    if (!wrap) {
      text(chart_.categories[i], small_, {centre(i) - 200, top}, out, 0.5, 400);
      continue;
    }
    Passage passage = set_text(c_, plain(chart_.categories[i]), small_, band_ - 3, Fit::greedy);
    passage.element = element_;
    height = std::max(height, passage.height());
    for (std::size_t k = 0; k < passage.lines.size(); ++k)
      ::attache::pdf::draw_line(c_, passage, k, {centre(i) - passage.lines[k].width / 2, top + static_cast<double>(k) * small_.lead}, out);
  }
  return height;
}

void Plot::draw_columns(std::vector<Item>& out) {
  std::vector<std::size_t> columns;
  for (std::size_t s = 0; s < chart_.series.size(); ++s)
    if (chart_.series[s].kind == Series::Kind::column) columns.push_back(s);
  if (columns.empty()) return;
  const double width = std::min(band_ * 0.72 / static_cast<double>(columns.size()), 34.0);
  for (std::size_t i = 0; i < chart_.categories.size(); ++i)
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const Series& series = chart_.series[columns[k]];
      const auto value = value_at(series, i);
      if (!value) continue;
      const double zero = y_of(0, series.secondary), end = y_of(*value, series.secondary);
      const double x = centre(i) + (static_cast<double>(k) - static_cast<double>(columns.size()) / 2) * width;
      draw_block(look_of_series(c_.style, columns[k]), x + 0.4, std::min(zero, end), width - 0.8, std::fabs(end - zero), element_, out);
    }
}

void Plot::draw_stacked(std::vector<Item>& out) {
  const double width = std::min(band_ * 0.66, 44.0);
  for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
    double positive = 0, negative = 0;
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      const auto value = value_at(chart_.series[s], i);
      if (chart_.series[s].kind != Series::Kind::stacked || !value) continue;
      double& base = *value >= 0 ? positive : negative;
      const double from = y_of(base, false), to = y_of(base + *value, false);
      base += *value;
      draw_block(look_of_series(c_.style, s), centre(i) - width / 2, std::min(from, to), width, std::max(std::fabs(to - from) - 0.5, 0.0),
                 element_, out);
    }
  }
}

void Plot::draw_line(std::size_t index, std::vector<Item>& out) {
  const Series& series = chart_.series[index];
  const SeriesLook look = look_of_series(c_.style, index);
  PathItem path;
  path.stroke = look.colour;
  path.line_width = 1.5;
  path.dash_on = look.dash_on;
  path.dash_off = look.dash_off;
  std::vector<Point> marks;
  const auto flush = [&] {
    if (path.points.size() > 1) out.push_back({element_, Artifact::layout, path});
    path.points.clear();
  };
  for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
    const auto value = value_at(series, i);
    if (!value) {
      flush();
      continue;
    }
    path.points.push_back({centre(i), y_of(*value, series.secondary)});
    marks.push_back(path.points.back());
  }
  flush();
  constexpr std::size_t most_markers = 40;
  if (marks.size() <= most_markers)
    for (const Point& at : marks) draw_marker(look, at, element_, out);
}

void Plot::draw_area(std::size_t index, std::vector<Item>& out) {
  const Series& series = chart_.series[index];
  const SeriesLook look = look_of_series(c_.style, index);
  PathItem path;
  path.closed = path.filled = true;
  path.fill = mix(look.colour, c_.style.white, 0.3);
  const auto flush = [&] {
    if (path.points.size() > 1) {
      const double zero = y_of(0, series.secondary);
      const double from = path.points.front().x, to = path.points.back().x;
      path.points.push_back({to, zero});
      path.points.push_back({from, zero});
      out.push_back({element_, Artifact::layout, path});
    }
    path.points.clear();
  };
  for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
    const auto value = value_at(series, i);
    if (!value)
      flush();
    else
      path.points.push_back({centre(i), y_of(*value, series.secondary)});
  }
  flush();
}

double Plot::draw_vertical(double top, double share, std::vector<Item>& out) {
  first_ = axis_for(false, !has_second_);
  if (has_second_) {
    second_ = axis_for(true, false);
    if (first_.low < 0 || second_.low < 0 || (first_.low == 0 && second_.low == 0)) share_zero(first_, second_);
  }
  const bool unit_line = !chart_.unit.empty() || (has_second_ && !chart_.secondary_unit.empty());
  top_ = top + (unit_line ? 17 : 5);
  bottom_ = top_ + c_.style.plot_height * share;
  left_ = c_.left + widest_label(first_) + 5;
  right_ = c_.left + c_.width - (has_second_ ? widest_label(second_) + 5 : 0);
  band_ = (right_ - left_) / static_cast<double>(std::max<std::size_t>(chart_.categories.size(), 1));
  draw_grid(top_, first_, has_second_ ? &second_ : nullptr, out);
  for (std::size_t s = 0; s < chart_.series.size(); ++s)
    if (chart_.series[s].kind == Series::Kind::area) draw_area(s, out);
  draw_stacked(out);
  draw_columns(out);
  for (std::size_t s = 0; s < chart_.series.size(); ++s)
    if (chart_.series[s].kind == Series::Kind::line || chart_.series[s].kind == Series::Kind::area) draw_line(s, out);
  return bottom_ + 4 + draw_categories(bottom_ + 4, out) - top;
}

double Plot::draw_bars(double top, std::vector<Item>& out) {
  std::vector<std::size_t> bars;
  for (std::size_t s = 0; s < chart_.series.size(); ++s) bars.push_back(s);
  double labels = 0;
  for (const auto& category : chart_.categories) labels = std::max(labels, c_.type.width(plain(category), small_));
  labels = std::min(labels, c_.width * 0.38) + 2;
  double values = 0;
  for (const Series& series : chart_.series)
    for (const auto& printed : series.printed) values = std::max(values, c_.type.width(plain(printed), small_));
  first_ = axis_for(false, true);
  left_ = c_.left + labels + 7;
  right_ = c_.left + c_.width - values - 8;
  const auto x_of = [&](double value) { return left_ + first_.position(value) * (right_ - left_); };
  double y = top + (chart_.unit.empty() ? 2 : 14);
  text(chart_.unit, small_, {left_, top}, out);
  const double start = y;
  const std::size_t rule_at = out.size();
  for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
    Passage name = set_text(c_, plain(chart_.categories[i]), small_, labels, Fit::greedy);
    name.element = element_;
    const double bars_high = bar_height * static_cast<double>(bars.size());
    const double row = std::max(name.height(), bars_high);
    draw_lines(c_, name, {c_.left, y + (row - name.height()) / 2}, out);
    double at = y + (row - bars_high) / 2;
    for (const std::size_t s : bars) {
      const auto value = value_at(chart_.series[s], i);
      const std::string printed = i < chart_.series[s].printed.size() ? chart_.series[s].printed[i] : std::string();
      if (value)
        draw_block(look_of_series(c_.style, s), std::min(x_of(0), x_of(*value)), at + 0.8, std::fabs(x_of(*value) - x_of(0)),
                   bar_height - 1.6, element_, out);
      text(printed, small_, {std::max(x_of(value ? *value : 0), x_of(0)) + 4, at + 0.5}, out);
      at += bar_height;
    }
    y += row + bar_gap;
  }
  out.insert(out.begin() + static_cast<std::ptrdiff_t>(rule_at),
             Item{element_, Artifact::layout, RectItem{{x_of(0) - 0.4, start - 2}, 0.8, y - start - bar_gap + 4, c_.style.muted}});
  return y - bar_gap + 4 - top;
}

}  // namespace attache::pdf
