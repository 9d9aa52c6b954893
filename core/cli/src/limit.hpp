#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "value/outcome.hpp"

namespace attache::cli {

/// One `--limit NAME=AMOUNT`.
struct Limit {
  enum class Name { time, stall, memory, size };
  Name name = Name::time;
  double seconds = 0;       ///< time, stall; 0 = none
  std::uint64_t bytes = 0;  ///< memory, size; 0 = none
};

/// "time=90s", "stall=1.5m", "memory=2GiB", "size=500M", "stall=none". Seconds and bytes when there is no unit; K, M, G, T are powers of
/// 1024 like KiB, MiB …, while kB, MB, GB, TB are powers of 1000.
[[nodiscard]] Outcome<Limit> parse_limit(const std::string& text);

/// The limits of a stronger place over those of a weaker one: each name keeps its last amount.
[[nodiscard]] std::vector<std::string> limits_over(const std::vector<std::string>& weaker, const std::vector<std::string>& stronger);

}  // namespace attache::cli
