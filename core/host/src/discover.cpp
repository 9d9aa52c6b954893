#include <sys/auxv.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include "host/src/abi.hpp"
#include "host/src/elf_file.hpp"
#include "host/src/trust.hpp"
#include "host/src/worker.hpp"
#include "value/digest.hpp"
#include "value/joined.hpp"

namespace attache::host {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view suffix = ".attache.so";
constexpr std::string_view entry_prefix = "attache_plugin_v";

std::string environment(const char* name) {
  const char* value = ::getauxval(AT_SECURE) != 0 ? nullptr : std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

void add_folder(std::vector<std::string>& folders, const fs::path& folder) {
  if (!folder.is_absolute()) return;  // never the current folder
  std::error_code error;
  std::string path = fs::weakly_canonical(folder, error).string();
  if (error) path = folder.lexically_normal().string();
  if (std::find(folders.begin(), folders.end(), path) == folders.end()) folders.push_back(std::move(path));
}

std::vector<std::string> search_folders(const std::vector<std::string>& extra) {
  std::vector<std::string> folders;
  std::error_code error;
  for (const std::string& folder : extra) add_folder(folders, fs::absolute(folder, error));
  const std::string listed = environment("ATTACHE_PLUGIN_PATH");
  for (std::size_t start = 0; start < listed.size();) {
    const std::size_t end = std::min(listed.find(':', start), listed.size());
    add_folder(folders, listed.substr(start, end - start));
    start = end + 1;
  }
  const std::string data = environment("XDG_DATA_HOME");
  const std::string home = environment("HOME");
  if (!data.empty())
    add_folder(folders, fs::path(data) / "attache/plugins/1");
  else if (!home.empty())
    add_folder(folders, fs::path(home) / ".local/share/attache/plugins/1");
  add_folder(folders, "/usr/local/lib/attache/plugins/1");
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) add_folder(folders, program.parent_path().parent_path() / "lib/attache/plugins/1");
  return folders;
}

std::string read_file(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(bytes).str();
}

/// "2" when the library has attache_plugin_v2, "" when it has no entry at all.
std::string other_major(const ElfFacts& facts) {
  for (const std::string& symbol : facts.exported) {
    if (symbol.starts_with(entry_prefix)) return symbol.substr(entry_prefix.size());
  }
  return {};
}

Outcome<> check_entry(const ElfFacts& facts) {
  if (facts.exports(ATTACHE_ENTRY_NAME)) return {};
  const std::string major = other_major(facts);
  if (major.empty()) return fail(Failure::plugin, "it is no plugin: it exports no " ATTACHE_ENTRY_NAME, "build it with attache_add_plugin");
  return fail(Failure::unavailable, "built for plugin contract " + major + ", this program offers " + Abi{}.text(),
              "install the plugin's release for major " + std::to_string(ATTACHE_ABI_MAJOR));
}

std::string id_from_name(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
  return name;
}

void look_at(const std::string& path, Discovery& found, std::map<std::string, std::string>& owners) {
  auto plugin = inspect_plugin(path);
  if (!plugin) {
    const Problem& problem = plugin.error();
    found.rejected.push_back({path, id_from_name(path), problem.what, problem.next, false, problem.failure});
    return;
  }
  const auto [owner, is_first] = owners.try_emplace(plugin->id, path);
  if (is_first)
    found.plugins.push_back(std::move(*plugin));
  else
    found.rejected.push_back({path, plugin->id, "shadowed by " + owner->second + ", which was found first",
                              "remove one of them, or order the folders with --plugin-dir", true, Failure::unavailable});
}

std::vector<std::string> ids_of(const Discovery& discovery) {
  std::vector<std::string> ids;
  for (const PluginInfo& plugin : discovery.plugins) ids.push_back(plugin.id);
  return ids;
}

/// "did you mean …", else what there is, else where was looked.
std::string what_there_is(const Discovery& discovery, const std::string& wrong, const std::vector<std::string>& names) {
  const std::string near = did_you_mean(wrong, names);
  if (!near.empty()) return near;
  return names.empty() ? "no plugin was found; attache plugins list -v shows where was looked: " + joined(discovery.folders)
                       : "there are " + joined(names);
}

}  // namespace

Outcome<PluginInfo> inspect_plugin(const std::string& file) {
  const auto path = trusted_path(file);
  if (!path) return fail(path.error());
  const std::string bytes = read_file(*path);
  const auto facts = read_elf(bytes);
  if (!facts) return fail(facts.error());
  if (auto entry = check_entry(*facts); !entry) return fail(entry.error());
  auto plugin = facts->manifest.empty() ? describe_in_worker(*path) : manifest_from(facts->manifest);
  if (!plugin) return plugin;
  const auto abi = Abi::parse(plugin->abi);
  if (!abi) return fail(abi.error());
  if (auto fits = abi->check(); !fits) return fail(fits.error());
  if (plugin->id.empty() || plugin->extensions.empty())
    return fail(Failure::plugin, "its manifest lacks an id or an extension", "write it again: attache plugins pack FILE");
  plugin->path = *path;
  plugin->sha256 = sha256_hex(bytes);
  return plugin;
}

Discovery discover(const std::vector<std::string>& extra) {
  Discovery found;
  found.folders = search_folders(extra);
  std::map<std::string, std::string> owners;
  std::error_code error;
  for (const std::string& folder : extra) {
    if (!fs::is_directory(folder, error)) {
      found.rejected.push_back({folder, {}, "there is no folder '" + folder + "'", "correct --plugin-dir", false, Failure::missing_input});
    }
  }
  for (const std::string& folder : found.folders) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (entry.path().filename().string().ends_with(suffix)) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) look_at(file, found, owners);
  }
  std::sort(found.plugins.begin(), found.plugins.end(), [](const PluginInfo& a, const PluginInfo& b) { return a.id < b.id; });
  return found;
}

Outcome<PluginInfo> find_plugin(const Discovery& discovery, const std::string& id) {
  for (const PluginInfo& plugin : discovery.plugins) {
    if (plugin.id == id) return plugin;
  }
  for (const Rejected& file : discovery.rejected) {
    if (file.id != id || file.shadowed) continue;
    const Failure failure = file.failure == Failure::unavailable ? Failure::unavailable : Failure::permission;
    return fail(failure, "plugin '" + id + "' is refused: " + file.path + ": " + file.reason, file.next);
  }
  return fail(Failure::unavailable, "there is no plugin '" + id + "'", what_there_is(discovery, id, ids_of(discovery)));
}

Outcome<PluginInfo> plugin_for_extension(const Discovery& discovery, const std::string& extension) {
  const PluginInfo* chosen = nullptr;
  std::vector<std::string> known;
  for (const PluginInfo& plugin : discovery.plugins) {
    known.insert(known.end(), plugin.extensions.begin(), plugin.extensions.end());
    const bool writes = std::find(plugin.extensions.begin(), plugin.extensions.end(), extension) != plugin.extensions.end();
    if (writes && (chosen == nullptr || plugin.id == extension)) chosen = &plugin;
  }
  if (chosen != nullptr) return *chosen;
  for (const Rejected& file : discovery.rejected) {
    if (file.id == extension && !file.shadowed) return find_plugin(discovery, extension);
  }
  return fail(Failure::unavailable, "no plugin writes '." + extension + "' files", what_there_is(discovery, extension, known));
}

}  // namespace attache::host
