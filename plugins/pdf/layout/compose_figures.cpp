// Key figures as tiles.

#include <algorithm>
#include <cmath>

#include "charts/axis.hpp"
#include "layout/compose.hpp"
#include "layout/table_grid.hpp"

namespace attache::pdf {
namespace {

constexpr double gap = 8, pad_x = 10;
constexpr double trend_width = 38, trend_height = 13;

std::size_t tiles_in_a_row(std::size_t count) {
  if (count <= 4) return std::max<std::size_t>(count, 1);
  if (count % 4 == 0 || count == 7 || count > 9) return 4;
  return 3;
}

/// "billion USD" stays on one line.
std::string unbroken(const std::string& unit) {
  std::string whole;
  for (const char c : unit) c == ' ' ? whole += "\xC2\xA0" : whole += c;
  return whole;
}

struct Tile {
  Passage label, value, change, note;
  int arrow = 0;
  const Figure* figure = nullptr;
  [[nodiscard]] double height() const {
    return label.height() + value.height() + change.height() + note.height() + (change.lines.empty() ? 0 : 1) +
           (note.lines.empty() ? 0 : 1);
  }
};

class Tiles {
 public:
  explicit Tiles(Composer& c) : c_(c) {
    label_ = c.small();
    value_ = c.body();
    value_.role = Role::bold;
    value_.colour = c.style.accent;
    value_.size = c.style.tile_value;
    value_.lead = c.style.tile_value + 5;
  }

  [[nodiscard]] Tile make(const Figure& figure, double width) {
    Tile tile;
    tile.figure = &figure;
    const double inner = width - 2 * pad_x;
    TextStyle change = label_;
    change.colour = c_.style.text;
    tile.label = set_text(c_, plain(figure.label), label_, inner, Fit::optimal);
    tile.value = value_of(figure, inner);
    Text by;
    if (!figure.change.empty())
      by.push_back(strong((figure.direction > 0 && figure.change.find('+') == std::string::npos ? "+" : "") +
                          c_.phrases.say("number.percent", {{"number", figure.change}}))[0]);
    if (!figure.change.empty() && !figure.change_label.empty()) by.push_back(plain(" " + figure.change_label)[0]);
    tile.arrow = figure.change.empty() ? 0 : figure.direction;
    tile.change = set_text(c_, by, change, inner - (tile.arrow != 0 ? 9 : 0), Fit::optimal);
    tile.note = set_text(c_, plain(figure.note), label_, inner, Fit::optimal);
    return tile;
  }

  struct Place {
    double x, width, height, label_height;
  };
  void draw(Tile& tile, const Place& place, int parent, std::vector<Item>& items) {
    const auto [x, width, height, label_height] = place;
    items.push_back({-1, Artifact::layout, RectItem{{x, 0}, width, height, c_.style.fill}});
    items.push_back({-1, Artifact::layout, RectItem{{x, 0}, 2.4, height, c_.style.accent}});
    const int element = c_.add_element("LBody", c_.add_element("LI", parent));
    double y = c_.style.tile_pad;
    tile.label.element = c_.add_element("P", element);
    draw_lines(c_, tile.label, {x + pad_x, y}, items);
    y += label_height;
    tile.value.element = c_.add_element("P", element);
    draw_lines(c_, tile.value, {x + pad_x, y}, items);
    if (tile.value.lines.size() == 1 && tile.value.lines[0].width + trend_width + 10 < width - 2 * pad_x)
      draw_trend(tile.figure->trend, {x + width - pad_x - trend_width, y + 5}, items);
    y += tile.value.height();
    if (!tile.change.lines.empty()) {
      y += 1;
      double left = x + pad_x;
      if (tile.arrow != 0) {
        draw_arrow({left, y + tile.change.style.lead / 2}, tile.arrow, items);
        left += 9;
      }
      tile.change.element = c_.add_element("P", element);
      draw_lines(c_, tile.change, {left, y}, items);
      y += tile.change.height();
    }
    if (!tile.note.lines.empty()) {
      tile.note.element = c_.add_element("P", element);
      draw_lines(c_, tile.note, {x + pad_x, y + 1}, items);
    }
  }

 private:
  /// The value as large as it fits on one line with its unit; the unit never leaves the number unless no size holds both.
  [[nodiscard]] Passage value_of(const Figure& figure, double inner) {
    constexpr double least = 10;
    for (double size = value_.size; size >= least; size -= 1) {
      Passage passage = value_at(figure, inner, size, true);
      if (passage.lines.size() == 1) return passage;
    }
    for (double size = 13; size >= least; size -= 1) {  // words before the number, or its source, go on a line of their own
      Passage passage = value_at(figure, inner, size, true);
      if (extent(passage.tokens).least <= inner) return passage;
    }
    return value_at(figure, inner, 12, false);
  }

