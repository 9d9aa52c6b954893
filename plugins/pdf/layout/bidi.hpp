#pragma once
/// The order of right-to-left text on a line (Unicode's bidirectional algorithm, UAX #9, ICU).

#include <cstdint>
#include <string>
#include <vector>

namespace attache::pdf {

/// Embedding level of each byte of a paragraph; odd = right to left. Empty when the whole text runs from left to right.
[[nodiscard]] std::vector<std::uint8_t> bidi_levels(const std::string& text, bool right_to_left);

/// Which of the pieces with these levels stands first, second … from the left.
[[nodiscard]] std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace attache::pdf
