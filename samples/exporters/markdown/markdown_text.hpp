// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Texts as Markdown: what they say stays what they say.

#include <attache/plugin.hpp>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace markdown {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Text that reads as itself: what means something to Markdown anywhere in a line is escaped, ends of lines and controls are blanks.
inline std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|~&#$").find(c) != std::string_view::npos) out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  }
  return out;
}

/// A block's line: no code block by leading blanks, no list by a leading sign or number.
inline std::string at_line_start(std::string line) {
  line.erase(0, line.find_first_not_of(' '));
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool is_sign = !line.empty() && std::string_view("+-=").find(line.front()) != std::string_view::npos;
  const bool is_number = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (is_sign || is_number) line.insert(digits, "\\");
  return line;
}

/// Asterisks work where they touch letters and no other asterisk; tags work everywhere.
inline std::string styled(std::string text, std::uint32_t style, const std::string& before) {
  const bool touches_letters = is_word(text.front()) && is_word(text.back()) && !before.ends_with('*');
  const auto mark = [&](std::uint32_t bit, const std::string& signs, const std::string& tag) {
    if ((style & bit) != 0) text = touches_letters ? signs + text + signs : "<" + tag + ">" + text + "</" + tag + ">";
  };
  if ((style & ATTACHE_STYLE_CODE) != 0) return "<code>" + text + "</code>";
  mark(ATTACHE_STYLE_EMPHASIS, "*", "em");
  mark(ATTACHE_STYLE_STRONG, "**", "strong");
  return text;
}

/// Citations as footnotes, where the document lists its sources; GitHub shows a reference without a text as it stands.
struct Footnotes {
  bool have_texts = false;
  std::set<std::int64_t> used{};

  std::string mark(std::int64_t number) {
    used.insert(number);
    return have_texts ? "[^" + std::to_string(number) + "]" : "\\[" + std::to_string(number) + "\\]";
  }
};

inline bool is_link(std::string_view href) {
  const bool known = href.starts_with("#") || href.starts_with("http:") || href.starts_with("https:") || href.starts_with("mailto:");
  return known && href.find_first_of("<>\\ \t\r\n") == std::string_view::npos;
}

inline std::string words(const attache_inline* line, Footnotes& footnotes) {
  std::string out;
  for (const attache_run& run : attache::sdk::runs(line)) {
    if (run.citation != 0) out += footnotes.mark(run.citation);
    std::string text = escaped(attache::sdk::text(run.text));
    if (text.empty()) continue;
    if (is_link(attache::sdk::text(run.href))) text = "[" + text + "](<" + std::string(attache::sdk::text(run.href)) + ">)";
    out += styled(text, run.style, out);
  }
  return out;
}

}  // namespace markdown
