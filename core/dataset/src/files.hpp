#pragma once

#include <string>

#include "value/outcome.hpp"

namespace attache::dataset {

/// Writes a file that must not exist. Failure::cannot_create.
[[nodiscard]] Outcome<> write_new_file(const std::string& path, const std::string& bytes);

}  // namespace attache::dataset
