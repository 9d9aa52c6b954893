#pragma once

#include <string>
#include <vector>

#include "value/outcome.hpp"

namespace attache::cli {

/// One key of a configuration file with its value as text: {"limit", "time"} → {"10m"}.
struct ConfigEntry {
  std::vector<std::string> path;
  std::vector<std::string> values;  ///< several for an array
  Position where;

  [[nodiscard]] std::string key() const;  ///< "limit.time"
};

/// The keys of a TOML file in the order of the file. What cannot be read is added to `problems`.
[[nodiscard]] std::vector<ConfigEntry> read_config_file(const std::string& path, std::vector<Problem>& problems);

}  // namespace attache::cli
