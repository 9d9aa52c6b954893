#pragma once
/// The finished file as a zip package: reading it back, replacing parts, proving it whole.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace attache::xlsx {

/// Parts by name with their contents, every checksum verified.
[[nodiscard]] std::map<std::string, std::string> read_parts(const std::string& path, const std::vector<std::string>& names);

/// Replaces parts; the others stay as they are, byte for byte, unless `smallest` asks to pack them again. Times are 1980-01-01.
void rewrite_package(const std::string& path, const std::map<std::string, std::string>& parts, bool smallest);

/// Reads every entry to its end with its checksum and as XML, and counts the rows of every sheet (1, 2 … in order).
void verify_package(const std::string& path, const std::vector<std::uint64_t>& rows_of_sheets);

}  // namespace attache::xlsx
