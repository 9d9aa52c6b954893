#pragma once

#include <string>
#include <vector>

#include "command.hpp"

namespace attache::cli {

/// The command a line names, and what is left for its options and arguments.
struct CommandWords {
  const Command* command = nullptr;
  std::string group;
  std::vector<std::string> rest;
};

/// Finds the words of the command among the options. Unknown: Failure::usage with the nearest command.
[[nodiscard]] Outcome<CommandWords> find_command_words(const std::vector<std::string>& args);

}  // namespace attache::cli
