#include "signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>
#include <string_view>

namespace attache::cli::signals {

namespace {

extern "C" void end_program(int signal) {
  constexpr std::string_view words = "interrupted\n";
  (void)!::write(STDERR_FILENO, words.data(), words.size());
  ::_exit(128 + signal);
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
  action.sa_handler = end_program;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction old {};
    ::sigaction(signal, nullptr, &old);
    if (old.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);  // who started us in the background keeps what it set
  }
}

}  // namespace attache::cli::signals
