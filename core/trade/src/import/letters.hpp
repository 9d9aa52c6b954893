#pragma once

#include <string>
#include <string_view>

namespace attache::trade {

/// The characters of a UTF-8 text; U+FFFD for bytes that are none.
[[nodiscard]] std::u32string characters(std::string_view text);
void append_utf8(std::string& to, char32_t character);
[[nodiscard]] char32_t lower_case(char32_t character);
[[nodiscard]] std::string lower_case(std::string_view text);
[[nodiscard]] bool is_letter_or_digit(char32_t character);

}  // namespace attache::trade
