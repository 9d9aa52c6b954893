// The looks of series: fills with patterns, markers.

#include <algorithm>

#include "charts/plot.hpp"

namespace attache::pdf {
namespace {

PathItem stripe(Point a, Point b, Colour colour) {
  PathItem path;
  path.points = {a, b};
  path.stroke = colour;
  path.line_width = 0.9;
  return path;
}

/// Lines at 45 degrees, cut to the rectangle. `rising`: from lower left to upper right.
void draw_stripes(double x, double y, double width, double height, bool rising, int element, std::vector<Item>& out) {
  constexpr double distance = 4.2;
  for (double d = distance; d < width + height; d += distance) {
    // The line u + v = d in a system whose origin is a corner of the rectangle.
    const Point a = d <= width ? Point{d, 0} : Point{width, d - width};
    const Point b = d <= height ? Point{0, d} : Point{d - height, height};
    const auto place = [&](Point p) { return rising ? Point{x + p.x, y + p.y} : Point{x + width - p.x, y + p.y}; };
    out.push_back({element, Artifact::layout, stripe(place(a), place(b), 0xFFFFFF)});
  }
}

}  // namespace

SeriesLook look_of_series(const Style& style, std::size_t index) {
  static constexpr double dashes[][2] = {{0, 0}, {5, 2}, {1.5, 1.5}, {7, 2}};
  SeriesLook look;
  look.colour = style.series.at(index % style.series.size());
  look.pattern = look.marker = static_cast<int>(index % 4);
  look.dash_on = dashes[index % 4][0];
  look.dash_off = dashes[index % 4][1];
  return look;
}

void draw_block(const SeriesLook& look, double x, double y, double width, double height, int element, std::vector<Item>& out) {
  if (height < 0.05 || width < 0.05) return;
  if (look.pattern == 1) {
    PathItem box;
    const double edge = std::min({0.45, width / 2, height / 2});
    box.points = {{x + edge, y + edge}, {x + width - edge, y + edge}, {x + width - edge, y + height - edge}, {x + edge, y + height - edge}};
    box.closed = box.filled = true;
    box.fill = mix(look.colour, 0xFFFFFF, 0.35);
    box.stroke = look.colour;
    box.line_width = 0.9;
    out.push_back({element, Artifact::layout, std::move(box)});
    return;
  }
  out.push_back({element, Artifact::layout, RectItem{{x, y}, width, height, look.colour}});
  if (look.pattern >= 2) draw_stripes(x, y, width, height, look.pattern == 2, element, out);
}

void draw_marker(const SeriesLook& look, Point at, int element, std::vector<Item>& out) {
  PathItem mark;
  constexpr double r = 2.6;
  switch (look.marker) {
    case 0:
      mark.points = {{at.x - r, at.y}, {at.x - 0.71 * r, at.y - 0.71 * r}, {at.x, at.y - r}, {at.x + 0.71 * r, at.y - 0.71 * r},
                     {at.x + r, at.y}, {at.x + 0.71 * r, at.y + 0.71 * r}, {at.x, at.y + r}, {at.x - 0.71 * r, at.y + 0.71 * r}};
      break;
    case 1:
      mark.points = {{at.x - 2.2, at.y - 2.2}, {at.x + 2.2, at.y - 2.2}, {at.x + 2.2, at.y + 2.2}, {at.x - 2.2, at.y + 2.2}};
      break;
    case 2:
      mark.points = {{at.x - 2.7, at.y + 2}, {at.x, at.y - 2.8}, {at.x + 2.7, at.y + 2}};
      break;
    default:
      mark.points = {{at.x - 2.9, at.y}, {at.x, at.y - 2.9}, {at.x + 2.9, at.y}, {at.x, at.y + 2.9}};
      break;
  }
  mark.closed = mark.filled = true;
  mark.fill = look.colour;
  mark.stroke = 0xFFFFFF;
  mark.line_width = 0.7;
  out.push_back({element, Artifact::layout, std::move(mark)});
}

}  // namespace attache::pdf
