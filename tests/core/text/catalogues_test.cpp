#include <doctest/doctest.h>
#include <unicode/messagepattern.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
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

TEST_CASE("every message that the sources name stands in the English catalogue") {
  std::set<std::string> ids;
  for (const Pattern& pattern : patterns_of("en")) ids.insert(pattern.id);
  // "report.section." is the beginning of ids that are put together.
  const auto known = [&ids](const std::string& named) {
    if (named.back() != '.' && named.back() != '-') return ids.contains(named);
    const auto next = ids.lower_bound(named);
    return next != ids.end() && next->starts_with(named);
  };
  const std::regex literal(R"re("((?:report|exporter)\.[a-z0-9][A-Za-z0-9.-]*)")re");
  for (const char* folder : {"core", "plugins"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(ATTACHE_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      std::ifstream file(entry.path());
      const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
      for (std::sregex_iterator match(text.begin(), text.end(), literal), end; match != end; ++match) {
        const std::string named = (*match)[1];
        if (named.ends_with(".hpp")) continue;
        CHECK_MESSAGE(known(named), entry.path().string(), " names '", named, "': add it to core/text/catalogues/en");
      }
    }
  }
}

TEST_CASE("what is compiled into the program is what the files say") {
  for (const Pattern& pattern : patterns_of("en")) CHECK(language("en")->has_message(pattern.id));
}
