// A chart with what stands around it: title, legend, note.

#include "charts/plot.hpp"
#include "layout/compose.hpp"

namespace attache::pdf {
namespace {

bool is_line(const Series& series) { return series.kind == Series::Kind::line || series.kind == Series::Kind::area; }

/// Swatches and names on as many lines as it takes; returns the height.
double draw_legend(Composer& c, const Chart& chart, int element, std::vector<Item>& out) {
  if (chart.series.size() < 2) return 0;
  TextStyle style = c.small();
  style.colour = c.style.text;
  double x = c.left, y = 0;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const Series& series = chart.series[s];
    std::string name = series.name;
    if (series.secondary && !chart.secondary_unit.empty()) name += " (" + chart.secondary_unit + ")";
    const double swatch = 16, width = swatch + 5 + c.type.width(plain(name), style);
    if (x > c.left && x + width > c.left + c.width) {
      x = c.left;
      y += style.lead;
    }
    const SeriesLook look = look_of_series(c.style, s);
    const double middle = y + style.lead / 2;
    if (is_line(series)) {
      PathItem line;
      line.points = {{x, middle}, {x + swatch, middle}};
      line.stroke = look.colour;
      line.line_width = 1.5;
      line.dash_on = look.dash_on;
      line.dash_off = look.dash_off;
      out.push_back({element, Artifact::layout, std::move(line)});
      draw_marker(look, {x + swatch / 2, middle}, element, out);
    } else {
      draw_block(look, x + 3, middle - 4, swatch - 5, 8, element, out);
    }
    draw_text(c, name, style, {x + swatch + 5, y}, element, out);
    x += width + 16;
  }
  return y + style.lead + 4;
}

void add_title(Composer& c, const std::string& title) {
  TextStyle style = c.table(Role::bold);
  style.size = 9;
  style.lead = 12.4;
  Passage passage = set_text(c, plain(title), style, c.width, Fit::optimal);
  if (passage.lines.empty()) return;
  passage.element = c.add_element("P");
  const std::size_t first = c.galley.strips.size();
  add_lines(c, passage, c.left, true);
  for (std::size_t i = first; i < c.galley.strips.size(); ++i) c.galley.strips[i].keep_with_next = true;
  c.want_space(4);
}

}  // namespace

void compose(Composer& c, const Chart& chart) {
  if (chart.categories.empty() || chart.series.empty()) return;
  c.want_space(c.style.block_gap);
  add_title(c, chart.title);
  const int figure = c.add_element("Figure");
  c.at(figure).alt = chart.alt.empty() ? chart.title : chart.alt;
  c.at(figure).block_figure = true;
  Plot plot(c, chart, figure);
  std::vector<Item> items;
  const double legend = draw_legend(c, chart, figure, items);
  Smaller smaller{0, items};
  const double height = legend + (plot.horizontal() ? plot.draw_bars(legend, items) : plot.draw_vertical(legend, 1, items));
  Strip& strip = c.add_strip(height);
  strip.items = std::move(items);
  if (!plot.horizontal()) {
    constexpr double least_share = 0.8;
    smaller.height = legend + plot.draw_vertical(legend, least_share, smaller.items);
    strip.smaller = static_cast<int>(c.galley.smaller.size());
    c.galley.smaller.push_back(std::move(smaller));
  }
  Passage note = set_text(c, chart.note, c.small(), c.width, Fit::optimal);
  if (!note.lines.empty()) {
    strip.keep_with_next = true;
    note.element = c.add_element("P");
    c.want_space(4);
    add_lines(c, note, c.left);
  }
  c.want_space(c.style.block_gap);
}

}  // namespace attache::pdf
