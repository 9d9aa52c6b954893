#include <array>
#include <atomic>
#include <csignal>
#include <mutex>

#include "host/src/child.hpp"

namespace attache::host {
namespace {

std::atomic<int> received{0};
std::mutex guards_mutex;
int guards = 0;
constexpr std::array<int, 3> watched{SIGINT, SIGTERM, SIGHUP};
std::array<struct sigaction, watched.size()> before;

}  // namespace

extern "C" {
static void remember_signal(int signal) { received.store(signal); }
}

int interrupted_by() { return received.load(); }

InterruptGuard::InterruptGuard() {
  const std::lock_guard<std::mutex> lock(guards_mutex);
  if (guards++ > 0) return;
  received = 0;
  struct sigaction action {};
  action.sa_handler = remember_signal;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < watched.size(); ++i) {
    ::sigaction(watched[i], nullptr, &before[i]);
    if (before[i].sa_handler != SIG_IGN) ::sigaction(watched[i], &action, nullptr);  // nohup, and shells that start jobs with &
  }
}

InterruptGuard::~InterruptGuard() {
  const std::lock_guard<std::mutex> lock(guards_mutex);
  if (--guards > 0) return;
  for (std::size_t i = 0; i < watched.size(); ++i) ::sigaction(watched[i], &before[i], nullptr);
}

}  // namespace attache::host
