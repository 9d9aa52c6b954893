#pragma once
/// Draws series into a rectangle. Knows axes and colours; the frame around it (title, legend, note) is compose_chart's.

#include <vector>

#include "charts/axis.hpp"
#include "layout/composer.hpp"

namespace attache::pdf {

/// How a series looks: colour, and a second mark for those who see no colour.
struct SeriesLook {
  Colour colour = 0;
  int pattern = 0;  ///< of areas: 0 plain, 1 pale with outline, 2 rising stripes, 3 falling stripes
  int marker = 0;   ///< of lines: 0 circle, 1 square, 2 triangle, 3 diamond
  double dash_on = 0, dash_off = 0;
};
[[nodiscard]] SeriesLook look_of_series(const Style& style, std::size_t index);

/// A filled rectangle in the series' look.
void draw_block(const SeriesLook& look, double x, double y, double width, double height, int element, std::vector<Item>& out);
void draw_marker(const SeriesLook& look, Point at, int element, std::vector<Item>& out);

class Plot {
 public:
  /// `element`: the figure all items belong to.
  Plot(Composer& c, const Chart& chart, int element);
  /// Vertical charts: columns, stacked columns, areas and lines over categories, the plot at `share` of its usual height.
  [[nodiscard]] double draw_vertical(double top, double share, std::vector<Item>& out);
  /// Horizontal bars; returns the height taken.
  [[nodiscard]] double draw_bars(double top, std::vector<Item>& out);
  [[nodiscard]] bool horizontal() const { return horizontal_; }

 private:
  [[nodiscard]] Axis axis_for(bool secondary, bool bars_only) const;
  [[nodiscard]] std::string label(double value, const Axis& axis) const;
  [[nodiscard]] double widest_label(const Axis& axis) const;
  void draw_grid(double top, const Axis& axis, const Axis* second, std::vector<Item>& out);
  void draw_columns(std::vector<Item>& out);
  void draw_stacked(std::vector<Item>& out);
  void draw_line(std::size_t series, std::vector<Item>& out);
  void draw_area(std::size_t series, std::vector<Item>& out);
  [[nodiscard]] double draw_categories(double top, std::vector<Item>& out);
  void text(const std::string& text, const TextStyle& style, Point at, std::vector<Item>& out, double align = 0, double box = 0);
  [[nodiscard]] double y_of(double value, bool secondary) const {
    return bottom_ - (secondary ? second_ : first_).position(value) * (bottom_ - top_);
  }
  [[nodiscard]] double centre(std::size_t category) const { return left_ + (static_cast<double>(category) + 0.5) * band_; }

  Composer& c_;
  const Chart& chart_;
  int element_;
  bool horizontal_ = false, has_second_ = false;
  TextStyle small_;
  Axis first_, second_;
  double left_ = 0, right_ = 0, top_ = 0, bottom_ = 0, band_ = 0;
};

}  // namespace attache::pdf
