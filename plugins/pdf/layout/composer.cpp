#include "layout/composer.hpp"

#include <algorithm>
#include <cstdint>

#include "layout/bidi.hpp"

namespace attache::pdf {

Strip& Composer::add_strip(double height) {
  Strip strip;
  strip.height = height;
  strip.space_before = space;
  strip.break_before = break_before;
  strip.landscape = landscape;
  strip.frame = frame;
  strip.ids = std::move(pending_ids);
  pending_ids.clear();
  space = 0;
  break_before = false;
  galley.strips.push_back(std::move(strip));
  return galley.strips.back();
}

double Composer::page_room() const { return (landscape ? style.page_width : style.page_height) - style.margin_top - style.margin_bottom; }

double baseline(const TextStyle& style) { return style.lead * 0.5 + style.size * 0.36; }

Passage set_text(Composer& c, const Text& text, const TextStyle& style, double width, Fit fit) {
  Passage passage{text, style, c.type.tokens(text, style), {}, -1, {}};
  passage.lines = c.type.lines(passage.tokens, width, fit);
  return passage;
}

namespace {

bool leads_somewhere(const Composer& c, const Span& span) {
  if (span.citation != 0) return c.known_ids.contains(source_id(span.citation));
  if (span.href.starts_with('#')) return c.known_ids.contains(span.href.substr(1));
  return span.href.starts_with("http://") || span.href.starts_with("https://") || span.href.starts_with("mailto:");
}

int element_of_span(Composer& c, Passage& passage, int span) {
  if (passage.element < 0) return -1;
  passage.span_elements.resize(passage.text.size(), -1);
  int& own = passage.span_elements[static_cast<std::size_t>(span)];
  if (own != -1) return own == -2 ? passage.element : own;
  const Span& source = passage.text[static_cast<std::size_t>(span)];
  const bool link = leads_somewhere(c, source);
  if (!link && source.lang.empty()) {
    own = -2;
    return passage.element;
  }
  own = c.add_element(link ? "Link" : "Span", passage.element);
  c.at(own).lang = source.lang;
  return own;
}

void add_link(const Span& span, Point at, double width, double height, int element, std::vector<Item>& out) {
  LinkItem link;
  link.at = at;
  link.width = width;
  link.height = height;
  if (span.citation != 0)
    link.target = source_id(span.citation);
  else if (span.href.starts_with('#'))
    link.target = span.href.substr(1);
  else
    link.url = span.href;
  link.description = span.citation != 0 ? citation_text(span.citation) : span.text;
  out.push_back({element, Artifact::layout, std::move(link)});
}

bool drawn_alike(const Token& a, const Token& b) {
  return a.level == 0 && b.level == 0 && a.role == b.role && a.span == b.span && a.size == b.size && a.shaped->face == b.shaped->face;
}

/// Where each token of a line begins. The space after a word from right to left stands at its left.
std::vector<double> token_lefts(const Passage& passage, const Line& line, double x) {
  std::vector<std::uint8_t> levels;
  for (std::size_t i = line.begin; i < line.end; ++i) levels.push_back(passage.tokens[i].level);
  std::vector<double> lefts(levels.size());
  for (const std::size_t i : visual_order(levels)) {
    const Token& token = passage.tokens[line.begin + i];
    const double gap = i + 1 < levels.size() ? token.gap : 0;
    if (token.level % 2 == 1) x += gap;
    lefts[i] = x;
    x += token.width + (token.level % 2 == 1 ? 0 : gap);
  }
  return lefts;
}

}  // namespace

void draw_line(Composer& c, Passage& passage, std::size_t index, Point top_left, std::vector<Item>& out) {
  const Line line = passage.lines[index];
  const double base = top_left.y + baseline(passage.style);
  const auto lefts = token_lefts(passage, line, top_left.x);
  for (std::size_t i = line.begin; i < line.end;) {
    const std::size_t begin = i;
    const Token& first = passage.tokens[begin];
    TextItem item;
    item.role = first.role;
    item.size = first.size;
    item.at = {lefts[begin - line.begin], base - first.raise};
    item.colour = first.colour;
    do item.pieces.push_back({passage.tokens[i].shaped, passage.tokens[i].gap > 0 && passage.tokens[i].level == 0});
    while (++i < line.end && drawn_alike(first, passage.tokens[i]));
    const double width = lefts[i - 1 - line.begin] + passage.tokens[i - 1].width - item.at.x;
    const int element = element_of_span(c, passage, first.span);
    const double left = item.at.x;
    out.push_back({element, Artifact::layout, std::move(item)});
    const Span& span = passage.text[static_cast<std::size_t>(first.span)];
    if (element >= 0 && leads_somewhere(c, span)) add_link(span, {left, top_left.y}, width, passage.style.lead, element, out);
  }
}

void draw_lines(Composer& c, Passage& passage, Point top_left, std::vector<Item>& out) {
  for (std::size_t i = 0; i < passage.lines.size(); ++i)
    draw_line(c, passage, i, {top_left.x, top_left.y + static_cast<double>(i) * passage.style.lead}, out);
}

double draw_text(Composer& c, const std::string& text, const TextStyle& style, Point top_left, int element, std::vector<Item>& out,
                 double align, double box) {
  Passage passage{plain(text), style, {}, {}, element, {}};
  passage.tokens = c.type.tokens(passage.text, style);
  const double width = extent(passage.tokens).most;
  if (passage.tokens.empty()) return 0;
  passage.lines = {{0, passage.tokens.size(), width}};
  draw_line(c, passage, 0, {top_left.x + align * (box - width), top_left.y}, out);
  return width;
}

void add_lines(Composer& c, Passage& passage, double x, bool keep_with_next) {
  const std::size_t n = passage.lines.size();
  for (std::size_t i = 0; i < n; ++i) {
    Strip& strip = c.add_strip(passage.style.lead);
    const bool first = i == 0 && n > 1, next_to_last = i + 2 == n, last = i + 1 == n;
    strip.keep_with_next = first || next_to_last || (last && keep_with_next);
    draw_line(c, passage, i, {x, 0}, strip.items);
  }
}

void open_frame(Composer& c, Frame frame, double side_padding) {
  frame.parent = c.frame;
  frame.left = c.left;
  frame.width = c.width;
  c.galley.frames.push_back(frame);
  c.frame = static_cast<int>(c.galley.frames.size()) - 1;
  c.left += side_padding;
  c.width -= 2 * side_padding;
}

}  // namespace attache::pdf
