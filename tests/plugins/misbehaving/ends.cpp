#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include <unistd.h>

#include "behaviour.hpp"

namespace misbehaving {
namespace {

attache_status segfault(const Export& job) {
  (void)job.write_main("half");
  std::signal(SIGSEGV, SIG_DFL);  // sanitizers have a handler of their own
  std::raise(SIGSEGV);
  return ATTACHE_OK;
}

attache_status aborts(const Export& job) {
  (void)job.write_main("half");
  std::abort();
}

// The result is used after the call, so that it is no loop.
unsigned deeper(unsigned depth) {  // NOLINT: recursion is the point
  volatile char frame[16384];
  frame[depth % sizeof frame] = static_cast<char>(depth);
  return depth == 0xFFFFFFFFU ? 0 : deeper(depth + 1) + static_cast<unsigned>(frame[depth % sizeof frame]);
}
attache_status stack_overflow(const Export& job) {
  (void)job.write_main("half");
  std::signal(SIGSEGV, SIG_DFL);
  return deeper(0) == 1 ? ATTACHE_OK : ATTACHE_ERR_INTERNAL;
}

attache_status double_free(const Export& job) {
  (void)job.write_main("half");
  void* volatile block = std::malloc(64);
  void* const same = block;
  std::free(block);
  std::free(same);  // NOLINT: the point
  return ATTACHE_OK;
}

attache_status exits(const Export& job) {
  (void)job.write_main("half");
  std::exit(0);
}

attache_status exits_at_once(const Export& job) {
  (void)job.write_main("half");
  ::_exit(0);
}

attache_status killed(const Export& job) {
  (void)job.write_main("half");
  ::kill(::getpid(), SIGKILL);
  return ATTACHE_OK;
}

attache_status kills_its_group(const Export& job) {
  (void)job.write_main("half");
  ::kill(0, SIGTERM);
  return ATTACHE_OK;
}

attache_status stops_itself(const Export& job) {
  (void)job.write_main("half");
  std::raise(SIGSTOP);
  return ATTACHE_OK;
}

attache_status throws(const Export&) { throw std::runtime_error("out of the plugin"); }

void throw_again() noexcept(false) { throw 7; }
attache_status terminates(const Export& job) {
  (void)job.write_main("half");
  const auto must_not_throw = []() noexcept { throw_again(); };
  must_not_throw();
  return ATTACHE_OK;
}

constexpr Behaviour all[] = {{"segfault", segfault},
                             {"abort", aborts},
                             {"stack-overflow", stack_overflow},
                             {"double-free", double_free},
                             {"exit-0", exits},
                             {"exit-at-once", exits_at_once},
                             {"killed", killed},
                             {"kills-its-group", kills_its_group},
                             {"stops-itself", stops_itself},
                             {"throws", throws},
                             {"terminates", terminates}};

}  // namespace

std::span<const Behaviour> of_ends() { return all; }

}  // namespace misbehaving
