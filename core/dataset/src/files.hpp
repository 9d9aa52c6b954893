#pragma once

#include <string>

#include "value/outcome.hpp"

namespace attache::dataset {

/// All bytes of a file; `shown` is how messages name it. Failure::missing_input when there is none.
[[nodiscard]] Outcome<std::string> read_file(const std::string& path, const std::string& shown);

/// Writes a file that must not exist. Failure::cannot_create.
[[nodiscard]] Outcome<> write_new_file(const std::string& path, const std::string& bytes);

}  // namespace attache::dataset
