#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attache::text {

/// A compiled .po file inside the program.
struct EmbeddedCatalogue {
  std::string_view language, domain, bytes;
};
/// Generated at build.
const std::vector<EmbeddedCatalogue>& embedded_catalogues();

/// Message ids with their patterns; both live as long as the program.
using Catalogue = std::unordered_map<std::string_view, std::string_view>;

/// All domains of a language together; null for a language without a catalogue.
const Catalogue* catalogue_of(std::string_view language);
/// Languages that have one, sorted.
std::vector<std::string> catalogue_languages();

}  // namespace attache::text
