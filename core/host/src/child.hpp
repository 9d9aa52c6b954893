#pragma once

#include <csignal>
#include <cstdint>
#include <functional>
#include <string>

#include "host/host.hpp"
#include "host/src/wire.hpp"

namespace attache::host {

/// One worker process: this program again, with a request on its standard input and messages on descriptor 3.
struct ChildTask {
  std::string request;
  double stall_s = 0, total_s = 0;  ///< 0 = none
  std::string watched_folder;       ///< growing files here count as a sign of life; "" = none
};

struct ChildEnd {
  enum class Why { ended, stalled, overdue, interrupted, not_started };
  Why why = Why::ended;
  int status = 0;                 ///< of the worker, as waitpid gives it
  int error = 0;                  ///< errno when it did not start
  std::uint64_t noise_bytes = 0;  ///< written to standard output and error
  std::string noise;              ///< their beginning
  int left = 0;                   ///< processes that were still running, and are not any more
  std::vector<std::string> left_names;

  [[nodiscard]] bool ended_normally() const;
  /// "crashed: Segmentation fault (signal 11)", "ended the process itself (exit code 0) without finishing" …
  [[nodiscard]] std::string story() const;
  /// "wrote 2400000 bytes to standard output or error, which begin: …"; "" when it was quiet
  [[nodiscard]] std::string noise_story() const;
  /// "left 2 processes running (sleep, sh)"; "" when it left none
  [[nodiscard]] std::string left_story() const;
};

/// The exit code of a worker that can no longer say anything, because its descriptor 3 is closed or another file.
inline constexpr int lost_its_messages = 121;

/// Starts the child, waits for its end and leaves no process behind that descends from it.
[[nodiscard]] ChildEnd run_child(const ChildTask& task, const std::function<void(WorkerMessage)>& on_message);

/// While one of these lives, SIGINT, SIGTERM and SIGHUP do not end the process but are remembered; one that was ignored stays ignored.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
};

}  // namespace attache::host
