#include "layout/table_grid.hpp"

#include <algorithm>
#include <cmath>

namespace attache::pdf {
namespace {

Text head_text(const TableColumn& column, bool common_unit) {
  Text text = strong(column.title);
  if (!common_unit && !column.unit.empty()) text.push_back(plain((column.title.empty() ? "" : "\n") + column.unit)[0]);
  return text;
}

TextStyle row_style(const Composer& c, RowKind kind) {
  TextStyle style = c.table(kind == RowKind::total || kind == RowKind::subtotal ? Role::bold
                            : kind == RowKind::other                            ? Role::italic
                                                                                : Role::regular);
  if (kind == RowKind::other) style.colour = c.style.muted;
  return style;
}

TextStyle head_style(const Composer& c) {
  TextStyle style = c.table();
  style.size = 8;
  style.lead = 10.4;
  style.colour = c.style.accent;
  return style;
}

/// Where the run of columns with column k's group ends.
std::size_t group_end(const Table& table, std::size_t k) {
  std::size_t end = k + 1;
  while (end < table.columns.size() && table.columns[end].group == table.columns[k].group) ++end;
  return end;
}

TextStyle group_style(const Composer& c) {
  TextStyle style = head_style(c);
  style.role = Role::bold;
  return style;
}

/// Columns under one head are together at least as wide as its words.
void widen_for_groups(Composer& c, const Table& table, std::vector<Extent>& extents) {
  for (std::size_t k = 0; k < extents.size(); k = group_end(table, k)) {
    if (table.columns[k].group.empty()) continue;
    const std::size_t end = group_end(table, k);
    const auto words = extent(c.type.tokens(plain(table.columns[k].group), group_style(c)));
    const double share = (std::min(words.most, std::max(words.least, 80.0)) + 2 * cell_pad + 0.2) / static_cast<double>(end - k);
    for (std::size_t i = k; i < end; ++i) {
      extents[i].least = std::max(extents[i].least, share);
      extents[i].most = std::max(extents[i].most, extents[i].least);
    }
  }
}

void set_groups(Composer& c, const Table& table, Grid& grid) {
  double lines = 0;
  for (std::size_t k = 0; k < table.columns.size(); k = group_end(table, k)) {
    const std::size_t end = group_end(table, k);
    const double width = grid.lefts[end - 1] + grid.widths[end - 1] - grid.lefts[k] - 2 * cell_pad;
    grid.groups.push_back({k, end, set_text(c, plain(table.columns[k].group), group_style(c), std::max(width, 8.0))});
    lines = std::max(lines, static_cast<double>(grid.groups.back().passage.lines.size()));
  }
  if (lines == 0) grid.groups.clear();
  grid.group_height = lines == 0 ? 0 : lines * group_style(c).lead + 5;
}

Text cell_text(const TableRow& row, std::size_t column) {
  Text text = plain(row.cells[column]);
  if (column < row.citations.size() && row.citations[column] != 0) {
    if (!text.empty()) text.push_back(plain("\xC2\xA0")[0]);
    text.push_back(citation_span(row.citations[column]));
  }
  return text;
}

double indent_of(const TableRow& row, std::size_t column) { return column == 0 ? row.indent * indent_step : 0; }

}  // namespace

std::size_t number_end(const std::string& printed) {
  std::size_t end = printed.find(" [");
  if (end == std::string::npos || end == 0) end = printed.size();
  if (const auto star = printed.find('*'); star != std::string::npos && star > 0) end = std::min(end, star);
  return end;
}

std::vector<Extent> column_extents(Composer& c, const Table& table) {
  std::vector<Extent> extents;
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    const TableColumn& column = table.columns[k];
    const Extent head = extent(c.type.tokens(head_text(column, false), head_style(c)));
    Extent own;
    double squares = 0;
    for (const TableRow& row : table.rows) {
      Extent cell = extent(c.type.tokens(cell_text(row, k), row_style(c, row.kind)));
      const double indent = indent_of(row, k);
      if (column.number) cell.least = cell.most;  // a number is never broken
      own.least = std::max(own.least, cell.least + indent);
      own.most = std::max(own.most, cell.most + indent);
      squares += (cell.most + indent) * (cell.most + indent);
    }
    const double usual = std::sqrt(squares / static_cast<double>(std::max<std::size_t>(table.rows.size(), 1)));
    if (!column.number) own.least = std::min(own.least, std::max(60.0, own.most * 0.2));  // a long word or address may be cut
    own.least = std::max(own.least, std::min(head.least, 90.0));
    own.most = std::max({own.most, own.least, std::min(head.most, own.most * 1.4)});
    extents.push_back(
        {own.least + 2 * cell_pad, own.most + 2 * cell_pad + 0.1, head.most + 2 * cell_pad + 0.1, column.date, usual + 2 * cell_pad});
  }
  widen_for_groups(c, table, extents);
  return extents;
}

