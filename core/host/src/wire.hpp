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

/// Bytes (file names) as a text that JSON can hold, and back.
[[nodiscard]] std::string from_bytes(std::string_view bytes);
[[nodiscard]] std::string to_bytes(const std::string& text);

/// What a worker is asked: to export, to make a trial for the conformance check, or, when both are empty, to describe a file.
struct WorkerRequest {
  std::string plugin;  ///< path
  std::optional<ExportJob> job;
  std::string trial;    ///< as check::text_of gives it
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
struct Observed {
  std::string text;  ///< as check::text_of gives it
};
/// The keeper's last word: how the worker ended, as waitpid gives it, and the processes it left behind, which are ended too.
struct Ended {
  int status = 0;
  int left = 0;
  std::vector<std::string> names;  ///< of the first ones
};
using WorkerMessage = std::variant<DocumentBuilt, Progressed, Logged, Described, Done, Observed, Problem, Ended>;
/// One line, newline included.
[[nodiscard]] std::string message_line(const WorkerMessage& message);
/// Nothing for a line that is no message.
[[nodiscard]] std::optional<WorkerMessage> message_from(std::string_view line);

}  // namespace attache::host
