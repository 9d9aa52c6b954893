// Tables: a head that is repeated on every page, rows that are cut only when they are high, wide tables in parts.

#include <algorithm>
#include <cstdint>

#include "layout/compose.hpp"
#include "layout/table_grid.hpp"

namespace attache::pdf {
namespace {

constexpr std::size_t rows_with_head = 3;
/// A row of up to so many lines is never cut; of a higher one so many lines stay together at its start and end.
constexpr std::size_t lines_whole = 14, lines_at_start = 5, lines_at_end = 4;

class TableComposer {
 public:
  TableComposer(Composer& c, const Table& table, Grid& grid, double width) : c_(c), table_(table), grid_(grid), width_(width) {}

  void add(int element) {
    const int head = c_.add_element("THead", element);
    add_head(head);
    body_ = c_.add_element("TBody", element);
    for (std::size_t r = 0; r < table_.rows.size(); ++r) add_row(r);
  }

 private:
  /// Draws the head into items; `row_elements` < 0: as an artifact.
  void draw_head(int head_element, std::vector<Item>& items) {
    double y = 0;
    if (grid_.group_height > 0) {
      draw_groups(head_element, items);
      y = grid_.group_height;
    }
    const int tr = head_element < 0 ? -1 : c_.add_element("TR", head_element);
    for (std::size_t k = 0; k < table_.columns.size(); ++k) {
      Passage& passage = grid_.head[k].passage;
      passage.element = tr < 0 ? -1 : c_.add_element("TH", tr);
      passage.span_elements.clear();
      if (tr >= 0) c_.at(passage.element).scope = Element::Scope::column;
      const double top = y + grid_.head_height - c_.style.row_pad - 1 - passage.height();
      for (std::size_t i = 0; i < passage.lines.size(); ++i)
        draw_line(c_, passage, i, {cell_left(k, passage.lines[i].width, 0), top + static_cast<double>(i) * passage.style.lead}, items);
    }
    items.push_back({-1, Artifact::layout, RectItem{{c_.left, y + grid_.head_height - 0.9}, width_, 0.9, c_.style.accent}});
  }

  void draw_groups(int head_element, std::vector<Item>& items) {
    const int tr = head_element < 0 ? -1 : c_.add_element("TR", head_element);
    for (GroupHead& group : grid_.groups) {
      const int th = tr < 0 ? -1 : c_.add_element("TH", tr);
      if (th >= 0) {
        c_.at(th).scope = Element::Scope::column;
        c_.at(th).column_span = static_cast<int>(group.end - group.begin);
      }
      Passage& passage = group.passage;
      if (passage.lines.empty()) continue;
      passage.element = th;
      passage.span_elements.clear();
      const double left = c_.left + grid_.lefts[group.begin] + cell_pad;
      const double width = c_.left + grid_.lefts[group.end - 1] + grid_.widths[group.end - 1] - cell_pad - left;
      const double top = grid_.group_height - 5 - passage.height();
      for (std::size_t i = 0; i < passage.lines.size(); ++i)
        draw_line(c_, passage, i, {left + (width - passage.lines[i].width) / 2, top + static_cast<double>(i) * passage.style.lead}, items);
      items.push_back({-1, Artifact::layout, RectItem{{left, grid_.group_height - 3}, width, 0.5, c_.style.accent}});
    }
  }

  void add_head(int element) {
    Repeated repeated;
    repeated.height = grid_.group_height + grid_.head_height + 1.5;
    draw_head(-1, repeated.items);
    c_.galley.repeated.push_back(std::move(repeated));
    group_ = static_cast<int>(c_.galley.repeated.size()) - 1;
    Strip& strip = c_.add_strip(grid_.group_height + grid_.head_height + 1.5);
    strip.repeated = group_;
    strip.keep_with_next = !table_.rows.empty();
    draw_head(element, strip.items);
  }

