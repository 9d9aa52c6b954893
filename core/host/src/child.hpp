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
  int status = 0;                 ///< as waitpid gives it
  int error = 0;                  ///< errno when it did not start
  std::uint64_t noise_bytes = 0;  ///< written to standard output and error
  std::string noise;              ///< their beginning

  [[nodiscard]] bool ended_normally() const;
  /// "crashed: Segmentation fault (signal 11)", "ended the process itself (exit code 0) without finishing" …
  [[nodiscard]] std::string story() const;
  /// "it wrote 2400000 bytes to standard output, which begin: …"; "" when it was quiet
  [[nodiscard]] std::string noise_story() const;
};

/// Starts the child in its own process group, waits for its end and leaves nothing of the group behind. A process that the child started
/// and that left the group (setsid) is neither ended nor waited for.
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
