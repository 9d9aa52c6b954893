#include "trade/src/import/letters.hpp"

#include <unicode/uchar.h>

#include "value/utf8.hpp"

namespace attache::trade {

std::u32string characters(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const auto byte = [&text](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    char32_t c = 0xFFFD;
    if (length == 1) c = byte(0);
    if (length > 1) {
      c = byte(0) & (0xFFU >> (length + 1));
      for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (byte(i) & 0x3FU);
    }
    out += c;
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

void append_utf8(std::string& to, char32_t c) {
  const auto tail = [&to, c](unsigned shift) { to += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80U) {
    to += static_cast<char>(c);
  } else if (c < 0x800U) {
    to += static_cast<char>(0xC0U | (c >> 6U));
    tail(0);
  } else if (c < 0x10000U) {
    to += static_cast<char>(0xE0U | (c >> 12U));
    tail(6);
    tail(0);
  } else {
    to += static_cast<char>(0xF0U | (c >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

char32_t lower_case(char32_t character) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(character))); }

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : characters(text)) append_utf8(out, lower_case(c));
  return out;
}

bool is_letter_or_digit(char32_t character) { return u_isalnum(static_cast<UChar32>(character)) != 0; }

}  // namespace attache::trade
