#include "catalogue.hpp"

#include <cassert>
#include <map>

#include "mo_file.hpp"

namespace attache::text {
namespace {

using Catalogues = std::map<std::string_view, Catalogue>;

Catalogues read_all() {
  Catalogues all;
  for (const EmbeddedCatalogue& embedded : embedded_catalogues()) {
    Catalogue& catalogue = all[embedded.language];
    const auto entries = read_mo(embedded.bytes);
    assert(entries && "msgfmt wrote it");
    for (const auto& [id, pattern] : *entries) {
      [[maybe_unused]] const bool added = catalogue.emplace(id, pattern).second;
      assert(added && "a message id stands in one domain only");
    }
  }
  return all;
}

const Catalogues& catalogues() {
  static const Catalogues all = read_all();
  return all;
}

}  // namespace

const Catalogue* catalogue_of(std::string_view language) {
  const auto found = catalogues().find(language);
  return found == catalogues().end() ? nullptr : &found->second;
}

std::vector<std::string> catalogue_languages() {
  std::vector<std::string> tags;
  for (const auto& entry : catalogues()) tags.emplace_back(entry.first);
  return tags;
}

}  // namespace attache::text
