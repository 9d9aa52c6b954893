#include "table_layout.hpp"

#include <algorithm>

#include "cell_width.hpp"
#include "number_format.hpp"

namespace attache::xlsx {
namespace {

constexpr int text_pixels_max = 430;  // about 60 characters; longer text is wrapped
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

int pixels_of(const TableColumn& column, const ColumnSurvey& survey, bool filter) {
  const int hint = column.width_hint * 7;
  const int body = survey.numeric ? survey.pixels : std::min(std::max(survey.pixels, std::min(hint, 200)), text_pixels_max);
  const int head = wrapped_pixels(column.head, survey.numeric ? 3 : 2, true) + (filter ? filter_button : 0);
  return std::max({body + cell_padding, std::min(head, 260) + cell_padding, pixels_min});
}

/// Wide columns of text give way, the widest first, until the table fits a printed page that can be read.
void narrow(TableLayout& layout, bool& wrapped) {
  constexpr int page = 1250, text_pixels_min = 170;
  int cap = text_pixels_max + cell_padding + indent_pixels;
  while (layout.pixels > page && cap > text_pixels_min) {
    cap -= 10;
    layout.pixels = 0;
    for (ColumnLayout& column : layout.columns) {
      if (column.textual && column.pixels > cap) {
        column.pixels = cap;
        column.style.wrap = true;
        wrapped = true;
      }
      layout.pixels += column.pixels;
    }
  }
}

}  // namespace

TableLayout layout_table(Book& book, const TableSource& table, const TableSurvey& survey) {
  TableLayout out;
  const Theme& theme = book.theme;
  bool wrapped = survey.unexplained;  // the reasons need lines
  for (std::size_t c = 0; c < table.columns().size(); ++c) {
    const TableColumn& column = table.columns()[c];
    const ColumnSurvey& seen = survey.columns[c];
    ColumnLayout layout;
    layout.pixels = pixels_of(column, seen, true);
    layout.style.number_format = format_of(column, seen);
    layout.style.align = align_of(column, seen);
    layout.style.wrap = !seen.numeric && seen.pixels + cell_padding > layout.pixels;
    layout.style.rule_below = theme.rule;
    layout.textual = !seen.numeric;
    if (c > 0 && layout.style.align == Align::left) {  // apart from the numbers before it
      layout.style.indent = 1;
      layout.pixels += indent_pixels;
    }
    wrapped = wrapped || layout.style.wrap;
    if (column.role == ATTACHE_ROLE_CITATION) {
      layout.style.color = theme.link;
      layout.style.link = true;
    }
    out.columns.push_back(layout);
    out.pixels += layout.pixels;
  }
  narrow(out, wrapped);
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
