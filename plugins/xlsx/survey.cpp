#include "survey.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "cell_width.hpp"
#include "number_format.hpp"

namespace attache::xlsx {
namespace {

constexpr std::int64_t batch_rows = 4096;
constexpr std::int64_t measured_rows = 2000;
constexpr int indent_pixels = 9;

/// What the date form of a column becomes when one more date joins it.
void join(std::optional<DateForm>& form, const CellValue& cell) {
  const DateForm here = date_form(cell.start, cell.end);
  form = form && *form != here ? DateForm::text : here;
}

int cell_pixels(const CellValue& cell, const TableColumn& column) {
  switch (cell.kind) {
    case CellValue::Kind::text:
      return text_pixels(cell.text);
    case CellValue::Kind::date:
      return line_pixels(edtf_text(cell.start, cell.end));
    case CellValue::Kind::boolean:
      return line_pixels("FALSE");
    case CellValue::Kind::number:
      return number_pixels(cell.number, column.decimals < 0 ? cell.decimals : column.decimals, column.grouping);
    case CellValue::Kind::empty:
      break;
  }
  return 0;
}

void add_number(ColumnSurvey& out, const CellValue& cell, attache_row_kind kind, bool total_row) {
  out.smallest = out.numeric ? std::min(out.smallest, cell.number) : cell.number;
  out.largest = out.numeric ? std::max(out.largest, cell.number) : cell.number;
  out.numeric = true;
  out.inexact = out.inexact || !cell.exact;
  if (total_row) {
    out.total = cell.number;
  } else if (kind == ATTACHE_ROW_BODY || kind == ATTACHE_ROW_OTHER) {
    out.body_sum += cell.number;
  }
}

}  // namespace

int number_pixels(double value, int decimals, bool grouping) {
  std::array<char, 400> digits{};
  const auto end = digits.data() + digits.size();
  const auto [stop, error] = decimals < 0 ? std::to_chars(digits.data(), end, value)
                                          : std::to_chars(digits.data(), end, value, std::chars_format::fixed, decimals);
  if (error != std::errc()) return 0;
  const std::string_view shown(digits.data(), static_cast<std::size_t>(stop - digits.data()));
  int pixels = line_pixels(shown);
  const std::size_t whole = std::min(shown.find('.'), shown.size()) - (value < 0 ? 1 : 0);
  if (grouping && whole > 3) pixels += static_cast<int>((whole - 1) / 3) * line_pixels(",");
  return pixels;
}

bool unexplained_gap(const TableSource& table, unsigned column, const CellValue& cell) {
  if (cell.kind != CellValue::Kind::empty || cell.missing == ATTACHE_BLANK || cell.missing == ATTACHE_PRESENT) return false;
  const TableColumn& info = table.columns()[column];
  return info.role != ATTACHE_ROLE_STATUS && info.role != ATTACHE_ROLE_CITATION && info.role != ATTACHE_ROLE_NOTE;
}

TableSurvey survey_table(TableSource& table) {
  const auto width = static_cast<unsigned>(table.columns().size());
  TableSurvey out;
  out.columns.resize(width);
  std::vector<std::optional<DateForm>> forms(width);
  for (std::int64_t first = 0; first < table.row_count();) {
    const std::int64_t rows = table.load(first, batch_rows);
    for (std::int64_t row = 0; row < rows; ++row) {
      const attache_row_kind kind = table.row_kind(row);
      const bool total_row = table.has_total() && first + row == table.row_count() - 1;
      out.subtotals = out.subtotals || (kind == ATTACHE_ROW_SUBTOTAL && !total_row);
      for (unsigned c = 0; c < width; ++c) {
        const CellValue cell = table.cell(c, row);
        ColumnSurvey& column = out.columns[c];
        if (cell.kind == CellValue::Kind::number) add_number(column, cell, kind, total_row);
        column.multiline = column.multiline || (cell.kind == CellValue::Kind::text && cell.text.find('\n') != std::string_view::npos);
        if (cell.kind == CellValue::Kind::date) join(forms[c], cell);
        if (cell.kind == CellValue::Kind::empty) out.unexplained = out.unexplained || unexplained_gap(table, c, cell);
        if (first + row >= measured_rows) continue;
        const int pixels = cell_pixels(cell, table.columns()[c]) + (c == 0 ? table.indent(row) * indent_pixels : 0);
        column.pixels = std::max(column.pixels, pixels);
        column.usual_pixels += static_cast<double>(pixels) * pixels;  // their sum until all rows are read
      }
    }
    first += rows;
  }
  for (unsigned c = 0; c < width; ++c) {
    ColumnSurvey& column = out.columns[c];
    const TableColumn& info = table.columns()[c];
    column.usual_pixels =
        std::sqrt(column.usual_pixels / static_cast<double>(std::clamp<std::int64_t>(table.row_count(), 1, measured_rows)));
    column.date_form = forms[c].value_or(DateForm::text);
    if (forms[c] && column.date_form != DateForm::text) column.numeric = true;
    if (!column.numeric || info.type == ATTACHE_DATE || info.decimals < 0) continue;
    for (const double extreme : {column.smallest, column.largest})
      column.pixels = std::max(column.pixels, number_pixels(extreme, info.decimals, info.grouping));
  }
  return out;
}

bool total_is_sum(const TableColumn& column, const ColumnSurvey& survey, bool subtotals) {
  if (column.total != ATTACHE_TOTAL_SUM || subtotals || !survey.total) return false;
  return std::fabs(survey.body_sum - *survey.total) <= 1e-12 * std::max(std::fabs(survey.body_sum), std::fabs(*survey.total));
}

}  // namespace attache::xlsx