  [[nodiscard]] Passage value_at(const Figure& figure, double inner, double size, bool whole) {
    const std::size_t end = number_end(figure.value);
    const std::size_t begin = figure.value.find_first_of("0123456789[+-\xE2");  // U+2212 begins with E2; words before it are small
    const std::size_t words = begin == std::string::npos || begin >= end ? 0 : begin;
    const std::string shown = figure.value.empty() ? "–" : figure.value.substr(words, end - words);
    TextStyle style = value_;
    style.size = size;
    if (shown.front() == '[') {  // the reason why there is no value
      style = label_;
      style.size = 10;
      style.lead = 16;
    }
    Passage passage{{}, style, {}, {}, -1, {}};
    const auto add = [&](Text text, const TextStyle& how, double gap_before) {
      if (text.empty()) return;
      if (!passage.tokens.empty()) passage.tokens.back().gap = gap_before;
      for (Token token : c_.type.tokens(text, how)) {
        token.span = static_cast<int>(passage.text.size());
        passage.tokens.push_back(token);
      }
      passage.text.push_back(std::move(text[0]));
    };
    add(plain(figure.value.substr(0, words)), label_, 0);
    const std::size_t first = passage.tokens.size();
    add(plain(shown), style, 3);
    add(plain(figure.value.substr(std::min(end, figure.value.size()))), label_, 2);
    add(plain(unbroken(figure.unit)), label_, 4);
    for (std::size_t i = first; whole && i + 1 < passage.tokens.size(); ++i) passage.tokens[i].may_break = false;
    if (figure.citation != 0) add({citation_span(figure.citation)}, label_, 2.5);
    if (whole && extent(passage.tokens).least > inner) return passage;  // no lines: it does not fit
    passage.lines = c_.type.lines(passage.tokens, inner, Fit::greedy);
    if (passage.lines.size() > 1) passage.style.lead = 16;
    return passage;
  }

  /// The course of the figure as a line without axes, the last point marked; the numbers are in the table it comes from.
  void draw_trend(const std::vector<std::optional<double>>& trend, Point at, std::vector<Item>& items) {
    Range range;
    std::size_t known = 0;
    for (const auto& value : trend) {
      if (!value) continue;
      range.take(*value);
      ++known;
    }
    if (known < 3 || range.high <= range.low) return;
    PathItem line;
    line.stroke = c_.style.series[0];
    line.line_width = 1;
    Point last;
    const auto flush = [&] {
      if (line.points.size() > 1) items.push_back({-1, Artifact::layout, line});
      line.points.clear();
    };
    for (std::size_t i = 0; i < trend.size(); ++i) {
      if (!trend[i]) {
        flush();
        continue;
      }
      last = {at.x + trend_width * static_cast<double>(i) / static_cast<double>(trend.size() - 1),
              at.y + trend_height * (1 - (*trend[i] - range.low) / (range.high - range.low))};
      line.points.push_back(last);
    }
    flush();
    items.push_back({-1, Artifact::layout, RectItem{{last.x - 1.4, last.y - 1.4}, 2.8, 2.8, c_.style.series[0]}});
  }

  void draw_arrow(Point at, int direction, std::vector<Item>& items) {
    PathItem arrow;
    const double up = direction > 0 ? -1 : 1;
    arrow.points = {{at.x, at.y - up * 2.2}, {at.x + 6, at.y - up * 2.2}, {at.x + 3, at.y + up * 2.8}};
    arrow.closed = arrow.filled = true;
    arrow.fill = direction > 0 ? c_.style.accent : c_.style.warning;
    items.push_back({-1, Artifact::layout, std::move(arrow)});
  }

  Composer& c_;
  TextStyle label_, value_;
};

}  // namespace

void compose(Composer& c, const KeyFigures& figures) {
  if (figures.figures.empty()) return;
  Tiles tiles(c);
  const std::size_t columns = tiles_in_a_row(figures.figures.size());
  const auto n = static_cast<double>(columns);
  const double width = (c.width - (n - 1) * gap) / n;
  const int list = c.add_element("L");
  c.want_space(c.style.block_gap);
  std::vector<Tile> all;
  std::vector<double> label_heights, heights;  // per row
  for (const Figure& figure : figures.figures) {
    all.push_back(tiles.make(figure, width));
    const double label = all.back().label.height();
    if ((all.size() - 1) % columns == 0) {
      label_heights.push_back(0);
      heights.push_back(0);
    }
    label_heights.back() = std::max(label_heights.back(), label);
    heights.back() = std::max(heights.back(), all.back().height() - label);
  }
  double height = 0;  // one for all rows
  for (std::size_t row = 0; row < heights.size(); ++row)
    height = std::max(height, label_heights[row] + heights[row] + 2 * c.style.tile_pad);
  for (std::size_t first = 0; first < all.size(); first += columns) {
    const std::size_t end = std::min(first + columns, all.size());
    Strip& strip = c.add_strip(height);
    for (std::size_t i = first; i < end; ++i)
      tiles.draw(all[i], {c.left + static_cast<double>(i - first) * (width + gap), width, height, label_heights[first / columns]}, list,
                 strip.items);
    c.want_space(gap);
  }
  c.want_space(c.style.block_gap);
}

}  // namespace attache::pdf
