#include <sys/auxv.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <utility>

#include "host/src/abi.hpp"
#include "host/src/elf_file.hpp"
#include "host/src/trust.hpp"
#include "host/src/worker.hpp"
#include "value/add_once.hpp"
#include "value/digest.hpp"
#include "value/joined.hpp"
#include "value/regular_file.hpp"

namespace attache::host {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view suffix = ".attache.so";
constexpr double describe_limit_s = 2;  ///< an honest entry returns at once
constexpr std::string_view entry_prefix = "attache_plugin_v";

std::string environment(const char* name) {
  const char* value = ::getauxval(AT_SECURE) != 0 ? nullptr : std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

std::string folder_to_search(const fs::path& folder) {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(fs::absolute(folder, error), error);
  return (error ? folder.lexically_normal() : path).string();
}

void add_folder(std::vector<std::string>& folders, const fs::path& folder) {
  if (!folder.is_absolute()) return;  // never the current folder
  std::string path = folder_to_search(folder);
  add_once(folders, std::move(path));
}

/// ATTACHE_PLUGIN_PATH
std::vector<std::string> listed_folders() {
  std::vector<std::string> folders;
  const std::string listed = environment("ATTACHE_PLUGIN_PATH");
  for (std::size_t start = 0; start < listed.size();) {
    const std::size_t end = std::min(listed.find(':', start), listed.size());
    if (end > start) folders.push_back(listed.substr(start, end - start));
    start = end + 1;
  }
  return folders;
}

std::vector<std::string> search_folders(const std::vector<std::string>& extra) {
  std::vector<std::string> folders;
  std::error_code error;
  for (const std::string& folder : extra) add_folder(folders, fs::absolute(folder, error));
  for (const std::string& folder : listed_folders()) add_folder(folders, folder);
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

Outcome<std::string> read_file(const std::string& path) {
  auto bytes = read_regular_file(path);
  if (!bytes) return fail(Failure::permission, "it cannot be read", "chmod a+r '" + path + "'");
  return bytes;
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

/// A file that may be used, and what it says of itself without running.
struct Looked {
  std::string path;
  ElfFacts facts;
};

Outcome<Looked> look_at(const std::string& file) {
  const auto path = trusted_path(file);
  if (!path) return fail(path.error());
  const auto bytes = read_file(*path);
  if (!bytes) return fail(bytes.error());
  auto facts = read_elf(*bytes);
  if (!facts) return fail(facts.error());
  if (auto entry = check_entry(*facts); !entry) return fail(entry.error());
  return Looked{*path, std::move(*facts)};
}

Outcome<PluginInfo> info_of(const Looked& looked, double limit_s) {
  const bool packed = !looked.facts.manifest.empty();
  auto plugin = packed ? manifest_from(looked.facts.manifest) : describe_in_worker(looked.path, limit_s);
  if (!plugin) return plugin;
  const auto abi = Abi::parse(plugin->abi);
  if (!abi) return fail(abi.error());
  if (auto fits = abi->check(); !fits) return fail(fits.error());
  if (auto checked = check_info(*plugin); !checked) return fail(checked.error());
  plugin->path = looked.path;
  return plugin;
}

/// The extensions that a file's manifest promises, though it is not used; reading is no trust.
std::vector<std::string> promised_extensions(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return {};
  const auto bytes = read_file(path);
  const auto facts = bytes ? read_elf(*bytes) : fail(bytes.error());
  const auto plugin = facts ? manifest_from(facts->manifest) : fail(facts.error());
  return plugin ? plugin->extensions : std::vector<std::string>{};
}

/// Gathers what is found in the order of the folders.
class Search {
 public:
  explicit Search(Discovery& found) : found_(found) {}

  /// Takes the file, or puts it off when it must be described and has another name than `wanted`.
  void take(const std::string& path, const std::string& wanted) {
    const auto looked = look_at(path);
    if (!looked) return reject(path, looked.error());
    if (looked->facts.manifest.empty() && !wanted.empty() && id_from_name(path) != wanted) {
      put_off_.emplace_back(path, *looked);
      return;
    }
    describe(path, *looked);
  }
  void take_put_off() {
    for (const auto& [path, looked] : put_off_) describe(path, looked);
  }
  [[nodiscard]] bool has(const std::string& id) const { return owners_.contains(id); }

 private:
  void describe(const std::string& path, const Looked& looked) {
    auto plugin = info_of(looked, describe_limit_s);
    if (!plugin) return reject(path, plugin.error());
    const auto [owner, is_first] = owners_.try_emplace(plugin->id, path);
    if (is_first)
      found_.plugins.push_back(std::move(*plugin));
    else
      found_.rejected.push_back({path,
                                 plugin->id,
                                 "shadowed by " + owner->second + ", which was found first",
                                 "remove one of them, or order the folders with --plugin-dir",
                                 true,
                                 false,
                                 Failure::unavailable,
                                 {}});
  }
  void reject(const std::string& path, const Problem& problem) {
    std::string reason = problem.what;
    if (reason.starts_with(path + " ")) reason.replace(0, path.size(), "it");  // the list names the path already
    found_.rejected.push_back(
        {path, id_from_name(path), std::move(reason), problem.next, false, false, problem.failure, promised_extensions(path)});
  }

  Discovery& found_;
  std::map<std::string, std::string> owners_;
  std::vector<std::pair<std::string, Looked>> put_off_;
};

/// What is wrong with folders that the user named; those not to be searched leave `found.folders`.
void check_folders(const std::vector<std::string>& extra, Discovery& found) {
  std::error_code error;
  for (const std::string& folder : extra) {
    const auto trusted = trusted_folder(folder);
    if (trusted) continue;
    const bool absent = !fs::exists(folder, error);
    found.rejected.push_back({folder,
                              {},
                              absent ? "there is no such folder" : trusted.error().what,
                              absent ? "correct --plugin-dir" : trusted.error().next,
                              false,
                              true,
                              trusted.error().failure,
                              {}});
    std::erase(found.folders, folder_to_search(folder));
  }
  for (const std::string& folder : listed_folders()) {
    if (!fs::path(folder).is_absolute())
      found.rejected.push_back(
          {folder, {}, "a relative folder is not searched", "correct ATTACHE_PLUGIN_PATH", false, false, Failure::configuration, {}});
    else if (!fs::is_directory(folder, error))
      found.rejected.push_back(
          {folder, {}, "there is no such folder", "correct ATTACHE_PLUGIN_PATH", false, false, Failure::missing_input, {}});
  }
}

/// "PATH: REASON" of what is not used, "" when everything is.
std::string what_is_not_used(const Discovery& discovery) {
  for (const Rejected& each : discovery.rejected) {
    if (!each.shadowed) return "not used: " + each.path + ": " + each.reason;
  }
  return {};
}

tl::unexpected<Problem> refused(const Rejected& file) {
  const Failure failure = file.failure == Failure::unavailable ? Failure::unavailable : Failure::permission;
  return fail(failure, "plugin '" + file.id + "' is refused: " + file.path + ": " + file.reason, file.next);
}

std::vector<std::string> ids_of(const Discovery& discovery) {
  std::vector<std::string> ids;
  for (const PluginInfo& plugin : discovery.plugins) ids.push_back(plugin.id);
  return ids;
}

/// "did you mean …", else what there is, else where was looked.
std::string what_there_is(const Discovery& discovery, const std::string& wrong, const std::vector<std::string>& names) {
  std::string near = did_you_mean(wrong, names);
  if (!near.empty()) return near;
  return names.empty() ? "no plugin was found; attache plugins list -v shows where was looked: " + joined(discovery.folders)
                       : "there are " + joined(names);
}

}  // namespace

std::string PluginInfo::sha256() const { return sha256_of_file(path).value_or(std::string()); }

Outcome<PluginInfo> inspect_plugin(const std::string& file) {
  const auto looked = look_at(file);
  auto plugin = looked ? info_of(*looked, describe_limit_s) : fail(looked.error());
  if (plugin) return plugin;
  Problem problem = plugin.error();
  problem.what.insert(0, file + ": ");
  return fail(std::move(problem));
}

Discovery discover(const std::vector<std::string>& extra, const std::string& wanted) {
  Discovery found;
  found.folders = search_folders(extra);
  check_folders(extra, found);
  Search search(found);
  std::error_code error;
  for (const std::string& folder : found.folders) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (entry.path().filename().string().ends_with(suffix)) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) search.take(file, wanted);
  }
  if (!search.has(wanted)) search.take_put_off();
  std::sort(found.plugins.begin(), found.plugins.end(), [](const PluginInfo& a, const PluginInfo& b) { return a.id < b.id; });
  return found;
}

Outcome<> check_named_folders(const Discovery& discovery) {
  for (const Rejected& each : discovery.rejected) {
    if (each.by_option) return fail(each.failure, "the plugin folder '" + each.path + "' cannot be used: " + each.reason, each.next);
  }
  return {};
}

Outcome<PluginInfo> find_plugin(const Discovery& discovery, const std::string& id) {
  if (auto named = check_named_folders(discovery); !named) return fail(named.error());
  for (const PluginInfo& plugin : discovery.plugins) {
    if (plugin.id == id) return plugin;
  }
  for (const Rejected& file : discovery.rejected) {
    if (file.id == id && !file.shadowed) return refused(file);
  }
  return fail(Failure::unavailable, "there is no plugin '" + id + "'", what_there_is(discovery, id, ids_of(discovery)));
}

Outcome<PluginInfo> plugin_for_extension(const Discovery& discovery, const std::string& extension) {
  if (auto named = check_named_folders(discovery); !named) return fail(named.error());
  const auto has = [&](const std::vector<std::string>& all) { return std::find(all.begin(), all.end(), extension) != all.end(); };
  const PluginInfo* chosen = nullptr;
  std::vector<std::string> known;
  for (const PluginInfo& plugin : discovery.plugins) {
    known.insert(known.end(), plugin.extensions.begin(), plugin.extensions.end());
    if (has(plugin.extensions) && (chosen == nullptr || plugin.id == extension)) chosen = &plugin;
  }
  if (chosen != nullptr) return *chosen;
  for (const Rejected& file : discovery.rejected) {
    if (!file.shadowed && (file.id == extension || has(file.extensions))) return refused(file);
  }
  std::string next = what_there_is(discovery, extension, known);
  if (const std::string unused = what_is_not_used(discovery); !unused.empty()) next += "; " + unused;
  return fail(Failure::unavailable, "no plugin writes '." + extension + "' files", std::move(next));
}

}  // namespace attache::host
