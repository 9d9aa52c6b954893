#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "configuration.hpp"

namespace attache::cli {

/// One call of a command: its arguments and options, each from the strongest of command line, environment, files and default.
class Invocation {
 public:
  Invocation(Arguments arguments, Configuration configuration)
      : arguments_(std::move(arguments)), configuration_(std::move(configuration)) {}

  [[nodiscard]] std::string argument(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> arguments(std::string_view name) const;
  /// How often -v was given.
  [[nodiscard]] std::size_t verbosity() const;
  /// From wherever it comes; Origin::standard with the default (or nothing) when nobody set it.
  [[nodiscard]] Setting setting(const Option& option) const;
  [[nodiscard]] Setting setting(std::string_view option) const;
  [[nodiscard]] std::string text(std::string_view option) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view option) const { return setting(option).values; }
  [[nodiscard]] bool flag(std::string_view option) const { return text(option) == "true"; }
  [[nodiscard]] bool on_command_line(std::string_view option) const { return arguments_.has(option); }
  [[nodiscard]] const Configuration& configuration() const { return configuration_; }
  /// Folders to search for plugins before the usual ones, strongest first.
  [[nodiscard]] std::vector<std::string> plugin_folders() const;

 private:
  Arguments arguments_;
  Configuration configuration_;
};

}  // namespace attache::cli
