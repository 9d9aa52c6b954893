#include "iso_codes.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "mo_file.hpp"

namespace attache::text {
namespace {

std::string contents(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(bytes).str();
}

/// {"3166-2": [{"code": "KZ-AKM", "name": "…"}, …]}: what is not so is passed over.
void add_list(std::unordered_map<std::string, std::string>& names, const std::string& path, const char* list, const char* key) {
  const auto json = nlohmann::json::parse(contents(path), nullptr, false);
  if (!json.is_object() || !json.contains(list) || !json[list].is_array()) return;
  for (const auto& entry : json[list]) {
    if (!entry.is_object() || !entry.contains(key) || !entry.contains("name")) continue;
    if (entry[key].is_string() && entry["name"].is_string()) names.emplace(entry[key].get<std::string>(), entry["name"].get<std::string>());
  }
}

}  // namespace

IsoCodes::IsoCodes(std::string share) : share_(std::move(share)) {}

IsoCodes& IsoCodes::installed() {
  static IsoCodes codes(ATTACHE_ISO_CODES_SHARE);
  return codes;
}

void IsoCodes::read_lists() {
  if (std::exchange(read_, true)) return;
  add_list(names_, share_ + "/iso-codes/json/iso_3166-3.json", "3166-3", "alpha_3");
  add_list(names_, share_ + "/iso-codes/json/iso_3166-2.json", "3166-2", "code");
}

const IsoCodes::Names& IsoCodes::translations(const std::string& language) {
  const auto [found, added] = translations_.try_emplace(language);
  if (!added) return found->second;
  for (const char* domain : {"iso_3166-3", "iso_3166-2"}) {
    const std::string bytes = contents(share_ + "/locale/" + language + "/LC_MESSAGES/" + domain + ".mo");
    const auto entries = read_mo(bytes);
    if (!entries) continue;
    for (const auto& [message, translation] : *entries) found->second.emplace(message, translation);
  }
  return found->second;
}

std::string IsoCodes::name(std::string_view code, std::string_view language) {
  const std::scoped_lock lock(mutex_);
  read_lists();
  const auto english = names_.find(std::string(code));
  if (english == names_.end()) return "";
  if (language == "en") return english->second;
  const Names& translated = translations(std::string(language));
  const auto found = translated.find(english->second);
  return found == translated.end() ? "" : found->second;
}

}  // namespace attache::text
