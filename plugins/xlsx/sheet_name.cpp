#include "sheet_name.hpp"

#include <algorithm>

#include "text_guard.hpp"

namespace attache::xlsx {
namespace {

constexpr std::size_t sheet_units_max = 31;
constexpr std::size_t table_name_max = 100;

std::string shortened(std::string_view name, std::size_t max_units) {
  if (utf16_length(name) <= max_units) return std::string(name);
  return clean_text(name, max_units);
}

/// Without the characters a sheet name must not hold.
std::string valid_sheet_name(std::string_view wanted) {
  std::string name = clean_line(wanted, 1000);
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '-';
  }
  const auto edge = [](char c) { return c == '\'' || c == ' '; };
  while (!name.empty() && edge(name.back())) name.pop_back();
  name.erase(name.begin(), std::find_if_not(name.begin(), name.end(), edge));
  name = shortened(name, sheet_units_max);
  if (case_folded(name) == "history") name += " 1";
  return name;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string case_folded(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    auto c = static_cast<unsigned char>(name[i]);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
      continue;
    }
    const bool pair = (c & 0xE0U) == 0xC0U && i + 1 < name.size();
    if (!pair) {
      out.push_back(name[i]);
      continue;
    }
    unsigned code = (c & 0x1FU) << 6U | (static_cast<unsigned char>(name[++i]) & 0x3FU);
    const bool shift32 =
        (code >= 0xC0 && code <= 0xDE && code != 0xD7) || (code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F);
    if (shift32) {
      code += 32;
    } else if (code >= 0x400 && code <= 0x40F) {
      code += 80;
    } else if (code >= 0x460 && code <= 0x52F && code % 2 == 0 && (code < 0x482 || code > 0x489) && (code < 0x4C0 || code > 0x4CF)) {
      code += 1;
    }
    out.push_back(static_cast<char>(0xC0U | code >> 6U));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  }
  return out;
}

std::string SheetNames::take(std::string_view wanted, std::string_view fallback) {
  std::string name = valid_sheet_name(wanted);
  if (name.empty()) name = valid_sheet_name(fallback);
  if (name.empty()) name = "Sheet";
  std::string candidate = name;
  for (unsigned n = 2; !taken_.insert(case_folded(candidate)).second; ++n) {
    const std::string suffix = " (" + std::to_string(n) + ")";
    candidate = shortened(name, sheet_units_max - suffix.size()) + suffix;
  }
  return candidate;
}

std::string TableNames::take(std::string_view id) {
  std::string name = "t_";  // keeps it apart from cell references and from R and C
  for (const char c : id) {
    if (name.size() == table_name_max) break;
    name.push_back(is_letter(c) || is_digit(c) ? c : '_');
  }
  std::string candidate = name;
  for (unsigned n = 2; !taken_.insert(case_folded(candidate)).second; ++n) candidate = name + "_" + std::to_string(n);
  return candidate;
}

std::string quoted_sheet(std::string_view name) {
  std::string out = "'";
  for (const char c : name) {
    if (c == '\'') out.push_back('\'');
    out.push_back(c);
  }
  return out + "'";
}

std::string column_letters(unsigned column) {
  std::string out;
  for (unsigned n = column + 1; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

std::string cell_reference(unsigned row, unsigned column, bool fixed_row) {
  return column_letters(column) + (fixed_row ? "$" : "") + std::to_string(row + 1);
}

}  // namespace attache::xlsx
