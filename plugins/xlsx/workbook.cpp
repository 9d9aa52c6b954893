#include "workbook.hpp"

#include <locale.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <mutex>

#include "chart_writer.hpp"
#include "chart_xml.hpp"
#include "failure.hpp"
#include "package.hpp"
#include "text_guard.hpp"

namespace attache::xlsx {
namespace {

/// Takes text that outlives the call; libxlsxwriter 1.1 declares members `char*` which 1.2 declares `const char*`.
char* text_of(const std::string& text) { return const_cast<char*>(text.c_str()); }

/// Closing draws random temporary names and reads the time zone inside the library.
std::mutex& close_mutex() {
  static std::mutex mutex;
  return mutex;
}

/// Page heads and feet: "&" is a command there, 255 characters are the limit.
std::string page_text(const std::string& text, std::size_t max_units) {
  std::string out;
  for (const char c : clean_line(text, max_units)) {
    if (c == '&') out.push_back('&');
    out.push_back(c);
  }
  const auto replace = [&out](std::string_view name, std::string_view code) {
    const std::size_t at = out.find(name);
    if (at != std::string::npos) out.replace(at, name.size(), code);
  };
  replace("{page}", "&P");
  replace("{pages}", "&N");
  return out;
}

/// The library measures texts of several formats with the XML it wraps them in.
bool fits_rich(const std::vector<std::string>& texts) {
  constexpr std::size_t around_each = 300, longest_entity = 5;
  std::size_t units = 0;
  for (const std::string& text : texts)
    units += around_each + utf16_length(text) +
             longest_entity *
                 static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == '&' || c == '<' || c == '>'; }));
  return units <= cell_units_max;
}

constexpr double side_margin = 0.5;  // inches
constexpr int least_scale = 60;      // per cent; smaller print is not read

/// What lies between the margins of a page, at full size.
double page_pixels(bool landscape, bool letter) {
  constexpr double dots = 96, a4_short = 8.27, a4_long = 11.69, letter_short = 8.5, letter_long = 11;
  const double inches = landscape ? (letter ? letter_long : a4_long) : (letter ? letter_short : a4_short);
  return (inches - 2 * side_margin) * dots;
}

}  // namespace

bool fits_upright(int pixels, bool letter) { return pixels * 0.75 <= page_pixels(false, letter); }

/// While it lives this thread writes numbers with a point, whatever locale the process has set.
struct Workbook::NumberLocale {
  locale_t neutral = newlocale(LC_ALL_MASK, "C", nullptr);
  locale_t before = neutral != nullptr ? uselocale(neutral) : nullptr;
  NumberLocale() = default;
  ~NumberLocale() {
    if (neutral == nullptr) return;
    uselocale(before);
    freelocale(neutral);
  }
  NumberLocale(const NumberLocale&) = delete;
  NumberLocale& operator=(const NumberLocale&) = delete;
};

