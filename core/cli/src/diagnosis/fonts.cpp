#include <filesystem>

#include "diagnosis/diagnosis.hpp"
#include "report/report.hpp"
#include "value/digest.hpp"

namespace attache::cli {

namespace {

/// Debian's package for a font file of the built-in theme.
std::string package_of(const std::string& file) {
  if (file.find("/noto/") != std::string::npos) return "fonts-noto-core";
  if (file.find("/dejavu/") != std::string::npos) return "fonts-dejavu-core";
  return "";
}

Finding look_at(const std::string& face, const std::string& file, const std::string& expected) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    const std::string package = package_of(file);
    return {Finding::State::wrong, face, file + " is missing",
            package.empty() ? "install it, or name another in the theme" : "apt install " + package};
  }
  const auto digest = sha256_of_file(file);
  if (!digest) return {Finding::State::wrong, face, digest.error().message()};
  const std::string seen = file + "  sha256 " + digest->substr(0, 12);
  if (expected.empty() || *digest == expected) return {Finding::State::fine, face, seen};
  return {Finding::State::note, face, seen + ", the theme was made with " + expected.substr(0, 12) + ": lines may break elsewhere"};
}

}  // namespace

Section diagnose_fonts(const std::string& theme) {
  Section section{"fonts", {}};
  const auto keys = report::theme_keys(theme, "");
  if (!keys) {
    section.findings.push_back({Finding::State::wrong, "theme", keys.error().message()});
    return section;
  }
  for (const char* face : {"body", "bold", "italic", "heading", "symbols"}) {
    const std::string prefix = std::string("theme.font.") + face + '.';
    const auto file = keys->find(prefix + "file");
    if (file == keys->end() || file->second.empty()) continue;
    const auto digest = keys->find(prefix + "sha256");
    section.findings.push_back(look_at(face, file->second, digest == keys->end() ? "" : digest->second));
  }
  return section;
}

}  // namespace attache::cli
