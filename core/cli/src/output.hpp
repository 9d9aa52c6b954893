#pragma once

#include <string_view>

#include "value/outcome.hpp"

namespace attache::cli {

/// Writes all of `data` to stdout. A closed pipe or a full disk is Failure::io, never a silent success.
[[nodiscard]] Outcome<> print(std::string_view data);

}  // namespace attache::cli
