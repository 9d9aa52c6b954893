#pragma once
/// Widths of text in a spreadsheet column, in pixels at 96 dpi, from the metrics of Calibri 11 (Carlito has the same). No font is
/// needed when the program runs.

#include <string_view>

namespace attache::xlsx {

/// Of one line, without padding. Bold is about 4 % wider.
[[nodiscard]] int line_pixels(std::string_view text, bool bold = false);

/// Of the widest line of the text.
[[nodiscard]] int text_pixels(std::string_view text, bool bold = false);

/// Of the widest word: what a wrapped head needs at least.
[[nodiscard]] int widest_word_pixels(std::string_view text, bool bold = false);

/// How wide text must be set so that it takes at most `lines` lines, broken at spaces.
[[nodiscard]] int wrapped_pixels(std::string_view text, int lines, bool bold = false);

/// Lines the text takes in so many pixels; words wider than that are broken.
[[nodiscard]] int wrapped_lines(std::string_view text, int pixels, bool bold = false);

/// The column width a spreadsheet file states for so many pixels of text: (pixels + 7 − 5) / 7.
[[nodiscard]] double column_width(int pixels);

/// Pixels a column of this stated width takes on the screen.
[[nodiscard]] int column_pixels(double width);

}  // namespace attache::xlsx
