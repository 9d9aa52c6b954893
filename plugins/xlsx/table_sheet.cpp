#include "table_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "cell_width.hpp"
#include "chart_plan.hpp"
#include "formulas.hpp"
#include "number_format.hpp"
#include "survey.hpp"
#include "table_layout.hpp"
#include "text_guard.hpp"

namespace attache::xlsx {
namespace {

constexpr std::int64_t batch_rows = 2048;
constexpr unsigned row_pixels = 20;
constexpr int reason_pixels = 320;
constexpr int usual_column_pixels = 64;

const char* reason_id(attache_missing missing) {
  switch (missing) {
    case ATTACHE_NOT_APPLICABLE:
      return "exporter.reason.not-applicable";
    case ATTACHE_CONFIDENTIAL:
      return "exporter.reason.confidential";
    case ATTACHE_NOT_COLLECTED:
      return "exporter.reason.not-collected";
    default:
      return "exporter.reason.not-available";
  }
}

/// A key as a formula compares it: 2013 or "2015-05"; "" when it cannot be written so.
std::string formula_key(const CellValue& cell, DateForm form) {
  if (cell.kind == CellValue::Kind::date) {
    if (form == DateForm::year) return std::to_string(cell.start.year);
    if (form == DateForm::serial) return std::to_string(static_cast<std::int64_t>(date_serial(cell.start)));
    const std::string text = edtf_text(cell.start, cell.end);
    return text.empty() ? "" : "\"" + text + "\"";
  }
  if (cell.kind == CellValue::Kind::number) {
    const bool whole = std::floor(cell.number) == cell.number && std::fabs(cell.number) < 1e9;
    return whole ? std::to_string(static_cast<std::int64_t>(cell.number)) : "";
  }
  // MATCH takes * ? ~ in a text for wildcards.
  const bool plain =
      cell.kind == CellValue::Kind::text && cell.text.size() < 100 && cell.text.find_first_of("\"*?~\n\r\t") == std::string_view::npos;
  return plain ? "\"" + std::string(cell.text) + "\"" : "";
}

/// Writes the rows of one table, over as many sheets as they need.
class TableBody {
 public:
  TableBody(Book& book, TableSheet& table)
      : book_(book), table_(table), source_(*table.source), survey_(survey_table(source_)), layout_(layout_table(book, source_, survey_)) {
    for (std::size_t c = 0; c < source_.columns().size(); ++c) {
      const TableColumn& column = source_.columns()[c];
      if (key_column_ < 0 && (column.role == ATTACHE_ROLE_PERIOD || column.type == ATTACHE_DATE)) key_column_ = static_cast<int>(c);
    }
    if (survey_.unexplained) {
      Style style;
      style.color = book.theme.muted;
      style.rule_below = book.theme.rule;
      style.wrap = true;
      style.top = true;
      reason_format_ = book.workbook.format(style);
      reason_head_ = word(book.call, "exporter.head.why-empty");
      for (bool again = true; again;) {
        again = std::any_of(source_.columns().begin(), source_.columns().end(),
                            [this](const TableColumn& c) { return case_folded(c.head) == case_folded(reason_head_); });
        if (again) reason_head_ += " (2)";
      }
    }
  }

  void write() {
    const std::int64_t rows = source_.row_count();
    const bool total = source_.has_total();
    const std::int64_t body = total ? rows - 1 : rows;
    const std::int64_t capacity = std::max<std::int64_t>(1, static_cast<std::int64_t>(book_.options.rows_per_sheet) - body_row - 1);
    std::int64_t done = 0;
    unsigned part = 1;
    do {
      const std::int64_t here = std::min(capacity, body - done);
      begin_sheet(part, static_cast<unsigned>(here), done + here == body && total);
      if (part == 1) prepare_charts();
      write_rows(done, here);
      done += here;
      if (done == body && total) write_rows(done, 1);
      if (part == 1) place_charts();
      finish_sheet();
      ++part;
    } while (done < body);
    warn_of_digits();
    warn_of_cuts();
  }