  [[nodiscard]] double cell_left(std::size_t k, double line_width, double tail) const {
    const double left = c_.left + grid_.lefts[k] + cell_pad;
    if (!table_.columns[k].number) return left;
    const double right = left + grid_.widths[k] - 2 * cell_pad;
    return grid_.hang[k] < 0 ? right - line_width : right - line_width - (grid_.hang[k] - tail);
  }

  /// Heads of columns of numbers stand over the numbers, not over the room for signs.
  void add_row(std::size_t r) {
    const TableRow& row = table_.rows[r];
    const int tr = c_.add_element("TR", body_);
    for (std::size_t k = 0; k < table_.columns.size(); ++k) {
      Passage& passage = grid_.rows[r][k].passage;
      passage.element = c_.add_element(table_.columns[k].header ? "TH" : "TD", tr);
      if (table_.columns[k].header) c_.at(passage.element).scope = Element::Scope::row;
    }
    const double lead = c_.table().lead;
    std::size_t lines = 1;
    for (const auto& cell : grid_.rows[r]) lines = std::max(lines, cell.passage.lines.size());
    const bool whole = lines <= lines_whole;
    for (std::size_t first = 0; first < lines;) {
      const bool begins = first == 0, ends = whole || lines - first <= lines_at_end;
      const std::size_t end = ends ? lines : begins ? lines_at_start : first + 1;
      const double above = begins ? c_.style.row_pad : 0;
      Strip& strip = c_.add_strip(above + static_cast<double>(end - first) * lead + (ends ? c_.style.row_pad : 0));
      strip.repeated = group_;
      strip.keep_with_next = ends && keeps_with_next(r);
      decorate(row, strip, begins, ends);
      for (std::size_t k = 0; k < table_.columns.size(); ++k) draw_cell(r, k, {first, end}, above, strip.items);
      first = end;
    }
  }

  struct Lines {
    std::size_t first, end;
  };
  void draw_cell(std::size_t r, std::size_t k, Lines lines, double above, std::vector<Item>& items) {
    GridCell& cell = grid_.rows[r][k];
    const double indent = k == 0 ? table_.rows[r].indent * indent_step : 0;
    for (std::size_t i = lines.first; i < std::min(lines.end, cell.passage.lines.size()); ++i) {
      const double y = above + static_cast<double>(i - lines.first) * cell.passage.style.lead;
      draw_line(c_, cell.passage, i, {cell_left(k, cell.passage.lines[i].width, cell.tail) + indent, y}, items);
    }
  }

  /// The first three rows stay with the head, the last two with each other, and a total with the row before it.
  [[nodiscard]] bool keeps_with_next(std::size_t r) const {
    const std::size_t n = table_.rows.size();
    if (r + 1 >= n) return false;
    return r < rows_with_head - 1 || r + 2 == n || table_.rows[r + 1].kind == RowKind::total ||
           table_.rows[r + 1].kind == RowKind::subtotal;
  }

  void decorate(const TableRow& row, Strip& strip, bool begins, bool ends) {
    const double height = strip.height;
    if (row.kind == RowKind::total) {
      strip.items.push_back({-1, Artifact::layout, RectItem{{c_.left, 0}, width_, height, c_.style.fill}});
      if (begins) strip.items.push_back({-1, Artifact::layout, RectItem{{c_.left, -0.3}, width_, 0.9, c_.style.accent}});
    } else if (row.kind == RowKind::subtotal) {
      strip.items.push_back({-1, Artifact::layout, RectItem{{c_.left, 0}, width_, height, mix(c_.style.fill, c_.style.white, 0.6)}});
    }
    if (ends) strip.items.push_back({-1, Artifact::layout, RectItem{{c_.left, height - 0.4}, width_, 0.4, c_.style.rule}});
  }

