#pragma once
/// What every sheet of one workbook shares: looks, names, link targets.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "call.hpp"
#include "sheet_name.hpp"
#include "workbook.hpp"

namespace attache::xlsx {

struct Theme {
  std::uint32_t accent = 0x1F4E79, text = 0, muted = 0x595959, link = 0x0563C1;
  std::uint32_t on_accent = 0xFFFFFF;  ///< text on the accent colour
  std::uint32_t rule = 0xD9D9D9;
  std::vector<std::uint32_t> series;
  bool letter = false, right_to_left = false;
};

struct Options {
  bool smallest = false, charts = true, formulas = true;
  TableLook look = TableLook::light;
  unsigned rows_per_sheet = sheet_rows_max;  ///< lower only in tests
};

struct Book {
  Workbook& workbook;
  const Call& call;
  Theme theme;
  Options options;
  SheetNames sheet_names;
  TableNames table_names;
  std::string cover_sheet, contents_sheet, notes_sheet, sources_sheet;
  std::map<std::uint32_t, unsigned> source_rows;        ///< number → row of the Sources sheet
  std::string header_left, header_right, footer_right;  ///< of printed pages
};

[[nodiscard]] Theme theme_of(const Call& call);

/// Where source `number` is described; nullptr-like empty sheet when it is not.
[[nodiscard]] CellAddress source_address(const Book& book, std::uint32_t number);

/// Title in A1, a line about it in A2, in A3 the way back to the contents (from the contents: to the cover).
void write_head_lines(Book& book, Sheet& sheet, const std::string& title, const std::string& subtitle);
constexpr unsigned head_lines = 3;

/// Room for so many lines of 11-point text; one line is left to the program.
void set_lines(Sheet& sheet, unsigned row, int lines);

/// The page set-up all sheets share.
/// `page` says what the sheet itself knows; paper, direction, head and foot are the book's.
void set_page(const Book& book, Sheet& sheet, PageSetup page);

}  // namespace attache::xlsx