 private:
  void begin_sheet(unsigned part, unsigned body_rows, bool total_here) {
    const std::string name = part == 1 ? table_.sheet : book_.sheet_names.take(table_.sheet, table_.sheet);
    sheet_ = &book_.workbook.add_sheet(name);
    const std::string title =
        part == 1 ? table_.title : word(book_.call, "exporter.sheet.continued", {{"title", table_.title}, {"part", std::to_string(part)}});
    write_head_lines(book_, *sheet_, title, table_.subtitle);
    TableFrame frame;
    for (std::size_t c = 0; c < source_.columns().size(); ++c) {
      frame.heads.push_back(source_.columns()[c].head);
      sheet_->set_width(static_cast<unsigned>(c), column_width(layout_.columns[c].pixels - 7));
    }
    if (reason_format_ != nullptr) {
      frame.heads.push_back(reason_head_);
      sheet_->set_width(static_cast<unsigned>(source_.columns().size()), column_width(reason_pixels - 7));
    }
    frame.first_row = head_lines;
    frame.body_rows = body_rows;
    frame.filter = table_.filter && body_rows > 2;
    frame.look = book_.options.look;
    if (body_rows > 0) {
      frame.name = part == 1 ? table_.table_name : book_.table_names.take(table_.table_name);
      sheet_->add_table(frame);
    }
    for (std::size_t c = 0; c < frame.heads.size(); ++c) {
      const Format format = c < layout_.columns.size() ? layout_.columns[c].head : layout_.columns.front().head;
      sheet_->write_text(head_lines, static_cast<unsigned>(c), clean_line(frame.heads[c], 255), format);
    }
    set_lines(*sheet_, head_lines, layout_.head_rows);
    first_row_ = body_row;
    last_row_ = body_row + (body_rows > 0 ? body_rows - 1 : 0);
    total_row_ = total_here ? static_cast<int>(body_row + body_rows) : -1;
    row_ = body_row;
    pixels_ = table_pixels();
    before_.clear();
  }

  void finish_sheet() {
    sheet_->freeze(body_row, layout_.frozen);
    PageSetup page;
    page.pixels = pixels_;
    page.landscape = !fits_upright(pixels_, book_.theme.letter);
    page.repeat_row = static_cast<int>(head_lines);
    page.repeat_columns = layout_.frozen;
    set_page(book_, *sheet_, page);
    std::string codes;  // columns of text, in which digits are no mistake
    for (std::size_t c = 0; c < source_.columns().size() && row_ > body_row; ++c) {
      const TableColumn& column = source_.columns()[c];
      if (column.type != ATTACHE_TEXT && column.type != ATTACHE_DICTIONARY && column.type != ATTACHE_DATE) continue;
      const auto index = static_cast<unsigned>(c);
      if (!codes.empty()) codes += " ";
      codes += cell_reference(body_row, index) + ":" + cell_reference(row_ - 1, index);
    }
    if (!codes.empty()) sheet_->expect_text_numbers(codes);
  }

  void write_rows(std::int64_t first, std::int64_t count) {
    const std::int64_t all = std::max<std::int64_t>(1, source_.row_count());
    for (std::int64_t done = 0; done < count;) {
      const std::int64_t rows = std::min(source_.load(first + done, std::min(batch_rows, count - done)), count - done);
      for (std::int64_t row = 0; row < rows; ++row) write_row(row, first + done + row);
      done += rows;
      book_.call.progress(static_cast<double>(first + done) / static_cast<double>(all), table_.sheet);
    }
  }

  void write_row(std::int64_t row, std::int64_t absolute) {
    const bool total = source_.has_total() && absolute == source_.row_count() - 1;
    const attache_row_kind kind = total ? attache_row_kind{ATTACHE_ROW_TOTAL} : source_.row_kind(row);
    const auto width = static_cast<unsigned>(source_.columns().size());
    std::vector<CellValue> cells;
    std::string reasons;
    for (unsigned c = 0; c < width; ++c) {
      cells.push_back(source_.cell(c, row));
      if (reason_format_ != nullptr && unexplained_gap(source_, c, cells.back())) add_reason(reasons, c, cells.back().missing);
    }
    for (unsigned c = 0; c < width; ++c) write_cell(c, cells, kind, source_.indent(row));
    if (reason_format_ != nullptr) sheet_->write_text(row_, width, reasons, reason_format_);
    set_lines(*sheet_, row_, lines_of(cells, reasons));
    remember(cells, kind);
    ++row_;
  }

  [[nodiscard]] int lines_of(const std::vector<CellValue>& cells, const std::string& reasons) const {
    int lines = reasons.empty() ? 1 : wrapped_lines(reasons, reason_pixels - cell_padding);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const ColumnLayout& look = layout_.columns[c];
      if (look.style.wrap && cells[c].kind == CellValue::Kind::text)
        lines = std::max(lines, wrapped_lines(cells[c].text, look.pixels - cell_padding - look.style.indent * 9));
    }
    return lines;
  }

