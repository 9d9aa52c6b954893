#include "host/src/worker.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <mutex>

#include "host/src/child.hpp"
#include "host/src/fence.hpp"
#include "host/src/keeper.hpp"
#include "host/src/limits.hpp"
#include "host/src/plain_line.hpp"

#include "host/src/check/perform.hpp"

namespace attache::host {
namespace {

constexpr int message_descriptor = 3;
constexpr std::size_t longest_text = 2000;  ///< of what a plugin logs, in bytes

/// The descriptor as it was at the start; a plugin may close it, and then another file may get its number.
struct stat messages_at_start {};

void say(const WorkerMessage& message) {
  struct stat now {};
  if (::fstat(message_descriptor, &now) != 0 || now.st_ino != messages_at_start.st_ino || now.st_dev != messages_at_start.st_dev)
    ::_exit(lost_its_messages);
  const std::string line = message_line(message);
  for (std::string_view rest = line; !rest.empty();) {
    const ssize_t written = ::write(message_descriptor, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // nobody listens any more; the parent's absence ends this process
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// In several messages, so that none grows without end.
void say_built(const report::Document& document) {
  constexpr std::size_t some = 50;
  std::size_t start = 0;
  do {
    DocumentBuilt built;
    for (; start < document.warnings.size() && built.warnings.size() < some; ++start) built.warnings.push_back(document.warnings[start]);
    say(built);
  } while (start < document.warnings.size());
}

/// Passes on what the plugin says, progress at most twenty times a second.
class Speaker final : public Listener {
 public:
  explicit Speaker(const std::string& id)
      : stray_line_("\n" + message_line(Problem{Failure::plugin,
                                                Severity::error,
                                                {},
                                                id + ": a process that the plugin forked went on with the export",
                                                {},
                                                {},
                                                "it was ended and nothing was written; a plugin starts no processes: tell its vendor"})) {}
  void progress(double fraction, std::string_view stage) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(50)) return;
    last_ = now;
    say(Progressed{fraction, plain_line(stage, longest_text)});
  }
  void log(attache_log_level level, std::string_view message) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    say(Logged{level, plain_line(message, longest_text)});
  }
  void strayed() noexcept override { (void)!::write(message_descriptor, stray_line_.data(), stray_line_.size()); }

 private:
  const std::string stray_line_;  ///< after a line end: the export itself may be within a line. Short enough to be written at once
  std::mutex mutex_;              ///< one line at a time
  std::chrono::steady_clock::time_point last_{};
};

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// The soft limit only: to say that it was reached takes memory too.
void limit(int resource, std::uint64_t bytes) {
  if (bytes == 0) return;
  rlimit value{};
  ::getrlimit(static_cast<__rlimit_resource>(resource), &value);
  value.rlim_cur = std::min<rlim_t>(bytes, value.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(resource), &value);
}

void lift_memory_limit() {
  rlimit value{};
  ::getrlimit(RLIMIT_AS, &value);
  value.rlim_cur = value.rlim_max;
  ::setrlimit(RLIMIT_AS, &value);
}

void set_limits(const WorkerRequest& request) {
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that grows too large is a write error
  std::signal(SIGPIPE, SIG_IGN);
  if (!request.job) return;
  limit(RLIMIT_AS, request.job->limits.memory_bytes);
  limit(RLIMIT_FSIZE, request.job->limits.file_bytes);
}

WorkerMessage make_trial(const WorkerRequest& request) {
  const auto trial = check::trial_from(request.trial);
  if (!trial) return trial.error();
  return Observed{check::text_of(check::perform(*trial, request.plugin, request.staging))};
}

WorkerMessage answer(const WorkerRequest& request, const DocumentSource& source) {
  if (!request.trial.empty()) {
    (void)fence_in({request.staging});
    return make_trial(request);
  }
  if (!request.job) {
    (void)fence_in({});
    const auto plugin = load_plugin(request.plugin);
    if (!plugin) return plugin.error();
    const auto info = describe(*plugin);
    if (!info) return info.error();
    return Described{manifest_text(*info)};
  }
  Speaker speaker(request.job->plugin.id);
  ExportJob job = *request.job;
  job.plugin.path = request.plugin;
  const Workplace place{request.staging + "/out", request.staging + "/trace.json", request.output_name,
                        request.staging + "/cwd", request.staging + "/tmp",        true};
  auto files = export_here(job, place, source, speaker, say_built);
  if (!files) return files.error();
  return Done{std::move(*files)};
}

}  // namespace

int run_worker(const DocumentSource& source) {
  ::fstat(message_descriptor, &messages_at_start);
  const auto request = request_from(read_all(0));
  if (!request) {
    say(request.error());
    ::_exit(0);
  }
  if (!work_under_keeper(request->parent)) {
    const std::string why = std::strerror(errno);
    say({Problem{Failure::temporary,
                 Severity::error,
                 {},
                 "cannot start a worker process: " + why,
                 {},
                 {},
                 "try again when the machine has room for processes"}});
    ::_exit(0);
  }
  set_limits(*request);
  try {
    say(answer(*request, source));
  } catch (const std::bad_alloc&) {
    lift_memory_limit();
    say(out_of_memory(Failure::internal, "building the document", request->job ? request->job->limits.memory_bytes : 0));
  } catch (const std::exception& error) {
    say(Problem{Failure::internal, Severity::error, {}, std::string("the worker failed: ") + error.what(), {}, {}, {}});
  }
  ::_exit(0);  // no destructor of a plugin runs
}

}  // namespace attache::host
