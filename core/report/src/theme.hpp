#pragma once

#include <map>
#include <string>
#include <vector>

#include "value/outcome.hpp"

namespace attache::report {

/// A theme as flat keys of the document's meta: "theme.color.accent" = "#1F4E79".
using Theme = std::map<std::string, std::string>;

/// Searched like reports, in themes/. What a theme file leaves out is the built-in one's.
[[nodiscard]] Outcome<Theme> find_theme(const std::string& name, const std::string& dataset_folder);
/// Everything wrong in a theme file, with positions and suggestions; what is right goes to `theme`.
void read_theme(const std::string& text, const std::string& file, Theme& theme, std::vector<Problem>& problems);

}  // namespace attache::report
