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

/// One value for each declared option, in order. Given keys win over defaults; a key given twice is a mistake. Failure::usage names the
/// option, what it takes and the nearest name.
[[nodiscard]] Outcome<std::vector<OptionValue>> parse_options(const PluginInfo& plugin,
                                                              const std::vector<std::pair<std::string, std::string>>& given);

}  // namespace attache::host