  void add_reason(std::string& reasons, unsigned column, attache_missing missing) {
    if (!reasons.empty()) reasons += "; ";
    reasons += word(book_.call, "exporter.reason.line",
                    {{"column", source_.columns()[column].head}, {"reason", word(book_.call, reason_id(missing))}});
  }

  void write_cell(unsigned c, const std::vector<CellValue>& cells, attache_row_kind kind, int indent) {
    const CellValue& cell = cells[c];
    const ColumnLayout& look = layout_.columns[c];
    const bool plain = kind == ATTACHE_ROW_BODY && (indent == 0 || !look.indented);
    const Format format = plain ? look.body : special_format(book_, look, kind, indent, "");
    switch (cell.kind) {
      case CellValue::Kind::empty:
        sheet_->write_blank(row_, c, format);
        break;
      case CellValue::Kind::boolean:
        sheet_->write_boolean(row_, c, cell.number != 0, format);
        break;
      case CellValue::Kind::text:
        write_text(c, cell, format);
        break;
      case CellValue::Kind::date:
        write_date(c, cell, format);
        break;
      case CellValue::Kind::number:
        write_number(c, cells, kind, indent, format);
        break;
    }
  }

  void write_text(unsigned c, const CellValue& cell, Format format) {
    if (!fits_cell(cell.text)) cut_.insert(c);
    Style link = layout_.columns[c].style;
    link.link = true;
    link.color = book_.theme.link;
    if (cell.target != nullptr) {
      sheet_->write_link(row_, c, *cell.target, cell.text, book_.workbook.format(link));
    } else if (!cell.href.empty() && is_linkable(cell.href)) {
      sheet_->write_address(row_, c, cell.href, cell.text, book_.workbook.format(link));
    } else {
      sheet_->write_text(row_, c, cell.text, format);
    }
  }

  void write_date(unsigned c, const CellValue& cell, Format format) {
    switch (survey_.columns[c].date_form) {
      case DateForm::serial:
        sheet_->write_number(row_, c, date_serial(cell.start), format);
        break;
      case DateForm::year:
        sheet_->write_number(row_, c, cell.start.year, format);
        break;
      case DateForm::text:
        sheet_->write_text(row_, c, edtf_text(cell.start, cell.end), format);
        break;
    }
  }

  void write_number(unsigned c, const std::vector<CellValue>& cells, attache_row_kind kind, int indent, Format format) {
    const double value = cells[c].number;
    const TableColumn& column = source_.columns()[c];
    if (column.role == ATTACHE_ROLE_CITATION) {
      const CellAddress target = value > 0 && value < 1e9 ? source_address(book_, static_cast<std::uint32_t>(value)) : CellAddress{};
      if (!target.sheet.empty()) return sheet_->write_link(row_, c, target, value, format);
    }
    const bool total = kind == ATTACHE_ROW_TOTAL && static_cast<int>(row_) == total_row_;
    if (book_.options.formulas && total && row_ > first_row_ && whole_on_sheet() &&
        total_is_sum(column, survey_.columns[c], survey_.subtotals)) {
      const std::string range = cell_reference(first_row_, c) + ":" + cell_reference(last_row_, c);
      return sheet_->write_formula(row_, c, "=SUBTOTAL(109," + range + ")", survey_.columns[c].body_sum, format);
    }
    if (book_.options.formulas) {
      if (const auto formula = live_formula(column.formula, place(column.formula, cells), value, column.scale)) {
        return sheet_->write_formula(row_, c, formula->text, formula->result, format);
      }
    }
    if (column.decimals < 0 && cells[c].decimals >= 0) {
      return sheet_->write_number(
          row_, c, value, special_format(book_, layout_.columns[c], kind, indent, number_format(cells[c].decimals, column.grouping)));
    }
    const bool tiny = rounds_to_zero(value, column.decimals);
    sheet_->write_number(
        row_, c, value,
        tiny ? special_format(book_, layout_.columns[c], kind, indent, tiny_format(column.decimals, column.grouping)) : format);
  }

  /// Are all rows of the table on this sheet?
  [[nodiscard]] bool whole_on_sheet() const { return static_cast<std::int64_t>(last_row_ - first_row_) + 2 == source_.row_count(); }

