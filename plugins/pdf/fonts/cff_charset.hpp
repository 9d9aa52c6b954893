#pragma once
/// Reads the charset of a CFF table (Adobe Technical Note 5176, §13): which CID each glyph of a CID-keyed font has.

#include <cstdint>
#include <string>
#include <vector>

namespace attache::pdf {

/// Glyph id → CID; empty when the font is name-keyed, whose CIDs are the glyph ids. Throws std::out_of_range on a broken table.
[[nodiscard]] std::vector<std::uint16_t> cff_charset(const std::string& table, unsigned glyph_count);

}  // namespace attache::pdf
