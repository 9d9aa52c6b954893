#include "host/src/keeper.hpp"

#include <dirent.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "host/src/plain_line.hpp"
#include "host/src/wire.hpp"

namespace attache::host {
namespace {

constexpr int message_descriptor = 3;
constexpr std::size_t most_names = 5;

struct Process {
  pid_t id = 0;
  std::string name;
};

/// Living children of this process, adopted ones included.
std::vector<Process> children() {
  std::vector<Process> found;
  DIR* folder = ::opendir("/proc");
  if (folder == nullptr) return found;
  const pid_t self = ::getpid();
  while (const dirent* entry = ::readdir(folder)) {
    if (std::isdigit(static_cast<unsigned char>(entry->d_name[0])) == 0) continue;
    std::ifstream file(std::string("/proc/") + entry->d_name + "/stat");
    const std::string stat{std::istreambuf_iterator<char>(file), {}};
    const std::size_t open = stat.find('(');
    const std::size_t close = stat.rfind(')');  // a name may have any character in it
    if (open == std::string::npos || close == std::string::npos || close + 4 >= stat.size() || stat[close + 2] == 'Z') continue;
    if (std::strtol(stat.c_str() + close + 4, nullptr, 10) != self) continue;
    found.push_back({static_cast<pid_t>(std::strtol(entry->d_name, nullptr, 10)), plain_line(stat.substr(open + 1, close - open - 1), 32)});
  }
  ::closedir(folder);
  return found;
}

/// Ends all descendants: those of an ended process become children of this one. Names the first ones, and never the worker, which is
/// still there when its time was up.
void end_descendants(Ended& ended, pid_t worker) {
  std::vector<pid_t> seen{worker};
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  while (std::chrono::steady_clock::now() < give_up) {
    pid_t gone = 0;
    do gone = ::waitpid(-1, nullptr, WNOHANG);
    while (gone > 0);
    if (gone < 0 && errno == ECHILD) return;
    for (const Process& process : children()) {
      ::kill(process.id, SIGKILL);
      if (std::find(seen.begin(), seen.end(), process.id) != seen.end()) continue;
      seen.push_back(process.id);
      ++ended.left;
      if (ended.names.size() < most_names) ended.names.push_back(process.name);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// Waits for the worker's end, or for what must become its end: it stopped, or SIGTERM. Returns its status as waitpid gives it.
int wait_for(pid_t worker, const sigset_t& awaited) {
  for (;;) {
    const int signal = ::sigwaitinfo(&awaited, nullptr);
    if (signal == SIGTERM) return signal;
    int status = 0;
    for (pid_t id = 0; (id = ::waitpid(-1, &status, WNOHANG | WUNTRACED)) > 0;) {
      if (id == worker) return status;
    }
  }
}

[[noreturn]] void keep(pid_t worker, const sigset_t& awaited) {
  Ended ended;
  ended.status = wait_for(worker, awaited);
  end_descendants(ended, worker);
  const std::string line = "\n" + message_line(ended);  // the worker may have ended within a line
  for (std::string_view rest = line; !rest.empty();) {
    const ssize_t written = ::write(message_descriptor, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  ::_exit(0);
}

}  // namespace

bool work_under_keeper(int parent) {
  sigset_t awaited;
  sigset_t before;
  sigemptyset(&awaited);
  sigaddset(&awaited, SIGTERM);
  sigaddset(&awaited, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &awaited, &before);
  ::prctl(PR_SET_NAME, "attache-keeper");
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != parent) ::_exit(0);  // it ended before this could be watched
  std::signal(SIGPIPE, SIG_IGN);
  const pid_t keeper = ::getpid();
  const pid_t worker = ::fork();
  if (worker < 0) return false;
  if (worker > 0) keep(worker, awaited);
  ::prctl(PR_SET_NAME, "attache-worker");
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != keeper) ::_exit(0);
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  return true;
}

}  // namespace attache::host
