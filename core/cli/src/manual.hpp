#pragma once

#include <string>

namespace attache::cli {

/// The man page attache(1), in man(7) macros, from the same description as the help.
[[nodiscard]] std::string manual_page();

}  // namespace attache::cli
