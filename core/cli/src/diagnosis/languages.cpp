#include "diagnosis/diagnosis.hpp"
#include "text/language.hpp"

namespace attache::cli {

namespace {

/// A former country: its name comes from iso-codes and nowhere else.
constexpr std::string_view former_country = "SUN";

Finding look_at_names() {
  const auto english = text::Language::load("en");
  const auto russian = text::Language::load_incomplete("ru");
  if (!english || (*english)->area_name(former_country).empty()) {
    return {Finding::State::wrong, "iso-codes", "names of former countries and subdivisions are missing", "apt install iso-codes"};
  }
  if (russian && (*russian)->area_name(former_country) == (*english)->area_name(former_country)) {
    return {Finding::State::wrong, "iso-codes", "its translations are missing (container images often leave out /usr/share/locale)",
            "remove the path-exclude of /usr/share/locale in /etc/dpkg/dpkg.cfg.d, then apt install --reinstall iso-codes"};
  }
  return {Finding::State::fine, "iso-codes", "names of former countries and subdivisions are there"};
}

}  // namespace

Section diagnose_languages() {
  Section section{"languages", {}};
  for (const std::string& tag : text::Language::available()) {
    const auto language = text::Language::load(tag);
    if (language) {
      section.findings.push_back({Finding::State::fine, tag, "complete"});
    } else {
      section.findings.push_back({Finding::State::note, tag, language.error().message()});
    }
  }
  section.findings.push_back(look_at_names());
  return section;
}

}  // namespace attache::cli
