#include "exit_code.hpp"

#include <csignal>

#include "host/host.hpp"

namespace attache::cli {

int exit_code(Failure failure) {
  switch (failure) {
    case Failure::usage:
      return 64;
    case Failure::data:
      return 65;
    case Failure::missing_input:
      return 66;
    case Failure::unavailable:
      return 69;
    case Failure::internal:
    case Failure::plugin:
      return 70;
    case Failure::cannot_create:
      return 73;
    case Failure::io:
      return 74;
    case Failure::temporary:
      return 75;
    case Failure::permission:
      return 77;
    case Failure::configuration:
      return 78;
    case Failure::time_limit:
      return 124;
    case Failure::cancelled:
      return 128 + (host::interrupted_by() != 0 ? host::interrupted_by() : SIGINT);
  }
  return 1;
}

const std::vector<ExitMeaning>& exit_meanings() {
  static const std::vector<ExitMeaning> all = {
      {0, "done"},
      {1, "unexpected failure"},
      {64, "wrong usage: a command, option, name or value that does not exist"},
      {65, "the data are wrong; the messages say where"},
      {66, "an input file or folder is missing: a dataset, a table it names, a theme"},
      {69, "a plugin or something the program needs is not available"},
      {70, "internal fault, or a plugin failed"},
      {73, "an output file cannot be created, or exists already"},
      {74, "reading or writing failed (full disk, closed pipe)"},
      {75, "temporary failure; try again"},
      {77, "permission denied, or a file that is not trusted"},
      {78, "the configuration is wrong"},
      {124, "a time limit was reached"},
      {130, "interrupted (SIGINT)"},
      {143, "terminated (SIGTERM)"},
  };
  return all;
}

}  // namespace attache::cli
