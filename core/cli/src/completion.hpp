#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache::cli {

/// The script a shell (bash, zsh, fish) reads to complete command lines of attache. It asks the program itself, by `attache __complete`.
[[nodiscard]] std::string completion_script(std::string_view shell);

/// What may stand in place of the last of `words` (the command line after "attache"; the last may be ""), one a line. A first line
/// ":files" or ":folders" asks the shell to offer those.
[[nodiscard]] std::string complete(const std::vector<std::string>& words);

}  // namespace attache::cli
