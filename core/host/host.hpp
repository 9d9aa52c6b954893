#pragma once
/// The room `host`: finds, checks, loads and runs exporter plugins, each export in a worker process; stages, verifies and places
/// their files. It knows documents, not datasets' insides, and no file format.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/report.hpp"
#include "value/outcome.hpp"

namespace attache::host {

/// Ids of plugins and of their options: a lower-case letter, then letters a–z, digits and dashes.
[[nodiscard]] bool is_plugin_id(std::string_view id);

struct OptionInfo {
  std::string id, title, description, type, default_text;
  bool has_default = false, required = false, deprecated = false;
  std::optional<double> min, max;
  std::vector<std::string> choices;
};
struct PluginInfo {
  std::string id, title, description, version, vendor, license, url, media_type;
  std::vector<std::string> extensions;
  std::vector<OptionInfo> options;
  std::uint32_t flags = 0;
  std::string abi;  ///< "1.0-draft1"
  std::string path;
  /// Digest of the file as it is now, "" when it cannot be read. Reads the whole file: for who shows it, not for each export.
  [[nodiscard]] std::string sha256() const;
};
/// A file or a folder named by the user that was looked at and is not used. The reason does not repeat the path.
struct Rejected {
  std::string path, id, reason, next;
  bool shadowed = false;   ///< a plugin found earlier has its id
  bool by_option = false;  ///< a folder of --plugin-dir
  Failure failure = Failure::plugin;
  std::vector<std::string> extensions;  ///< what its manifest promises, where that can be read
};
struct Discovery {
  std::vector<std::string> folders;  ///< in search order, existing or not
  std::vector<PluginInfo> plugins;   ///< sorted by id
  std::vector<Rejected> rejected;
};
/// Looks through `extra` (--plugin-dir), ATTACHE_PLUGIN_PATH, the user's, /usr/local's and the program's own plugin folders. Runs no code
/// of a file that has a manifest; one without is described in a worker, within 2 s. When a plugin is `wanted`, files without a manifest
/// and of another name are described only if nobody else has that id.
[[nodiscard]] Discovery discover(const std::vector<std::string>& extra, const std::string& wanted = {});
/// A folder of --plugin-dir that does not exist or is not trusted is an error; find_plugin and plugin_for_extension say so first.
[[nodiscard]] Outcome<> check_named_folders(const Discovery& discovery);
/// One file, as `plugins show FILE` wants it: trust, ELF and manifest are checked as in discovery. The problem names the file.
[[nodiscard]] Outcome<PluginInfo> inspect_plugin(const std::string& file);
/// By id; unknown → Failure::unavailable with a suggestion, refused → Failure::permission or ::unavailable with the reason.
[[nodiscard]] Outcome<PluginInfo> find_plugin(const Discovery& discovery, const std::string& id);
/// By file extension (without dot): the plugin whose id equals it wins, else the first by id.
[[nodiscard]] Outcome<PluginInfo> plugin_for_extension(const Discovery& discovery, const std::string& extension);

struct Limits {
  double stall_s = 60, total_s = 0;  ///< 0 = none
  std::uint64_t memory_bytes = 0, file_bytes = 0;
};

struct ExportJob {
  std::string dataset;  ///< folder or datapackage.json
  report::Request request;
  PluginInfo plugin;
  std::vector<std::pair<std::string, std::string>> options;
  std::string output;  ///< path, or "-" for stdout
  std::string trace;   ///< path, "-" for stdout when the output goes to a file, or ""
  bool overwrite = false;
  bool isolate = true;
  Limits limits;
  std::function<void(double fraction, const std::string& stage)> on_progress;  ///< fraction < 0 = unknown; called on run_export's thread
  std::function<void(int level, const std::string& text)> on_log;              ///< below warning; levels as in plugin.h
};
struct Written {
  std::string path, sha256, media_type;
  std::uint64_t bytes = 0;
  bool unchanged = false;  ///< the same content was there already
};
struct ExportResult {
  std::vector<Written> files;
  std::vector<std::string> warnings;  ///< the first 200, and how many there were beyond
};
/// An output folder that is missing or may not be written is Failure::cannot_create, whatever the system's reason; an existing file
/// keeps its mode when it is replaced; a link that another user put into a folder open to all is Failure::permission.
/// Builds the document in a worker, runs the plugin there, then places all files or none. A dataset's or report's fault keeps its own
/// Failure; a plugin that crashes, hangs, ends the process or leaves a file open is Failure::plugin or ::time_limit. While it runs, SIGINT,
/// SIGTERM and SIGHUP, unless ignored before, stop the worker, nothing is written, the staging folder is removed and the answer is
/// Failure::cancelled.
[[nodiscard]] Outcome<ExportResult> run_export(const ExportJob& job);
/// The signal that interrupted the last export, 0 = none.
[[nodiscard]] int interrupted_by();

/// What keeps a plugin's writes to its own folders: the Landlock version of this kernel, or 0 and the reason why there is none.
struct WriteFence {
  int version = 0;
  std::string why_not;
};
[[nodiscard]] WriteFence write_fence();

/// Starts a worker and has it load and describe the plugin; how `attache doctor` sees that workers start here.
[[nodiscard]] Outcome<> try_worker(const PluginInfo& plugin);

/// Entry of the worker process (`attache __worker`); returns its exit code.
int worker_main(int argc, char** argv);

/// Writes the manifest section into a plugin file (`attache plugins pack`).
[[nodiscard]] Outcome<> pack(const std::string& file);

}  // namespace attache::host
