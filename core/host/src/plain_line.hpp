#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attache::host {

/// A text of a plugin as part of one line: controls and line ends are spaces, bytes that are no UTF-8 question marks, and of more than
/// `longest` bytes only the beginning is kept: "it failed beca… (80000 bytes)".
[[nodiscard]] std::string plain_line(std::string_view text, std::size_t longest);

}  // namespace attache::host