  [[nodiscard]] FormulaPlace place(const attache_formula& formula, const std::vector<CellValue>& cells) const {
    const auto number = [](const std::vector<CellValue>& row, int column) {
      const bool given = column >= 0 && static_cast<std::size_t>(column) < row.size() &&
                         row[static_cast<std::size_t>(column)].kind == CellValue::Kind::number;
      return given ? std::optional<double>(row[static_cast<std::size_t>(column)].number) : std::nullopt;
    };
    FormulaPlace out;
    out.row = row_;
    out.first_row = first_row_;
    out.last_row = last_row_;
    out.a = number(cells, formula.a);
    out.b = number(cells, formula.b);
    out.total_row = total_row_;
    out.key_column = key_column_;
    out.key_before = key_before_;
    if (formula.a >= 0 && static_cast<std::size_t>(formula.a) < survey_.columns.size()) {
      out.total = survey_.columns[static_cast<std::size_t>(formula.a)].total;
      if (static_cast<std::size_t>(formula.a) < before_.size()) out.before = before_[static_cast<std::size_t>(formula.a)];
    }
    return out;
  }

  /// Keeps what the next row's formulas and the charts need.
  void remember(const std::vector<CellValue>& cells, attache_row_kind kind) {
    if (kind != ATTACHE_ROW_TOTAL) {
      for (auto& [column, values] : charted_) {
        const CellValue& cell = cells[column];
        values.push_back(cell.kind == CellValue::Kind::number ? std::optional<double>(cell.number) : std::nullopt);
      }
    }
    before_.assign(cells.size(), std::nullopt);
    key_before_.clear();
    if (kind != ATTACHE_ROW_BODY) return;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c].kind == CellValue::Kind::number) before_[c] = cells[c].number;
    }
    if (key_column_ >= 0) {
      const auto key = static_cast<std::size_t>(key_column_);
      key_before_ = formula_key(cells[key], survey_.columns[key].date_form);
    }
  }

  void prepare_charts() {
    if (!book_.options.charts) table_.charts.clear();
    for (const attache_chart* chart : table_.charts) {
      for (std::uint32_t s = 0; s < chart->series_count; ++s) {
        const std::optional<unsigned> column = source_.shown_column(chart->series[s]->column);
        if (column && *column < source_.columns().size()) charted_[*column];
      }
    }
  }

  void place_charts() {
    if (last_row_ < first_row_ || charted_.empty()) return;
    ChartSite site;
    site.first_row = first_row_;
    site.body_rows = last_row_ - first_row_ + 1;
    site.below_row = row_ + 1;
    site.right_column = static_cast<unsigned>(source_.columns().size()) + (reason_format_ != nullptr ? 2 : 1);
    for (const attache_chart* chart : table_.charts) {
      std::optional<ChartSpec> spec = plan_chart(book_, *chart, source_, charted_, site);
      if (!spec) continue;
      sheet_->add_chart(*spec);
      site.used_rows += static_cast<unsigned>(spec->height_px) / row_pixels + 2;
      const bool below = site.body_rows <= rows_with_chart_below;
      pixels_ = std::max(pixels_, spec->width_px + (below ? 0 : table_pixels() + usual_column_pixels));
    }
    charted_.clear();
  }

  [[nodiscard]] int table_pixels() const { return layout_.pixels + (reason_format_ != nullptr ? reason_pixels : 0); }

  void warn_of_cuts() const {
    for (const unsigned column : cut_) {
      book_.call.log(ATTACHE_LOG_WARN, "table " + table_.sheet + ", column '" + source_.columns()[column].head +
                                           "' has texts longer than the 32,767 characters a cell can hold; they are cut and end with '…', "
                                           "the CSV exporter keeps them whole");
    }
  }

  void warn_of_digits() const {
    for (std::size_t c = 0; c < survey_.columns.size(); ++c) {
      if (!survey_.columns[c].inexact) continue;
      book_.call.log(ATTACHE_LOG_WARN, "table " + table_.sheet + ", column '" + source_.columns()[c].head +
                                           "' has numbers of more than 15 digits; a spreadsheet keeps only 15, the CSV exporter keeps all");
    }
  }

  Book& book_;
  TableSheet& table_;
  TableSource& source_;
  TableSurvey survey_;
  TableLayout layout_;
  Sheet* sheet_ = nullptr;
  Format reason_format_ = nullptr;  // nullptr: no column of reasons
  std::string reason_head_;
  int key_column_ = -1;  // a period that names the row, −1 none
  unsigned first_row_ = 0, last_row_ = 0, row_ = 0;
  int total_row_ = -1;
  int pixels_ = 0;                             // width of what stands on the sheet
  std::set<unsigned> cut_;                     // columns with texts longer than a cell
  std::vector<std::optional<double>> before_;  // numbers of the body row before
  std::string key_before_;
  ChartValues charted_;
};

}  // namespace

void write_table_sheet(Book& book, TableSheet& table) { TableBody(book, table).write(); }

}  // namespace attache::xlsx