  Composer& c_;
  const Table& table_;
  Grid& grid_;
  double width_;
  int body_ = -1, group_ = -1;
};

/// The columns `which` of a table.
Table part_of(const Table& table, const std::vector<std::size_t>& which) {
  Table part;
  for (const std::size_t k : which) part.columns.push_back(table.columns[k]);
  for (const TableRow& row : table.rows) {
    TableRow cut{row.kind, row.indent, {}, {}};
    for (const std::size_t k : which) {
      cut.cells.push_back(row.cells[k]);
      cut.citations.push_back(k < row.citations.size() ? row.citations[k] : 0);
    }
    part.rows.push_back(std::move(cut));
  }
  return part;
}

/// Groups of columns that fit a page beside each other; each begins with the columns that name the rows.
std::vector<std::vector<std::size_t>> parts_that_fit(const Table& table, const std::vector<Extent>& extents, double width) {
  std::vector<std::size_t> keys;
  double key_width = 0;
  for (std::size_t k = 0; k < table.columns.size() && table.columns[k].header; ++k) {
    if (key_width + extents[k].least > width / 2) break;
    keys.push_back(k);
    key_width += extents[k].least;
  }
  std::vector<std::vector<std::size_t>> parts{keys};
  double used = key_width;
  for (std::size_t k = keys.size(); k < table.columns.size(); ++k) {
    if (used + extents[k].least > width && parts.back().size() > keys.size()) {
      parts.push_back(keys);
      used = key_width;
    }
    parts.back().push_back(k);
    used += extents[k].least;
  }
  return parts;
}

void add_caption(Composer& c, const std::string& title, const std::vector<std::uint32_t>& citations, int element) {
  TextStyle style = c.table(Role::bold);
  style.size = 9;
  style.lead = 12.4;
  style.colour = c.style.text;
  Text text = plain(title);
  for (const std::uint32_t citation : citations) {
    if (!text.empty()) text.push_back(plain("\xC2\xA0")[0]);
    text.push_back(citation_span(citation));
  }
  Passage passage = set_text(c, text, style, c.width, Fit::optimal);
  if (passage.lines.empty()) return;
  passage.element = c.add_element("Caption", element);
  const std::size_t first = c.galley.strips.size();
  add_lines(c, passage, c.left, true);
  for (std::size_t i = first; i < c.galley.strips.size(); ++i) c.galley.strips[i].keep_with_next = true;
  c.want_space(4);
}

void add_small(Composer& c, const Text& text, double space) {
  Passage passage = set_text(c, text, c.small(), c.width, Fit::optimal);
  if (passage.lines.empty()) return;
  passage.element = c.add_element("P");
  c.galley.strips.back().keep_with_next = true;
  c.want_space(space);
  add_lines(c, passage, c.left);
}

}  // namespace

void compose(Composer& c, const Table& table) {
  if (table.columns.empty()) return;
  const auto extents = column_extents(c, table);
  const auto parts = parts_that_fit(table, extents, c.width);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const Table part = part_of(table, parts[p]);
    std::vector<Extent> part_extents;
    for (const std::size_t k : parts[p]) part_extents.push_back(extents[k]);
    Grid grid = measure(c, part, part_extents, c.width);
    const int element = c.add_element("Table");
    c.want_space(c.style.block_gap);
    const bool repeats = table.title == c.head_above;
    std::string title = repeats ? std::string() : table.title;
    if (parts.size() > 1) title += " (" + std::to_string(p + 1) + "/" + std::to_string(parts.size()) + ")";
    if (!repeats) add_caption(c, title, table.citations, element);
    TableComposer(c, part, grid, c.width).add(element);
  }
  if (table.rows.empty()) add_small(c, plain(c.phrases.say("exporter.no-rows")), 4);
  add_small(c, plain(table.left_out), 4);
  Text note = table.note;
  if (table.title == c.head_above && !table.citations.empty()) {
    note.insert(note.begin(), plain(c.phrases.say("exporter.head.source") + "\xC2\xA0")[0]);
    for (std::size_t i = table.citations.size(); i-- > 0;) note.insert(note.begin() + 1, citation_span(table.citations[i]));
    if (!table.note.empty()) note.insert(note.begin() + 1 + static_cast<std::ptrdiff_t>(table.citations.size()), plain(". ")[0]);
  }
  add_small(c, note, 4);
  c.want_space(c.style.block_gap);
}

}  // namespace attache::pdf
