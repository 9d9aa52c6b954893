#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace attache::text {

[[nodiscard]] icu::UnicodeString to_icu(std::string_view utf8);
[[nodiscard]] std::string from_icu(const icu::UnicodeString& text);

inline constexpr std::string_view no_break_space = "\u00a0";
inline constexpr std::string_view minus_sign = "\u2212";

}  // namespace attache::text
