#include <doctest/doctest.h>
#include <unicode/messagepattern.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "core/text/languages.hpp"

// Every pattern of every catalogue, read from the .po files that translators edit.

namespace {

struct Pattern {
  std::string file, id, text;
};

std::string unquoted(const std::string& line) {
  std::string text;
  const auto last = line.rfind('"');
  for (auto i = line.find('"') + 1; i < last; ++i) {
    if (line[i] == '\\' && i + 1 < last) ++i;
    text += line[i];
  }
  return text;
}

std::vector<Pattern> patterns_of(const std::string& language) {
  std::vector<Pattern> patterns;
  for (const char* domain : {"text", "report", "exporter"}) {
    const std::string path = ATTACHE_SOURCE_DIR "/core/text/catalogues/" + language + "/" + domain + ".po";
    std::ifstream file(path);
    REQUIRE_MESSAGE(file.is_open(), path);
    std::string* open = nullptr;
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("msgid ")) {
        patterns.push_back({path, "", ""});
        open = &patterns.back().id;
      }
      if (line.starts_with("msgstr ")) open = &patterns.back().text;
      if (line.starts_with('"') || line.starts_with("msg")) *open += unquoted(line);
    }
  }
  std::erase_if(patterns, [](const Pattern& pattern) { return pattern.id.empty() || pattern.text.empty(); });
  return patterns;
}

/// Names of the placeholders; `valid` says whether ICU takes the pattern.
std::set<std::string> placeholders(const std::string& text, bool& valid) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(text), nullptr, status);
  valid = U_SUCCESS(status);
  std::set<std::string> names;
  for (std::int32_t i = 0; valid && i < pattern.countParts(); ++i) {
    const auto& part = pattern.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    pattern.getSubstring(part).toUTF8String(name);
    names.insert(name);
  }
  return names;
}

}  // namespace

TEST_CASE("every pattern is an ICU MessageFormat, and its id stands in one file of the language only") {
  for (const auto& state : attache::text::Language::catalogues()) {
    std::map<std::string, std::string> seen;
    for (const Pattern& pattern : patterns_of(state.tag)) {
      bool valid = false;
      placeholders(pattern.text, valid);
      CHECK_MESSAGE(valid, pattern.file, ": ", pattern.id, ": ", pattern.text);
      CHECK_MESSAGE(seen.emplace(pattern.id, pattern.file).second, pattern.id, " stands in ", pattern.file, " and in ", seen[pattern.id]);
    }
  }
}

TEST_CASE("a translation fills the placeholders of the English message and no others") {
  std::map<std::string, std::set<std::string>> english;
  bool valid = false;
  for (const Pattern& pattern : patterns_of("en")) english[pattern.id] = placeholders(pattern.text, valid);
  for (const auto& state : attache::text::Language::catalogues()) {
    for (const Pattern& pattern : patterns_of(state.tag)) {
      CHECK_MESSAGE(english.contains(pattern.id), pattern.file, ": '", pattern.id, "' is no message of the English catalogue");
      // Dates and ordinals are offered more forms than English uses; their own tests print them.
      if (pattern.id.starts_with("date.") || pattern.id == "ordinal" || pattern.id.starts_with("unit.")) continue;
      CHECK_MESSAGE(placeholders(pattern.text, valid) == english[pattern.id], pattern.file, ": ", pattern.id);
    }
  }
}

TEST_CASE("what is compiled into the program is what the files say") {
  for (const Pattern& pattern : patterns_of("en")) CHECK(language("en")->has_message(pattern.id));
}
