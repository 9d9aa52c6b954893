#include "host/src/check/process_state.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cfenv>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

namespace attache::host::check {
namespace {

int entries_of(const char* folder) {
  int count = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) ++count;
  return count;
}

std::string environment_text() {
  std::string text;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) (text += *entry) += '\n';
  return text;
}

/// The handler as bytes; its address is all that counts.
std::string handler_text(int number) {
  struct sigaction action {};
  if (::sigaction(number, nullptr, &action) != 0) return {};
  std::string text(sizeof action.sa_handler, '\0');
  std::memcpy(text.data(), &action.sa_handler, sizeof action.sa_handler);
  return text;
}

std::string blocked_signals() {
  sigset_t blocked;
  sigemptyset(&blocked);
  ::pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
  std::string text;
  for (int number = 1; number < 32; ++number) text += sigismember(&blocked, number) == 1 ? '1' : '0';
  return text;
}

}  // namespace

ProcessState ProcessState::now() {
  ProcessState state;
  std::error_code error;
  const mode_t mask = ::umask(022);
  ::umask(mask);
  const char* locale = std::setlocale(LC_ALL, nullptr);
  state.parts = {{"the current folder", std::filesystem::current_path(error).string()},
                 {"the umask", std::to_string(mask)},
                 {"the locale", locale == nullptr ? "" : locale},
                 {"the environment", environment_text()},
                 {"the mask of signals", blocked_signals()},
                 {"the rounding mode", std::to_string(std::fegetround())}};
  for (int number = 1; number < 32; ++number) state.parts[std::string("the handler of SIG") + sigabbrev_np(number)] = handler_text(number);
  for (const int resource : {RLIMIT_NOFILE, RLIMIT_AS, RLIMIT_STACK}) {
    rlimit limit{};
    ::getrlimit(static_cast<__rlimit_resource>(resource), &limit);
    state.parts["a limit of the process"] += std::to_string(limit.rlim_cur) + " ";
  }
  return state;
}

std::vector<std::string> ProcessState::changes_since(const ProcessState& before) const {
  std::vector<std::string> changed;
  for (const auto& [name, value] : parts) {
    const auto was = before.parts.find(name);
    if (was == before.parts.end() || was->second != value) changed.push_back(name);
  }
  return changed;
}

int open_descriptors() { return entries_of("/proc/self/fd"); }

int running_threads(int expected) {
  int count = entries_of("/proc/self/task");
  for (int wait = 0; count > expected && wait < 20; ++wait) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    count = entries_of("/proc/self/task");
  }
  return count;
}

int child_processes() {
  int count = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator task("/proc/self/task", error), end; !error && task != end; task.increment(error)) {
    std::ifstream children(task->path() / "children");
    for (long child = 0; children >> child;) ++count;
  }
  return count;
}

std::uint64_t peak_memory_bytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

std::uint64_t memory_growth(std::uint64_t before) {
  const std::uint64_t now = peak_memory_bytes();
  return now > before ? now - before : 0;
}

}  // namespace attache::host::check
