#pragma once

#include <string>

namespace attache::host::check {

/// Writes a locale whose numbers have a decimal comma and points between thousands into a folder for LOCPATH, so that a system without any
/// such locale can still be asked. Gives its name for LC_NUMERIC, "" when it cannot be written.
[[nodiscard]] std::string make_comma_locale(const std::string& folder);

}  // namespace attache::host::check
