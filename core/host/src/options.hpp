#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "host/host.hpp"

namespace attache::host {

/// A value as its option's type says; the meaning of the members is that of attache_value.
struct OptionValue {
  bool is_set = false;
  std::int64_t integer = 0;
  double real = 0;
  std::string text;
  int choice = 0;
};

/// Can its default be one of its values? Whether the file of a path exists is seen when it is used.
[[nodiscard]] bool takes_default(const OptionInfo& option);

/// One value for each declared option, in order. Given keys win over defaults; a key given twice is a mistake. Failure::usage names the
/// option, what it takes and the nearest name; a default that cannot be used is the plugin's fault.
[[nodiscard]] Outcome<std::vector<OptionValue>> parse_options(const PluginInfo& plugin,
                                                              const std::vector<std::pair<std::string, std::string>>& given);

}  // namespace attache::host
