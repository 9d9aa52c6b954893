#pragma once

#include <string>
#include <string_view>

namespace attache::report {

/// A JSON string with its quotes; control characters escaped, UTF-8 kept.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace attache::report
