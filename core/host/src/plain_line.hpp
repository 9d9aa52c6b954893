#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attache::host {

/// Of ASCII: no name and no line of a message has them.
[[nodiscard]] constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// A text of a plugin as part of one line: controls and line ends are spaces, bytes that are no UTF-8 question marks, and of more than
/// `longest` bytes only the beginning is kept: "it failed beca… (80000 bytes)".
[[nodiscard]] std::string plain_line(std::string_view text, std::size_t longest);

}  // namespace attache::host
