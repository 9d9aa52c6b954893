#pragma once
/// The lexical forms of PDF: numbers, strings, references, compressed data. Independent of every locale.

#include <string>
#include <string_view>

#include "layout/display_list.hpp"
#include "sink/sink.hpp"

namespace attache::pdf {

/// Decimal notation with at most `decimals` (0 … 4) places. Throws Problem for NaN, infinities and what a PDF real cannot hold.
void append_number(std::string& out, double value, int decimals = 2);
[[nodiscard]] std::string number(double value, int decimals = 2);
[[nodiscard]] std::string reference(ObjectNumber object);
/// UTF-16BE as hexadecimal digits; input is valid UTF-8.
void append_utf16_hex(std::string& out, std::string_view utf8);
/// UTF-16BE bytes with their mark.
[[nodiscard]] std::string utf16(std::string_view utf8);
/// "<FEFF…>"
[[nodiscard]] std::string text_string(std::string_view utf8);
/// "(…)": bytes, escaped.
[[nodiscard]] std::string literal(std::string_view bytes);
/// "r g b" followed by the operator, components 0 … 1.
void append_colour(std::string& out, Colour colour, std::string_view op);
/// An address in ASCII: everything else percent-encoded.
[[nodiscard]] std::string ascii_url(std::string_view url);
/// zlib format.
[[nodiscard]] std::string deflate(std::string_view data);
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace attache::pdf
