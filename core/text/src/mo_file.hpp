#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "value/outcome.hpp"

namespace attache::text {

/// Message and translation; both point into the bytes given.
using MoEntries = std::vector<std::pair<std::string_view, std::string_view>>;

/// Reads a compiled GNU gettext catalogue of either byte order (format: gettext manual, "The Format of GNU MO Files"). The header
/// entry is left out; of plural entries the singular stays. Bytes that are no such file, or point outside of it, are refused.
[[nodiscard]] Outcome<MoEntries> read_mo(std::string_view bytes);

}  // namespace attache::text
