#pragma once

#include <string>
#include <string_view>

#include "command.hpp"

namespace attache::cli {

/// Help as printed, at most 80 columns wide.
[[nodiscard]] std::string program_help();
[[nodiscard]] std::string group_help(std::string_view group);
[[nodiscard]] std::string command_help(const Command& command);
/// "attache export DATASET [options]"
[[nodiscard]] std::string usage_line(const Command& command);
/// "-o, --output FILE"
[[nodiscard]] std::string option_names(const Option& option);

/// Words of `text` in lines of at most `width` columns, each after the first indented by `indent` spaces. ASCII only.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width = 80);

}  // namespace attache::cli
