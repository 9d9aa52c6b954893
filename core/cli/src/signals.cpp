#include "signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace attache::cli::signals {

namespace {

static_assert(interrupt == SIGINT && terminate == SIGTERM);

volatile std::sig_atomic_t first_signal = 0;

extern "C" void note_signal(int signal) {
  if (first_signal != 0) ::_exit(128 + signal);
  first_signal = signal;
}

}  // namespace

void prepare_streams() {
  ::signal(SIGPIPE, SIG_IGN);
  // The lowest free descriptor is given, so in this order each closed one is filled; stdout gets one that refuses to be written.
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) < 0) ::open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
  }
}

void install() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction old {};
    ::sigaction(signal, nullptr, &old);
    if (old.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);  // `nohup` and background jobs keep what they set
  }
}

int received() { return first_signal; }

}  // namespace attache::cli::signals
