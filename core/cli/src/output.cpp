#include "output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace attache::cli {

namespace {

Problem write_problem(int error) {
  Problem problem;
  problem.failure = Failure::io;
  problem.what = "cannot write to stdout";
  problem.why = std::strerror(error);
  if (error == EPIPE) {
    problem.why = "the program reading it closed the pipe";
    problem.next = "look at the command after the '|'";
  } else if (error == ENOSPC) {
    problem.next = "free space or write elsewhere";
  } else if (error == EBADF) {
    problem.why = "it is closed";
    problem.next = "do not start the program with '>&-'";
  }
  return problem;
}

}  // namespace

Outcome<> print(std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, data.data(), data.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return fail(write_problem(errno));
    }
    data.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace attache::cli
