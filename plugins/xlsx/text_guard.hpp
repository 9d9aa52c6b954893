#pragma once
/// Text as a spreadsheet may hold it. The workbook library checks none of this; what it lets through, spreadsheet programs refuse.

#include <cstddef>
#include <string>
#include <string_view>

namespace attache::xlsx {

constexpr std::size_t cell_units_max = 32767;  ///< UTF-16 units in one cell
constexpr std::size_t cell_lines_max = 253;    ///< line feeds in one cell

/// UTF-16 units of valid UTF-8.
[[nodiscard]] std::size_t utf16_length(std::string_view text);

/// Well-formed XML text on one or more lines: invalid UTF-8, U+FFFE and U+FFFF become U+FFFD, line ends become LF, other control
/// characters disappear. Cut (with "…") at `max_units` UTF-16 units.
[[nodiscard]] std::string clean_text(std::string_view text, std::size_t max_units = cell_units_max);

/// The same on one line: runs of white space become one space, none at either end.
[[nodiscard]] std::string clean_line(std::string_view text, std::size_t max_units);

/// The text of a cell: clean_text with at most cell_lines_max line feeds and `_x0041_` written as `_x005F_x0041_`, because
/// readers take the former for an escaped "A" (ECMA-376 part 1, 22.9.2.19). What is longer than a cell with its escapes is cut
/// (with "…"): the library counts them as characters.
[[nodiscard]] std::string cell_text(std::string_view text);

/// Does cell_text hold all of this? Characters that a cell cannot hold count.
[[nodiscard]] bool fits_cell(std::string_view text);

/// May this address become a hyperlink: http, https, mailto, printable, at most 2,079 characters?
[[nodiscard]] bool is_linkable(std::string_view address);

}  // namespace attache::xlsx