Workbook::Workbook(const std::string& folder) : folder_(folder), path_(folder + "/book.xlsx"), locale_(std::make_unique<NumberLocale>()) {
  if (locale_->neutral == nullptr) throw ExportFailure(ATTACHE_ERR_MEMORY, "cannot make the neutral number locale");
  // A missing folder would silently become $TMPDIR, /tmp or the current folder.
  if (access(folder_.c_str(), W_OK | X_OK) != 0) {
    throw ExportFailure(ATTACHE_ERR_IO, "the folder for temporary files " + folder_ +
                                            " cannot be written; check the space and rights of the output folder");
  }
  lxw_workbook_options options{};
  options.tmpdir = text_of(folder_);
  options.use_zip64 = LXW_FALSE;
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (book_ == nullptr) throw ExportFailure(ATTACHE_ERR_MEMORY, "no memory for the workbook");
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

Format Workbook::format(const Style& style) {
  Format& format = formats_[style];
  if (format != nullptr) return format;
  format = workbook_add_format(book_);
  if (format == nullptr) throw ExportFailure(ATTACHE_ERR_MEMORY, "no memory for a cell format");
  if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
  if (style.bold) format_set_bold(format);
  if (style.italic) format_set_italic(format);
  if (style.wrap) format_set_text_wrap(format);
  format_set_align(format, style.top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (style.align == Align::left) format_set_align(format, LXW_ALIGN_LEFT);
  if (style.align == Align::right) format_set_align(format, LXW_ALIGN_RIGHT);
  if (style.align == Align::center) format_set_align(format, LXW_ALIGN_CENTER);
  if (style.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(std::min(style.indent, 15)));
  if (style.size != 11) format_set_font_size(format, style.size);
  if (style.link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (style.color != 0) format_set_font_color(format, style.color);
  if (style.fill >= 0) format_set_bg_color(format, static_cast<lxw_color_t>(style.fill));
  if (style.rule_above >= 0) {
    format_set_top(format, LXW_BORDER_THIN);
    format_set_top_color(format, static_cast<lxw_color_t>(style.rule_above));
  }
  if (style.rule_below >= 0) {
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bottom_color(format, static_cast<lxw_color_t>(style.rule_below));
  }
  return format;
}

Sheet& Workbook::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr) throw ExportFailure(ATTACHE_ERR_INTERNAL, "the sheet name '" + name + "' was refused");
  return sheets_.emplace_back(*this, sheet, name);
}

void Workbook::set_properties(const Properties& given) {
  constexpr std::size_t most = 255;
  const auto line = [](const std::string& text) { return clean_line(text, most); };
  const std::string title = line(given.title), subject = line(given.subject), author = line(given.author), category = line(given.category),
                    keywords = line(given.keywords), comments = line(given.comments), status = line(given.status);
  lxw_doc_properties properties{};
  properties.title = text_of(title);
  properties.subject = text_of(subject);
  properties.author = text_of(author);
  properties.category = text_of(category);
  properties.keywords = text_of(keywords);
  properties.comments = text_of(comments);
  properties.status = text_of(status);
  // 0 would mean "now"; years beyond 9999 are no dates of the format.
  properties.created = static_cast<time_t>(std::clamp<std::int64_t>(given.created, 1, 253'402'300'799));
  if (workbook_set_properties(book_, &properties) != LXW_NO_ERROR)
    throw ExportFailure(ATTACHE_ERR_MEMORY, "the document's properties were refused");
  for (const auto& [name, value] : given.custom) {
    const std::string text = line(value);
    if (text.empty()) continue;
    if (workbook_set_custom_property_string(book_, line(name).c_str(), text.c_str()) != LXW_NO_ERROR) {
      throw ExportFailure(ATTACHE_ERR_INTERNAL, "the document property '" + name + "' was refused");
    }
  }
}

std::string Workbook::finish(bool smallest) {
  lxw_error error = LXW_NO_ERROR;
  {
    const std::lock_guard lock(close_mutex());
    error = workbook_close(book_);  // frees it in any case
  }
  book_ = nullptr;
  if (error != LXW_NO_ERROR) {
    throw ExportFailure(ATTACHE_ERR_IO, std::string("the workbook could not be written: ") + lxw_strerror(error) +
                                            " Check the free space of the output folder.");
  }
  std::map<std::string, std::string> parts;
  std::vector<std::uint64_t> rows;
  std::size_t part = 0;
  for (const Sheet& sheet : sheets_) {
    rows.push_back(sheet.rows());
    for (const ChartSpec& chart : sheet.charts()) {
      const std::string name = "xl/charts/chart" + std::to_string(++part) + ".xml";
      parts[name] = finished_chart(read_parts(path_, {name}).at(name), chart);
    }
  }
  if (!parts.empty() || smallest) rewrite_package(path_, parts, smallest);
  verify_package(path_, rows);
  return path_;
}

void Sheet::check(int error, const char* what) const {
  if (error == LXW_NO_ERROR) return;
  throw ExportFailure(ATTACHE_ERR_INTERNAL,
                      std::string(what) + " on sheet '" + name_ + "': " + lxw_strerror(static_cast<lxw_error>(error)));
}

void Sheet::touch(unsigned row, unsigned column) {
  if (row >= sheet_rows_max || column >= sheet_columns_max) {
    throw ExportFailure(ATTACHE_ERR_UNSUPPORTED,
                        "sheet '" + name_ + "' would have more than 1,048,576 rows or 16,384 columns; export to CSV");
  }
  rows_ = std::max(rows_, row + 1);
}

void Sheet::write_text(unsigned row, unsigned column, std::string_view text, Format format) {
  touch(row, column);
  const std::string clean = cell_text(text);
  if (clean.empty()) return write_blank(row, column, format);
  check(worksheet_write_string(sheet_, row, static_cast<lxw_col_t>(column), clean.c_str(), format), "text");
}

void Sheet::write_rich(unsigned row, unsigned column, const std::vector<Fragment>& fragments, Format format) {
  std::vector<std::string> texts;
  std::vector<Format> formats;
  std::string whole;
  for (const Fragment& fragment : fragments) {
    std::string text = cell_text(fragment.text);
    if (text.empty()) continue;
    whole += fragment.text;
    texts.push_back(std::move(text));
    Style style;
    style.bold = fragment.bold;
    style.italic = fragment.italic;
    formats.push_back(fragment.bold || fragment.italic ? book_.format(style) : nullptr);
  }
  const bool plain = std::all_of(formats.begin(), formats.end(), [](Format f) { return f == nullptr; });
  if (plain || texts.size() < 2 || !fits_rich(texts)) return write_text(row, column, whole, format);
  touch(row, column);
  std::vector<lxw_rich_string_tuple> tuples(texts.size());
  std::vector<lxw_rich_string_tuple*> pointers;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    tuples[i].format = formats[i];
    tuples[i].string = text_of(texts[i]);
    pointers.push_back(&tuples[i]);
  }
  pointers.push_back(nullptr);
  check(worksheet_write_rich_string(sheet_, row, static_cast<lxw_col_t>(column), pointers.data(), format), "rich text");
}

void Sheet::write_number(unsigned row, unsigned column, double value, Format format) {
  if (!std::isfinite(value)) return write_blank(row, column, format);
  touch(row, column);
  check(worksheet_write_number(sheet_, row, static_cast<lxw_col_t>(column), value == 0 ? 0 : value, format), "number");
}

void Sheet::write_formula(unsigned row, unsigned column, const std::string& formula, double cached, Format format) {
  if (!std::isfinite(cached) || formula.size() > 8192) return write_number(row, column, cached, format);
  touch(row, column);
  check(worksheet_write_formula_num(sheet_, row, static_cast<lxw_col_t>(column), formula.c_str(), format, cached), "formula");
}

void Sheet::write_boolean(unsigned row, unsigned column, bool value, Format format) {
  touch(row, column);
  check(worksheet_write_boolean(sheet_, row, static_cast<lxw_col_t>(column), value ? 1 : 0, format), "truth value");
}

void Sheet::write_blank(unsigned row, unsigned column, Format format) {
  if (format == nullptr) return;
  touch(row, column);
  check(worksheet_write_blank(sheet_, row, static_cast<lxw_col_t>(column), format), "blank");
}

bool Sheet::link(unsigned row, unsigned column, const std::string& url, const std::string& text, Format format) {
  if (links_ >= sheet_links_max || text.empty()) return false;
  touch(row, column);
  ++links_;
  check(worksheet_write_url_opt(sheet_, row, static_cast<lxw_col_t>(column), text_of(url), format, text_of(text), nullptr), "link");
  return true;
}

void Sheet::write_link(unsigned row, unsigned column, const CellAddress& target, std::string_view text, Format format) {
  const std::string url = "internal:" + quoted_sheet(target.sheet) + "!" + cell_reference(target.row, target.column);
  if (!link(row, column, url, cell_text(text), format)) write_text(row, column, text, format);
}

void Sheet::write_link(unsigned row, unsigned column, const CellAddress& target, double number, Format format) {
  write_link(row, column, target, std::string_view("link"), format);
  write_number(row, column, number, format);
}

void Sheet::write_address(unsigned row, unsigned column, std::string_view address, std::string_view text, Format format) {
  const bool linked = is_linkable(address) && link(row, column, clean_text(address), cell_text(text), format);
  if (!linked) write_text(row, column, text, format);
}

void Sheet::set_width(unsigned column, double width) {
  const auto col = static_cast<lxw_col_t>(column);
  check(worksheet_set_column(sheet_, col, col, width, nullptr), "column width");
}

void Sheet::set_height(unsigned row, double points) {
  touch(row, 0);
  check(worksheet_set_row(sheet_, row, points, nullptr), "row height");
}

void Sheet::freeze(unsigned rows, unsigned columns) { worksheet_freeze_panes(sheet_, rows, static_cast<lxw_col_t>(columns)); }

void Sheet::set_page(const PageSetup& page) {
  constexpr std::uint8_t paper_letter = 1, paper_a4 = 9;
  if (page.landscape) worksheet_set_landscape(sheet_);
  if (page.right_to_left) worksheet_right_to_left(sheet_);
  worksheet_set_paper(sheet_, page.letter ? paper_letter : paper_a4);
  if (page.pixels * least_scale / 100.0 <= page_pixels(page.landscape, page.letter)) {
    worksheet_fit_to_pages(sheet_, 1, 0);
  } else {
    worksheet_set_print_scale(sheet_, least_scale);
    if (page.repeat_columns > 0)
      check(worksheet_repeat_columns(sheet_, 0, static_cast<lxw_col_t>(page.repeat_columns - 1)), "repeated columns");
  }
  worksheet_set_margins(sheet_, side_margin, side_margin, 0.75, 0.75);
  constexpr std::size_t left_units = 90, right_units = 30;
  const std::string header = "&L" + page_text(page.header_left, left_units) + "&R" + page_text(page.header_right, right_units);
  const std::string footer = "&L" + page_text(page.footer_left, left_units) + "&R" + page_text(page.footer_right, right_units);
  check(worksheet_set_header(sheet_, header.c_str()), "page header");
  check(worksheet_set_footer(sheet_, footer.c_str()), "page footer");
  if (page.repeat_row >= 0) {
    const auto row = static_cast<lxw_row_t>(page.repeat_row);
    check(worksheet_repeat_rows(sheet_, row, row), "repeated row");
  }
}

void Sheet::set_tab_color(std::uint32_t color) { worksheet_set_tab_color(sheet_, color); }

void Sheet::hide_gridlines() { worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES); }

void Sheet::add_table(const TableFrame& frame) {
  const auto width = static_cast<unsigned>(frame.heads.size());
  const unsigned last_row = frame.first_row + frame.body_rows;
  touch(last_row, width - 1);
  std::vector<std::string> heads;
  for (const std::string& head : frame.heads) heads.push_back(clean_line(head, 255));
  std::vector<lxw_table_column> columns(width);
  std::vector<lxw_table_column*> pointers;
  for (unsigned i = 0; i < width; ++i) {
    columns[i].header = text_of(heads[i]);
    columns[i].header_format = frame.head_format;
    pointers.push_back(&columns[i]);
  }
  pointers.push_back(nullptr);
  lxw_table_options options{};
  options.name = text_of(frame.name);
  options.style_type = frame.look == TableLook::medium ? LXW_TABLE_STYLE_TYPE_MEDIUM : LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = frame.look == TableLook::none ? 0 : frame.look == TableLook::light ? 1 : 2;
  options.no_banded_rows = frame.look == TableLook::medium ? LXW_FALSE : LXW_TRUE;
  options.no_autofilter = frame.filter ? LXW_FALSE : LXW_TRUE;
  options.columns = pointers.data();
  check(worksheet_add_table(sheet_, frame.first_row, 0, last_row, static_cast<lxw_col_t>(width - 1), &options), "table");
}

void Sheet::expect_text_numbers(const std::string& ranges) {
  check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, ranges.c_str()), "marks");
}

void Sheet::add_chart(const ChartSpec& chart) {
  check(insert_chart(book_.book_, sheet_, name_, chart), "chart");
  charts_.push_back(chart);
}

}  // namespace attache::xlsx
