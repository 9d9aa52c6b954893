#pragma once

#include <cstdint>
#include <string>

#include "host/host.hpp"

namespace attache::host {

/// "90 s", "0.5 s", "10 min"
[[nodiscard]] std::string time_text(double seconds);
/// "2 GiB", "100 bytes"
[[nodiscard]] std::string size_text(std::uint64_t bytes);

/// What to do about a limit that was reached: "raise the limit: --limit time=20m".
[[nodiscard]] std::string raise_time(const char* name, double seconds);
[[nodiscard]] std::string raise_size(const char* name, std::uint64_t bytes);

/// `who` wanted more memory than there is, or than the limit leaves (0 = none is set).
[[nodiscard]] Problem out_of_memory(Failure failure, const std::string& who, std::uint64_t limit);

}  // namespace attache::host
