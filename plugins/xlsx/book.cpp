#include "book.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace attache::xlsx {
namespace {

std::uint32_t color_of(const Call& call, const std::string& key, std::uint32_t preset) {
  const std::string_view text = call.meta(key.c_str());
  if (text.size() != 7 || text.front() != '#') return preset;
  std::uint32_t color = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), color, 16);
  return error == std::errc() && end == text.data() + text.size() ? color : preset;
}

/// Relative luminance is roughly above the middle.
bool is_light(std::uint32_t color) {
  const auto channel = [color](unsigned shift) { return color >> shift & 0xFFU; };
  return 299 * channel(16) + 587 * channel(8) + 114 * channel(0) > 150'000;
}

}  // namespace

Theme theme_of(const Call& call) {
  Theme theme;
  theme.accent = color_of(call, "theme.color.accent", theme.accent);
  theme.on_accent = is_light(theme.accent) ? 0x000001 : 0xFFFFFF;  // 0 would mean "automatic"
  // Blue, orange, teal, purple …: told apart also by colour-blind readers.
  constexpr std::uint32_t preset[] = {0x1F4E79, 0xC55A11, 0x2E8B83, 0x7B4F9D, 0x8C8C8C, 0xB8860B, 0x5B9BD5, 0x4E4E4E};
  unsigned n = 0;
  for (const std::uint32_t color : preset) theme.series.push_back(color_of(call, "theme.color.series." + std::to_string(++n), color));
  theme.letter = call.meta("theme.page.size") == "Letter";
  theme.right_to_left = call.meta("direction") == "rtl";
  return theme;
}

CellAddress source_address(const Book& book, std::uint32_t number) {
  const auto found = book.source_rows.find(number);
  if (found == book.source_rows.end()) return {};
  return {book.sources_sheet, found->second, 0};
}

void write_head_lines(Book& book, Sheet& sheet, const std::string& title, const std::string& subtitle) {
  Style head;
  head.bold = true;
  head.size = 15;
  head.color = book.theme.accent;
  sheet.write_text(0, 0, title, book.workbook.format(head));
  Style line;
  line.color = book.theme.muted;
  sheet.write_text(1, 0, subtitle, book.workbook.format(line));
  Style link;
  link.link = true;
  link.color = book.theme.link;
  const bool contents = sheet.name() == book.contents_sheet;
  const std::string words = word(book.call, contents ? "exporter.sheet.cover" : "exporter.sheet.contents");
  sheet.write_link(2, 0, CellAddress{contents ? book.cover_sheet : book.contents_sheet, 0, 0}, words, book.workbook.format(link));
  sheet.set_height(0, 24);
}

void set_lines(Sheet& sheet, unsigned row, int lines) {
  constexpr double line_points = 15, row_points_max = 409;  // no program shows a higher row
  if (lines > 1) sheet.set_height(row, std::min(row_points_max, line_points * lines));
}

void set_page(const Book& book, Sheet& sheet, PageSetup page) {
  page.letter = book.theme.letter;
  page.right_to_left = book.theme.right_to_left;
  page.header_left = book.header_left;
  page.header_right = book.header_right;
  page.footer_left = sheet.name();
  page.footer_right = book.footer_right;
  sheet.set_page(page);
}

}  // namespace attache::xlsx
