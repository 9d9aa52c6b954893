#pragma once
/// The guard before libxlsxwriter, which validates almost nothing and reports no error of its temporary files. Text is cleaned,
/// names and limits are checked, the number locale is fixed, the finished package is read back before anybody gets it.
/// Everything here throws ExportFailure. Rows and columns count from 0.

#include <attache/plugin.h>

#include <compare>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart.hpp"
#include "sheet_name.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace attache::xlsx {

constexpr unsigned sheet_rows_max = 1'048'576;
constexpr unsigned sheet_columns_max = 16'384;
constexpr unsigned sheet_links_max = 65'000;  ///< programs stop at 65,530

enum class TableLook { none, light, medium };
enum class Align { automatic, left, right, center };

struct Style {
  std::string number_format;  ///< "" = General
  bool bold = false, italic = false, link = false;
  bool wrap = false, top = false;
  Align align = Align::automatic;
  int indent = 0;
  int size = 11;
  std::uint32_t color = 0;                        ///< 0xRRGGBB
  std::int64_t fill = -1;                         ///< 0xRRGGBB, −1 none
  std::int64_t rule_above = -1, rule_below = -1;  ///< colours of thin lines, −1 none
  auto operator<=>(const Style&) const = default;
};
using Format = lxw_format*;  ///< owned by the workbook

struct Fragment {
  std::string text;
  bool bold = false, italic = false;
};

/// A cell somewhere in the book.
struct CellAddress {
  std::string sheet;
  unsigned row = 0, column = 0;
};

/// A tagged table. Its body is written by the caller.
struct TableFrame {
  std::string name;                ///< from TableNames
  unsigned first_row = 0;          ///< of the heads
  unsigned body_rows = 1;          ///< at least 1
  std::vector<std::string> heads;  ///< unique; from column A on
  bool filter = true;
  TableLook look = TableLook::light;
  Format head_format = nullptr;
};

struct PageSetup {
  bool landscape = false, letter = false, right_to_left = false;
  std::string header_left, header_right, footer_left, footer_right;  ///< plain text; {page} and {pages} are filled by the program
  int repeat_row = -1;                                               ///< this row on every page
  int pixels = 0;                                                    ///< width of what stands on the sheet
  unsigned repeat_columns = 0;                                       ///< so many columns on every page, when one page is not wide enough
};

/// Would what is so wide be read well on an upright page? (It is printed at three quarters of its size or more.)
[[nodiscard]] bool fits_upright(int pixels, bool letter);

struct Properties {
  std::string title, subject, author, category, keywords, comments, status;
  std::vector<std::pair<std::string, std::string>> custom;
  std::int64_t created = 0;  ///< seconds since 1970
};

class Workbook;

class Sheet {
 public:
  Sheet(Workbook& book, lxw_worksheet* sheet, std::string name) : book_(book), sheet_(sheet), name_(std::move(name)) {}

  void write_text(unsigned row, unsigned column, std::string_view text, Format format = nullptr);
  void write_rich(unsigned row, unsigned column, const std::vector<Fragment>& fragments, Format format);
  /// A number that is not finite leaves the cell empty.
  void write_number(unsigned row, unsigned column, double value, Format format = nullptr);
  /// `formula` starts with "="; only formulas made by this plugin.
  void write_formula(unsigned row, unsigned column, const std::string& formula, double cached, Format format = nullptr);
  void write_boolean(unsigned row, unsigned column, bool value, Format format = nullptr);
  void write_blank(unsigned row, unsigned column, Format format);
  /// Text that leads to another cell of the book. Past the limit of links it is plain text.
  void write_link(unsigned row, unsigned column, const CellAddress& target, std::string_view text, Format format);
  /// A number that leads there.
  void write_link(unsigned row, unsigned column, const CellAddress& target, double number, Format format);
  /// Text that leads to an address; what is not linkable stays text.
  void write_address(unsigned row, unsigned column, std::string_view address, std::string_view text, Format format);

  void set_width(unsigned column, double width);
  void set_height(unsigned row, double points);
  void freeze(unsigned rows, unsigned columns);
  void set_page(const PageSetup& page);
  void set_tab_color(std::uint32_t color);
  void hide_gridlines();
  void add_table(const TableFrame& frame);
  /// Ranges "A5:A9 C5:C9" hold text: no "number stored as text" marks. Once a sheet.
  void expect_text_numbers(const std::string& ranges);
  void add_chart(const ChartSpec& chart);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] unsigned rows() const { return rows_; }
  [[nodiscard]] const std::vector<ChartSpec>& charts() const { return charts_; }

 private:
  void touch(unsigned row, unsigned column);
  void check(int error, const char* what) const;
  bool link(unsigned row, unsigned column, const std::string& url, const std::string& text, Format format);

  Workbook& book_;
  lxw_worksheet* sheet_;
  std::string name_;
  unsigned rows_ = 0;  // rows with a cell are 0 … rows_ − 1, without gaps
  unsigned links_ = 0;
  std::vector<ChartSpec> charts_;
};

/// One workbook, written to a file in a private folder. At most one open a thread.
class Workbook {
 public:
  /// `folder` must exist; the library's temporary files and the result lie in it.
  explicit Workbook(const std::string& folder);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  Workbook(Workbook&&) = delete;
  Workbook& operator=(Workbook&&) = delete;

  [[nodiscard]] Format format(const Style& style);
  /// `name` comes from SheetNames. The reference stays valid.
  Sheet& add_sheet(const std::string& name);
  void set_properties(const Properties& properties);
  /// Writes the package, combines charts, reads everything back. `smallest` spends time on size. Returns the file's path.
  [[nodiscard]] std::string finish(bool smallest);

 private:
  friend class Sheet;
  struct NumberLocale;

  std::string folder_, path_;
  std::unique_ptr<NumberLocale> locale_;
  lxw_workbook* book_ = nullptr;
  std::deque<Sheet> sheets_;
  std::map<Style, Format> formats_;
};

}  // namespace attache::xlsx
