#include "table_layout.hpp"

#include <algorithm>
#include <cstdint>

#include "cell_width.hpp"
#include "number_format.hpp"

namespace attache::xlsx {
namespace {

constexpr int text_pixels_start = 170;  // longer text is wrapped unless there is room
constexpr int pixels_min = 44;
constexpr int filter_button = 18;
constexpr int indent_pixels = 9;

bool is_label(const TableColumn& column) { return column.type == ATTACHE_TEXT || column.type == ATTACHE_DICTIONARY; }

std::string format_of(const TableColumn& column, const ColumnSurvey& survey) {
  if (column.type == ATTACHE_DATE)
    return survey.date_form == DateForm::serial ? date_format : survey.date_form == DateForm::year ? "0" : "";
  if (!survey.numeric) return "";
  return number_format(column.decimals, column.grouping);
}

Align align_of(const TableColumn& column, const ColumnSurvey& survey) {
  if (column.role == ATTACHE_ROLE_STATUS || column.role == ATTACHE_ROLE_CITATION) return Align::center;
  if (column.type == ATTACHE_DATE || column.role == ATTACHE_ROLE_PERIOD) return Align::left;
  return survey.numeric ? Align::right : Align::left;
}

/// What the head needs in two or three lines.
int head_pixels(const TableColumn& column, bool numeric) {
  const int head = wrapped_pixels(column.head, numeric ? 3 : 2, true) + filter_button;
  return std::max(std::min(head, 260) + cell_padding, pixels_min);
}

/// Columns of long text share what the others leave of a page that can be read: the one whose cells usually have the most lines gets
/// more, again and again.
void share_page(TableLayout& layout, const std::vector<int>& wanted, const TableSurvey& survey, bool long_table) {
  constexpr int usual_page = 1250, long_page = 1700, widest = 640, step = 10;
  const int page = long_table ? long_page : usual_page;  // fewer lines a row where there are many rows
  layout.pixels = 0;
  for (const ColumnLayout& column : layout.columns) layout.pixels += column.pixels;
  while (layout.pixels < page) {
    std::size_t most = layout.columns.size();
    for (std::size_t c = 0; c < layout.columns.size(); ++c) {
      if (layout.columns[c].pixels >= std::min(wanted[c], widest)) continue;
      const auto lines = [&](std::size_t column) { return survey.columns[column].usual_pixels / layout.columns[column].pixels; };
      if (most == layout.columns.size() || lines(c) > lines(most)) most = c;
    }
    if (most == layout.columns.size()) return;
    layout.columns[most].pixels += step;
    layout.pixels += step;
  }
}

}  // namespace

TableLayout layout_table(Book& book, const TableSource& table, const TableSurvey& survey) {
  TableLayout out;
  const Theme& theme = book.theme;
  std::vector<int> wanted;  // pixels in which nothing is wrapped
  for (std::size_t c = 0; c < table.columns().size(); ++c) {
    const TableColumn& column = table.columns()[c];
    const ColumnSurvey& seen = survey.columns[c];
    ColumnLayout layout;
    layout.style.number_format = format_of(column, seen);
    layout.style.align = align_of(column, seen);
    layout.style.rule_below = theme.rule;
    if (c > 0 && layout.style.align == Align::left) layout.style.indent = 1;  // apart from the numbers before it
    if (column.role == ATTACHE_ROLE_CITATION) {
      layout.style.color = theme.link;
      layout.style.link = true;
    }
    wanted.push_back(std::max(seen.pixels + cell_padding + layout.style.indent * indent_pixels, head_pixels(column, seen.numeric)));
    layout.pixels = seen.numeric ? wanted.back() : std::min(wanted.back(), std::max(text_pixels_start, head_pixels(column, false)));
    out.columns.push_back(layout);
  }
  constexpr std::int64_t long_rows = 200;
  share_page(out, wanted, survey, table.row_count() > long_rows);
  bool wrapped = survey.unexplained;  // the reasons need lines
  for (std::size_t c = 0; c < out.columns.size(); ++c) {
    ColumnLayout& layout = out.columns[c];
    layout.style.wrap = survey.columns[c].multiline || (!survey.columns[c].numeric && wanted[c] > layout.pixels);
    wrapped = wrapped || layout.style.wrap;
  }
  const auto first_label = std::find_if(table.columns().begin(), table.columns().end(), is_label);
  for (std::size_t c = 0; c < out.columns.size(); ++c) {
    ColumnLayout& layout = out.columns[c];
    layout.style.top = wrapped;
    layout.indented = first_label != table.columns().end() && c == static_cast<std::size_t>(first_label - table.columns().begin());
    layout.body = book.workbook.format(layout.style);
    Style head;
    head.bold = true;
    head.wrap = true;
    head.align = layout.style.align;
    head.indent = layout.style.align == Align::right ? 2 : layout.style.indent;  // room for the filter's button
    head.color = theme.on_accent;
    head.fill = theme.accent;
    layout.head = book.workbook.format(head);
    const int room = layout.pixels - cell_padding - head.indent * indent_pixels;
    out.head_rows = std::max(out.head_rows, wrapped_lines(table.columns()[c].head, room, true));
  }
  constexpr int screen = 900, frozen_max = 420;
  int kept = 0;
  for (unsigned c = 0; out.pixels > screen && c < table.key_columns() && c < out.columns.size(); ++c) {
    kept += out.columns[c].pixels;
    if (kept > frozen_max) break;
    out.frozen = c + 1;
  }
  return out;
}

Format special_format(Book& book, const ColumnLayout& column, attache_row_kind kind, int indent, const std::string& number_format) {
  Style style = column.style;
  if (!number_format.empty()) style.number_format = number_format;
  if (column.indented) style.indent += indent;
  if (kind == ATTACHE_ROW_SUBTOTAL || kind == ATTACHE_ROW_TOTAL) style.bold = true;
  if (kind == ATTACHE_ROW_OTHER) style.italic = true;
  if (kind == ATTACHE_ROW_TOTAL) style.rule_above = book.theme.accent;
  return book.workbook.format(style);
}

}  // namespace attache::xlsx
