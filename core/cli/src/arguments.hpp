#pragma once

#include <map>
#include <string>
#include <vector>

#include "command.hpp"

namespace attache::cli {

/// A command line taken apart. Everything in it is known: names exist, values passed check_value.
struct Arguments {
  const Command* command = nullptr;                                         ///< none for `attache --version`, `attache data --help`
  std::string group;                                                        ///< "data" when the command line stops there
  std::map<std::string, std::vector<std::string>, std::less<>> options;     ///< by long name; a flag has one "true" for each time
  std::map<std::string, std::vector<std::string>, std::less<>> positional;  ///< by Argument::name

  [[nodiscard]] bool has(std::string_view option) const { return options.find(option) != options.end(); }
};

/// Failure::usage with the nearest known name when something is not known. A command's required arguments may still be missing
/// (so that `--help` works); require_complete() says so.
[[nodiscard]] Outcome<Arguments> parse_arguments(const std::vector<std::string>& args);
[[nodiscard]] Outcome<> require_complete(const Arguments& arguments);

}  // namespace attache::cli
