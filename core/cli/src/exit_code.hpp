#pragma once

#include <string>
#include <vector>

#include "value/outcome.hpp"

namespace attache::cli {

/// The exit code of a failure; `cancelled` becomes 128 + the signal that came.
[[nodiscard]] int exit_code(Failure failure);

struct ExitMeaning {
  int code;
  std::string meaning;
};
/// Every code the program may end with, for help, `--json-usage` and the man page.
[[nodiscard]] const std::vector<ExitMeaning>& exit_meanings();

}  // namespace attache::cli
