#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// "a, b, c": the texts in their order with the separator between them, for messages. Lists in documents are text::Language::list.
[[nodiscard]] std::string joined(const std::vector<std::string>& texts, std::string_view separator = ", ");

}  // namespace attache
