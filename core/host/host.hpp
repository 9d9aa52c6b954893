#pragma once
/// The room `host`: finds, checks, loads and runs exporter plugins, each export in a worker process; stages, verifies and places
/// their files. It knows documents, not datasets' insides, and no file format.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/report.hpp"
#include "value/outcome.hpp"

namespace attache::host {

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
  std::string path, sha256;
};
/// A file that was looked at and is not used.
struct Rejected {
  std::string path, id, reason, next;
  bool shadowed = false;  ///< a plugin found earlier has its id
  Failure failure = Failure::plugin;
};
struct Discovery {
  std::vector<std::string> folders;  ///< in search order, existing or not
  std::vector<PluginInfo> plugins;   ///< sorted by id
  std::vector<Rejected> rejected;
};
/// Looks through `extra` (--plugin-dir), ATTACHE_PLUGIN_PATH, the user's, /usr/local's and the program's own plugin folders. Runs no code.
[[nodiscard]] Discovery discover(const std::vector<std::string>& extra);
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
  std::string trace;   ///< path or ""
  bool overwrite = false;
  bool isolate = true;
  Limits limits;
};
struct Written {
  std::string path, sha256, media_type;
  std::uint64_t bytes = 0;
  bool unchanged = false;  ///< the same content was there already
};
struct ExportResult {
  std::vector<Written> files;
  std::vector<std::string> warnings;
  double seconds = 0;
};
/// Builds the document in a worker, runs the plugin there, then places all files or none.
[[nodiscard]] Outcome<ExportResult> run_export(const ExportJob& job);

/// Entry of the worker process (`attache __worker`); returns its exit code.
int worker_main(int argc, char** argv);

/// Writes the manifest section into a plugin file (`attache plugins pack`).
[[nodiscard]] Outcome<> pack(const std::string& file);

}  // namespace attache::host
