#include "find_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace attache::report {

namespace fs = std::filesystem;

namespace {

fs::path user_folder() {
  if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config == '/') return fs::path(config) / "attache";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') return fs::path(home) / ".config" / "attache";
  return {};
}

std::vector<fs::path> places(const std::string& folder, const std::string& dataset_folder) {
  std::vector<fs::path> all;
  if (!dataset_folder.empty()) all.push_back(fs::path(dataset_folder) / folder);
  if (const auto user = user_folder(); !user.empty()) all.push_back(user / folder);
  return all;
}

Outcome<Found> as_found(const std::string& name, const std::string& file) {
  auto text = read_text(file);
  if (!text) return fail(text.error());
  return Found{name, file, file, std::move(*text)};
}

}  // namespace

Outcome<std::string> read_text(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(Failure::missing_input, "cannot read '" + file + "'", "check the path and its permissions");
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

Outcome<Found> find_text(const Wanted& wanted, const std::vector<Embedded>& built_in) {
  if (wanted.name.ends_with(".toml")) return as_found(fs::path(wanted.name).stem().string(), wanted.name);
  if (wanted.name.find('/') == std::string::npos) {
    for (const auto& place : places(wanted.folder, wanted.dataset_folder)) {
      const auto file = place / (wanted.name + ".toml");
      std::error_code ignored;
      if (fs::is_regular_file(file, ignored)) return as_found(wanted.name, file.string());
    }
    for (const auto& embedded : built_in) {
      if (embedded.name == wanted.name) return Found{embedded.name, "built in", "<built in>/" + embedded.name + ".toml", embedded.text};
    }
  }
  std::vector<std::string> names;
  for (const auto& [name, origin] : names_of(wanted.folder, wanted.dataset_folder, built_in)) names.push_back(name);
  std::string hint = did_you_mean(wanted.name, names);
  if (hint.empty()) {
    hint = "there are:";
    for (const auto& name : names) hint += " " + name;
  }
  return fail(Failure::usage, "no " + wanted.what + " '" + wanted.name + "'", hint);
}

std::vector<std::pair<std::string, std::string>> names_of(const std::string& folder, const std::string& dataset_folder,
                                                          const std::vector<Embedded>& built_in) {
  std::map<std::string, std::string> origins;
  for (const auto& place : places(folder, dataset_folder)) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
      if (entry.path().extension() == ".toml") origins.emplace(entry.path().stem().string(), entry.path().string());
    }
  }
  for (const auto& embedded : built_in) origins.emplace(embedded.name, "built in");
  return {origins.begin(), origins.end()};
}

}  // namespace attache::report
