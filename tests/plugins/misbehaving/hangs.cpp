#include <chrono>
#include <csignal>
#include <thread>

#include <unistd.h>

#include "behaviour.hpp"

namespace misbehaving {
namespace {

attache_status hang(const Export& job) {
  (void)job.write_main("half");
  for (;;) ::pause();
}

attache_status endless_loop(const Export& job) {
  (void)job.write_main("half");
  static volatile unsigned turns = 0;
  for (;;) turns = turns + 1;
}

attache_status ignores_signals(const Export& job) {
  for (int signal = 1; signal < NSIG; ++signal) std::signal(signal, SIG_IGN);
  return hang(job);
}

/// Never done, but alive: it reports progress.
attache_status busy(const Export& job) {
  for (;;) {
    if (job.host->progress(job.call, 0.5, {"busy", 4}) != ATTACHE_OK) return ATTACHE_CANCELLED;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

constexpr Behaviour all[] = {{"hang", hang}, {"endless-loop", endless_loop}, {"ignores-signals", ignores_signals}, {"busy", busy}};

}  // namespace

std::span<const Behaviour> of_hangs() { return all; }

}  // namespace misbehaving
