#pragma once

#include <string>

namespace attache::cli {

/// Every command, option, type, default and exit code as one JSON document (`attache --json-usage`).
[[nodiscard]] std::string usage_json();
/// `attache --version` and `attache --version --json`.
[[nodiscard]] std::string version_text();
[[nodiscard]] std::string version_json();
/// "attache 1.0.0", the generator written into documents.
[[nodiscard]] std::string generator();

}  // namespace attache::cli
