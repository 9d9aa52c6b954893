#include <atomic>
#include <csignal>
#include <mutex>

#include "host/src/child.hpp"

namespace attache::host {
namespace {

std::atomic<int> received{0};
std::mutex guards_mutex;
int guards = 0;
struct sigaction old_interrupt, old_terminate;

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
  ::sigaction(SIGINT, &action, &old_interrupt);
  ::sigaction(SIGTERM, &action, &old_terminate);
}

InterruptGuard::~InterruptGuard() {
  const std::lock_guard<std::mutex> lock(guards_mutex);
  if (--guards > 0) return;
  ::sigaction(SIGINT, &old_interrupt, nullptr);
  ::sigaction(SIGTERM, &old_terminate, nullptr);
}

}  // namespace attache::host
