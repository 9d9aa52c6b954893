#pragma once
/// One call of a plugin in this process: options, services, artifacts. A worker does this; tests and debuggers do it directly.

#include <attache/plugin.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/document_view.hpp"
#include "host/host.hpp"

namespace attache::host {

/// What a plugin says while it works. Called from the plugin's threads.
class Listener {
 public:
  virtual ~Listener() = default;
  /// fraction 0 … 1, negative = unknown.
  virtual void progress(double fraction, std::string_view stage);
  virtual void log(attache_log_level level, std::string_view message);
  [[nodiscard]] virtual bool cancelled();
  /// Called in a process that the plugin forked and that came back to the host; the process ends right after. Locks and allocates nothing.
  virtual void strayed() noexcept;
};

/// A closed artifact, in the staging folder under its name.
struct Staged {
  std::string name, media_type;
  std::uint64_t bytes = 0;
};

/// How a call ended, as the plugin itself left it.
struct CallEnd {
  attache_status status = ATTACHE_OK;
  bool threw = false;        ///< an exception left the plugin
  std::string error;         ///< what the plugin said last through set_error
  bool host_failed = false;  ///< a service of the host could not do what was asked
  std::string misuse;        ///< "called progress from another thread than the export's"
  std::vector<std::string> opened, left_open;
};

/// Stands between a plugin and the host in a conformance check: makes services fail or answer as other hosts may, and sees what is
/// asked of them. Each function is called on the thread that asks.
class Rehearsal {
 public:
  virtual ~Rehearsal() = default;
  /// What the plugin is given in place of the host's own table and request.
  [[nodiscard]] virtual const attache_host* host(const attache_host* own) { return own; }
  [[nodiscard]] virtual const attache_request* request(const attache_request* own) { return own; }
  /// How many of `max` rows a read gives at most; 0 = it fails.
  [[nodiscard]] virtual std::int64_t rows(std::uint32_t table, std::int64_t first, std::int64_t max) = 0;
  /// The printed form of a cell is asked for.
  virtual void cell(std::uint32_t table, std::int64_t row) = 0;
  /// A refusal is a full disk.
  [[nodiscard]] virtual bool may_open(std::string_view name, bool by_path) = 0;
  [[nodiscard]] virtual bool may_write(std::size_t bytes) = 0;
  virtual void ended(const CallEnd& end) = 0;
};

struct PluginCall {
  const attache_plugin* plugin = nullptr;
  DocumentView* view = nullptr;
  std::vector<std::pair<std::string, std::string>> options;
  std::string output_name;         ///< "briefing.pdf"
  std::string folder;              ///< staging: exists, empty, private
  bool single = false;             ///< a second artifact is refused
  std::uint64_t file_bytes = 0;    ///< largest artifact, 0 = any
  std::uint64_t memory_bytes = 0;  ///< the limit that holds for this process, for messages; 0 = none
  Rehearsal* rehearsal = nullptr;  ///< the check that makes this call
};

/// What the descriptor says, checked. Failure::plugin for one that breaks the contract, ::unavailable for another draft or newer minor.
[[nodiscard]] Outcome<PluginInfo> describe(const attache_plugin* plugin);
/// What holds of every plugin, whether its descriptor or its manifest was read: possible ids and extensions, options that differ, with
/// types, choices and defaults that they take themselves. Failure::plugin.
[[nodiscard]] Outcome<> check_info(const PluginInfo& plugin);

/// Runs the plugin. The artifacts lie in the folder, in the order they were opened; nothing is hashed, flushed or moved.
[[nodiscard]] Outcome<std::vector<Staged>> call_plugin(const PluginCall& call, Listener& listener);

/// Maps a plugin file that discovery has accepted; it stays loaded until the process ends.
[[nodiscard]] Outcome<const attache_plugin*> load_plugin(const std::string& path);

}  // namespace attache::host
