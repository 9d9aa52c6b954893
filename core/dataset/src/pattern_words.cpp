#include "pattern_words.hpp"

#include <utility>

namespace attache::dataset {
namespace {

constexpr std::string_view key_pattern = "[a-z0-9]+(-[a-z0-9]+)*";

/// The patterns of the model's tables in words.
constexpr std::pair<std::string_view, std::string_view> forms[] = {
    {"[A-Z]{3}", "write three capitals, like USD or KAZ"},
    {"[0-9]{3}", "write three digits, like 398"},
    {"Q[0-9]+", "write Q and digits, like Q232"},
    {"[A-Z]{2}-[A-Z0-9]{1,3}", "write a code of ISO 3166-2, like RU-MOW"},
    {"[A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3}|[a-z0-9]+(-[a-z0-9]+)*",
     "write a country's three capitals (KAZ), a code of ISO 3166-2 (RU-MOW), or lower-case words joined by dashes (eaeu)"},
    {"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "write a language's code, like en or kk"},
    {"(https?|ftp)://[^ ]+", "write a whole address without blanks, like https://example.org/page"},
    {"[0-9a-f]{64}", "write 64 digits and letters a to f, as sha256sum prints them"}};

/// Lower-case words joined by dashes: "Visit 2" → "visit-2"; "" when no letter or digit of ASCII is in it.
std::string as_key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  while (!key.empty() && key.back() == '-') key.pop_back();
  return key;
}

}  // namespace

std::string sentence(std::string_view description) {
  if (description.ends_with('.')) description.remove_suffix(1);
  return std::string(description);
}

std::string instead_of(const Field& field, std::string_view text) {
  if (field.pattern == key_pattern) {
    const std::string key = as_key(text.substr(0, 80));
    return key.empty() ? "use a to z, 0 to 9 and single dashes between words" : "write it like '" + key + "'";
  }
  for (const auto& [pattern, words] : forms) {
    if (field.pattern == pattern) return std::string(words);
  }
  return "it has the form " + field.pattern;
}

}  // namespace attache::dataset
