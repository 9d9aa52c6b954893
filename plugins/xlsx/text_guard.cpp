#include "text_guard.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace attache::xlsx {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
  char32_t code;
  std::size_t bytes;
};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// One code point; a broken sequence gives U+FFFD and skips one byte.
Decoded decode(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {replacement, 1};
  char32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned char next = byte_at(text, at + i);
    if ((next & 0xC0U) != 0x80U) return {replacement, 1};
    code = (code << 6U) | (next & 0x3FU);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < smallest[length] || code > 0x10FFFF || surrogate) return {replacement, 1};
  return {code, length};
}

void append(std::string& out, char32_t code) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | code >> 6U), put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | code >> 12U), put(0x80U | (code >> 6U & 0x3FU)), put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | code >> 18U), put(0x80U | (code >> 12U & 0x3FU)), put(0x80U | (code >> 6U & 0x3FU)), put(0x80U | (code & 0x3FU));
  }
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// Does `_xHHHH_` begin here?
bool looks_escaped(std::string_view text, std::size_t at) {
  if (at + 7 > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  const std::string_view digits = text.substr(at + 2, 4);
  return std::all_of(digits.begin(), digits.end(), is_hex);
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

std::string clean_text(std::string_view text, std::size_t max_units) {
  std::string out;
  out.reserve(text.size());
  std::size_t units = 0;
  std::size_t last_fit = 0;  // length of `out` that leaves room for "…"
  for (std::size_t at = 0; at < text.size();) {
    auto [code, bytes] = decode(text, at);
    at += bytes;
    if (code == '\r') {
      if (at < text.size() && text[at] == '\n') continue;
      code = '\n';
    }
    if ((code < 0x20 && code != '\n' && code != '\t') || code == 0x7F) continue;
    if (code == 0xFFFE || code == 0xFFFF) code = replacement;
    units += code >= 0x10000 ? 2 : 1;
    if (units > max_units) {
      out.resize(last_fit);
      append(out, U'…');
      return out;
    }
    append(out, code);
    if (units < max_units) last_fit = out.size();
  }
  return out;
}

std::string clean_line(std::string_view text, std::size_t max_units) {
  std::string one_line;
  bool gap = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f') {
      gap = !one_line.empty();
      continue;
    }
    if (gap) one_line.push_back(' ');
    gap = false;
    one_line.push_back(c);
  }
  return clean_text(one_line, max_units);
}

std::string cell_text(std::string_view text) {
  const std::string clean = clean_text(text);
  std::string out;
  out.reserve(clean.size());
  std::size_t lines = 0, units = 0;
  std::size_t last_fit = 0;  // length of `out` that leaves room for "…"
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t bytes = decode(clean, at).bytes;
    std::string_view piece = std::string_view(clean).substr(at, bytes);
    if (looks_escaped(clean, at)) piece = "_x005F_";  // one piece, so that no cut leaves half of it
    if (piece == "\n" && ++lines > cell_lines_max) piece = " ";
    units += utf16_length(piece);
    if (units > cell_units_max) {
      out.resize(last_fit);
      append(out, U'…');
      return out;
    }
    out += piece;
    at += bytes;
    if (units < cell_units_max) last_fit = out.size();
  }
  return out;
}

bool fits_cell(std::string_view text) {
  if (text.size() <= cell_units_max / 2) return true;  // escaping makes twelve characters of seven at most
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size() && units <= cell_units_max;) {
    const auto [code, bytes] = decode(text, at);
    units += looks_escaped(text, at) ? 7U : code >= 0x10000 ? 2U : 1U;
    at += bytes;
  }
  return units <= cell_units_max;
}

bool is_linkable(std::string_view address) {
  const auto begins = [address](std::string_view scheme) { return address.substr(0, scheme.size()) == scheme; };
  if (!begins("http://") && !begins("https://") && !begins("mailto:")) return false;
  if (address.size() > 2079) return false;
  return std::none_of(address.begin(), address.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == 0x7F; });
}

}  // namespace attache::xlsx
