#pragma once

#include <string>
#include <vector>

#include "command.hpp"

namespace attache::cli {

/// What the command line says already and a candidate depends on; "" when it does not.
struct Surroundings {
  std::string dataset, plugin;
};

/// Values a shell may offer, one a line; ":files" or ":folders" leave it to the shell.
[[nodiscard]] std::string candidates(Value value, const std::vector<std::string>& choices, const Surroundings& surroundings);

}  // namespace attache::cli
