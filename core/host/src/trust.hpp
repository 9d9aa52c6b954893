#pragma once

#include <string>

#include "value/outcome.hpp"

namespace attache::host {

/// May code of this file run? Root or this user owns the file and every folder above it, and nobody else may write to them; sticky
/// folders and this user's own group are fine. Failure::permission says which one breaks the rule and calls the file itself "it". Gives the
/// canonical path.
[[nodiscard]] Outcome<std::string> trusted_path(const std::string& path);
/// The same of a folder.
[[nodiscard]] Outcome<std::string> trusted_folder(const std::string& path);

}  // namespace attache::host