namespace {

/// Short texts (a date, a word or two) stay on one line where there is room for that.
std::vector<Extent> with_short_texts_whole(std::vector<Extent> extents, double width) {
  const auto try_floor = [&](double floor, bool dates_only, double share) {
    auto tried = extents;
    double sum = 0;
    for (Extent& e : tried) sum += e.least = e.whole || !dates_only ? std::max(e.least, std::min(e.most, floor)) : e.least;
    if (sum > width * share) return false;
    extents = std::move(tried);
    return true;
  };
  (void)(try_floor(95, true, 0.75) || try_floor(64, true, 0.9));
  (void)(try_floor(106, false, 0.8) || try_floor(88, false, 0.9) || try_floor(70, false, 0.9) || try_floor(54, false, 0.9));
  return extents;
}

}  // namespace

std::vector<double> distribute(const std::vector<Extent>& wanted, const std::vector<bool>& is_number, double width) {
  const auto extents = with_short_texts_whole(wanted, width);
  std::vector<double> widths;
  double least = 0, most = 0, texts = 0;
  for (std::size_t k = 0; k < extents.size(); ++k) {
    widths.push_back(extents[k].least);
    least += extents[k].least;
    most += extents[k].most;
    if (!is_number[k]) texts += extents[k].most;
  }
  if (least > width) {
    for (double& w : widths) w *= width / least;
    return widths;
  }
  if (most > width) {
    // As few lines as possible in the columns with the longest texts: everybody gets his wish over the same number of lines, a column
    // with one long text among short ones less.
    const auto wish = [](const Extent& e) { return e.usual > 0 ? std::min(e.most, std::max(e.usual * 1.25, e.most * 0.6)) : e.most; };
    double few = 0.5, many = most / width * static_cast<double>(extents.size()) + 1;
    const auto needed = [&](double lines) {
      double sum = 0;
      for (const Extent& e : extents) sum += std::max(e.least, wish(e) / lines);
      return sum;
    };
    for (int i = 0; i < 40; ++i) (needed((few + many) / 2) > width ? few : many) = (few + many) / 2;
    double sum = 0;
    for (std::size_t k = 0; k < extents.size(); ++k) sum += widths[k] = std::max(extents[k].least, wish(extents[k]) / many);
    for (double& w : widths) w *= width / std::max(sum, 1.0);
    return widths;
  }
  // Room to spare: first for heads on few lines, then for air.
  const auto with_heads = [&](double lines) {
    double sum = 0;
    for (std::size_t k = 0; k < extents.size(); ++k) sum += widths[k] = std::max(extents[k].most, extents[k].head / lines);
    return sum;
  };
  double lines = 1.5;
  while (lines < 8 && with_heads(lines) > width) lines += 0.25;
  double extra = width - with_heads(lines);
  if (extra < 0) extra = width - with_heads(1e9);
  for (std::size_t k = 0; k < extents.size(); ++k) {
    const double even = extra / static_cast<double>(extents.size());
    widths[k] += texts > 0 ? even * 0.5 + (is_number[k] ? 0 : extra * 0.5 * extents[k].most / texts) : even;
  }
  return widths;
}

Grid measure(Composer& c, const Table& table, const std::vector<Extent>& extents, double width) {
  Grid grid;
  std::vector<bool> numbers;
  for (const TableColumn& column : table.columns) numbers.push_back(column.number);
  grid.widths = distribute(extents, numbers, width);
  grid.hang.assign(table.columns.size(), 0);
  double left = 0, head_lines = 0;
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    grid.lefts.push_back(left);
    left += grid.widths[k];
    grid.head.push_back({set_text(c, head_text(table.columns[k], false), head_style(c), grid.widths[k] - 2 * cell_pad), 0});
    head_lines = std::max(head_lines, static_cast<double>(grid.head.back().passage.lines.size()));
  }
  set_groups(c, table, grid);
  grid.head_height = head_lines * head_style(c).lead + 2 * c.style.row_pad + 1;
  for (const TableRow& row : table.rows) {
    std::vector<GridCell> cells;
    double height = 0;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
      const TextStyle style = row_style(c, row.kind);
      GridCell cell{set_text(c, cell_text(row, k), style, std::max(grid.widths[k] - 2 * cell_pad - indent_of(row, k), 8.0)), 0};
      if (table.columns[k].number) {
        const std::size_t end = number_end(row.cells[k]);
        if (!row.cells[k].empty()) cell.tail = extent(cell.passage.tokens).most - c.type.width(plain(row.cells[k].substr(0, end)), style);
        grid.hang[k] = std::max(grid.hang[k], cell.tail);
      }
      height = std::max(height, cell.passage.height());
      cells.push_back(std::move(cell));
    }
    grid.heights.push_back(height + 2 * c.style.row_pad);
    grid.rows.push_back(std::move(cells));
  }
  // Hanging needs room; where a column is too narrow for it, its numbers end at one edge, signs and all.
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    double widest = 0;
    for (const auto& row : grid.rows) widest = std::max(widest, extent(row[k].passage.tokens).most - row[k].tail);
    if (widest + grid.hang[k] > grid.widths[k] - 2 * cell_pad) grid.hang[k] = -1;
  }
  return grid;
}

}  // namespace attache::pdf
