#pragma once
// What crosses between processes and what lies in a plugin file, as JSON text. The one place that knows the JSON library.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "host/export_call.hpp"
#include "host/host.hpp"

namespace attache::host {

/// The manifest of a plugin: everything `describe` says. Same plugin, same bytes.
[[nodiscard]] std::string manifest_text(const PluginInfo& plugin);
[[nodiscard]] Outcome<PluginInfo> manifest_from(std::string_view text);

/// What a worker is asked: describe a file (`job` empty) or export.
struct WorkerRequest {
  std::string plugin;  ///< path
  std::optional<ExportJob> job;
  std::string staging;  ///< folder of the artifacts
  std::string output_name;
  int parent = 0;  ///< process id; the worker ends when it is gone
};
[[nodiscard]] std::string request_text(const WorkerRequest& request);
[[nodiscard]] Outcome<WorkerRequest> request_from(std::string_view text);

/// What a worker says, one line each.
struct DocumentBuilt {
  std::vector<std::string> warnings;
};
struct Progressed {
  double fraction = -1;
  std::string stage;
};
struct Logged {
  int level = 0;
  std::string text;
};
struct Described {
  std::string manifest;
};
struct Done {
  std::vector<Staged> files;
};
/// The keeper's last word: how the worker ended, as waitpid gives it, and the processes it left behind, which are ended too.
struct Ended {
  int status = 0;
  int left = 0;
  std::vector<std::string> names;  ///< of the first ones
};
using WorkerMessage = std::variant<DocumentBuilt, Progressed, Logged, Described, Done, Problem, Ended>;
/// One line, newline included.
[[nodiscard]] std::string message_line(const WorkerMessage& message);
/// Nothing for a line that is no message.
[[nodiscard]] std::optional<WorkerMessage> message_from(std::string_view line);

}  // namespace attache::host
