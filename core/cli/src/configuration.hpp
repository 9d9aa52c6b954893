#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "value/outcome.hpp"

namespace attache::cli {

/// Where a value came from, weakest first.
enum class Origin { standard, user_file, project_file, environment, command_line };

struct Setting {
  std::vector<std::string> values;
  Origin origin = Origin::standard;
  std::string where;  ///< "ATTACHE_LANG", "/home/a/attache.toml:3:1", "--lang"
};

using Environment = std::map<std::string, std::string, std::less<>>;
using KeyValues = std::vector<std::pair<std::string, std::string>>;

/// What the environment and the two files set, each key from its strongest place.
struct Configuration {
  std::string user_file, project_file;  ///< paths; project_file is "" when there is none
  bool user_file_exists = false;
  std::map<std::string, Setting, std::less<>> settings;          ///< by option name
  std::map<std::string, KeyValues, std::less<>> plugin_options;  ///< [option.PLUGIN] tables
  std::vector<std::string> plugin_folders;                       ///< plugin-dir of both files, the project's first
  std::vector<std::string> unused_environment;                   ///< ATTACHE_… variables the program does not know
  std::vector<Problem> problems;                                 ///< all of them, Failure::configuration
};

/// Reads `$XDG_CONFIG_HOME/attache/config.toml` and the nearest `attache.toml` in `folder` or above it.
[[nodiscard]] Configuration load_configuration(const std::string& folder, const Environment& environment);
/// The process's environment variables that begin with ATTACHE_, and those that name the user's folders.
[[nodiscard]] Environment process_environment();

}  // namespace attache::cli
