#include <algorithm>
#include <unordered_map>

#include "icu_text.hpp"
#include "iso_codes.hpp"
#include "language_data.hpp"

namespace attache::text {
namespace {

/// ISO 3166-1 alpha-2 by alpha-3, as ICU knows them. XKX is what the UN, the World Bank and Eurostat write for Kosovo (CLDR: XK).
const std::unordered_map<std::string_view, std::string>& two_letter_codes() {
  static const auto codes = [] {
    std::unordered_map<std::string_view, std::string> by_alpha3;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      by_alpha3.emplace(icu::Locale("", *code).getISO3Country(), *code);
    }
    by_alpha3["XKX"] = "XK";
    return by_alpha3;
  }();
  return codes;
}

}  // namespace

std::string Language::area_name(std::string_view code) const {
  const std::string id = "area." + std::string(code);
  if (const auto own = data_->catalogue->find(id); own != data_->catalogue->end()) return std::string(own->second);
  if (const auto found = two_letter_codes().find(code); found != two_letter_codes().end()) {
    icu::UnicodeString name;
    data_->names->regionDisplayName(found->second.c_str(), name);
    return name.isBogus() ? "" : from_icu(name);
  }
  return IsoCodes::installed().name(code, data_->tag);
}

std::string area_name(std::string_view code, std::string_view language) {
  const auto loaded = Language::load_incomplete(language);
  return loaded ? (*loaded)->area_name(code) : "";
}

}  // namespace attache::text
