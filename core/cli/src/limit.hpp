#pragma once

#include <cstdint>
#include <string>

#include "value/outcome.hpp"

namespace attache::cli {

/// One `--limit NAME=AMOUNT`.
struct Limit {
  enum class Name { time, stall, memory, size };
  Name name = Name::time;
  double seconds = 0;       ///< time, stall
  std::uint64_t bytes = 0;  ///< memory, size
};

/// "time=90s", "stall=2m", "memory=2G", "size=500M". Seconds and bytes when there is no unit; K, M, G are powers of 1024.
[[nodiscard]] Outcome<Limit> parse_limit(const std::string& text);

}  // namespace attache::cli
