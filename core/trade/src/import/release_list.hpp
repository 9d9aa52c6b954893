#pragma once

#include <map>
#include <string>

#include "value/outcome.hpp"

namespace attache::trade {

/// The text of a releases.csv with a row more: `cells` by column name; columns it does not name stay empty. Its line ends and its order
/// of columns stay. Failure::data when it has no column 'id'.
[[nodiscard]] Outcome<std::string> with_release(const std::string& text, const std::string& file,
                                                const std::map<std::string, std::string>& cells);

/// Replaces a file in one step.
[[nodiscard]] Outcome<> replace_file(const std::string& path, const std::string& bytes);

}  // namespace attache::trade
