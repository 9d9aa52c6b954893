#include <atomic>
#include <chrono>
#include <clocale>
#include <csignal>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "behaviour.hpp"

namespace misbehaving {
namespace {

attache_status leaves_a_child(const Export& job) {
  if (::fork() == 0) {
    ::sleep(600);
    ::_exit(0);
  }
  return job.write_main("well\n");
}

/// The child goes on as if it were the plugin: it closes the file that both have, or just returns.
attache_status child_closes(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  (void)job.open_main(&sink);
  (void)write_text(sink, "half\n");
  (void)::fork();
  return job.host->close_artifact(job.call, &sink);
}

attache_status child_writes(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  (void)job.open_main(&sink);
  const bool is_child = ::fork() == 0;
  (void)write_text(sink, is_child ? std::string(1 << 20, 'x') : "well\n");
  return job.host->close_artifact(job.call, &sink);
}

attache_status child_returns(const Export& job) { return ::fork() == 0 ? ATTACHE_OK : job.write_main("well\n"); }

attache_status child_throws(const Export& job) {
  if (::fork() == 0) throw 7;
  return job.write_main("well\n");
}

/// The export waits for the child, so that no process is left.
attache_status child_logs(const Export& job) {
  const pid_t child = ::fork();
  if (child == 0) job.host->log(job.call, ATTACHE_LOG_WARN, {"here", 4});
  (void)::waitpid(child, nullptr, 0);
  return job.write_main("well\n");
}

/// Two processes deep, in a session of its own, deaf to SIGTERM.
attache_status leaves_a_daemon(const Export& job) {
  if (::fork() == 0) {
    ::setsid();
    std::signal(SIGTERM, SIG_IGN);
    if (::fork() == 0) {
      for (int descriptor = 0; descriptor < 64; ++descriptor) ::close(descriptor);
      ::sleep(600);
    }
    ::_exit(0);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  return job.write_main("well\n");
}

attache_status leaves_threads(const Export& job) {
  for (int i = 0; i < 20; ++i) std::thread([] { std::this_thread::sleep_for(std::chrono::minutes(10)); }).detach();
  return job.write_main("well\n");
}

attache_status closes_messages(const Export& job) {
  ::close(3);
  return job.write_main("well\n");
}

attache_status closes_all(const Export& job) {
  for (int descriptor = 0; descriptor < 1024; ++descriptor) ::close(descriptor);
  return job.write_main("well\n");
}

attache_status closes_output(const Export& job) {
  ::close(1);
  return job.write_main("well\n");
}

void nothing(int) {}
attache_status handles_signals(const Export& job) {
  std::signal(SIGTERM, nothing);
  return job.write_main("well\n");
}

attache_status changes_folder(const Export& job) { return ::chdir("/") == 0 ? job.write_main("well\n") : ATTACHE_ERR_INTERNAL; }

attache_status changes_umask(const Export& job) {
  ::umask(0);
  return job.write_main("well\n");
}

attache_status changes_locale(const Export& job) {
  std::setlocale(LC_NUMERIC, "C.UTF-8");
  return job.write_main("well\n");
}

/// Pretends to be the host, at length: descriptor 3 is where the worker's messages go.
attache_status forges_a_line(const Export& job) {
  const std::string line = R"({"is":"log","level":3,"text":")" + std::string(3 << 20, 'x') + "\"}\n";
  for (std::string_view rest = line; !rest.empty();) rest.remove_prefix(static_cast<std::size_t>(::write(3, rest.data(), rest.size())));
  return job.write_main("well\n");
}

/// Says in the worker's name that it is done, with a name that leads elsewhere.
attache_status forges_an_answer(const Export&) {
  const std::string line = "{\"is\":\"done\",\"files\":[{\"name\":\"../victim\",\"media_type\":\"text/plain\",\"bytes\":1}]}\n";
  if (::write(3, line.data(), line.size()) < 0) return ATTACHE_ERR_INTERNAL;
  ::_exit(0);
}

constexpr Behaviour all[] = {{"child-closes", child_closes},
                             {"child-writes", child_writes},
                             {"child-returns", child_returns},
                             {"child-throws", child_throws},
                             {"child-logs", child_logs},
                             {"leaves-a-child", leaves_a_child},
                             {"leaves-a-daemon", leaves_a_daemon},
                             {"leaves-threads", leaves_threads},
                             {"closes-messages", closes_messages},
                             {"closes-all", closes_all},
                             {"closes-output", closes_output},
                             {"handles-signals", handles_signals},
                             {"changes-folder", changes_folder},
                             {"changes-umask", changes_umask},
                             {"changes-locale", changes_locale},
                             {"forges-a-line", forges_a_line},
                             {"forges-an-answer", forges_an_answer}};

}  // namespace

std::span<const Behaviour> of_traces() { return all; }

}  // namespace misbehaving
