#include "host/src/limits.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace attache::host {
namespace {

struct Amount {
  std::uint64_t number;
  std::string_view unit, letter;
};

/// In the largest unit that leaves a whole number.
Amount amount_of(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 5> units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  constexpr std::array<std::string_view, 5> letters = {"", "K", "M", "G", "T"};
  std::size_t power = 0;
  for (; power + 1 < units.size() && bytes != 0 && bytes % 1024 == 0; ++power) bytes /= 1024;
  return {bytes, units[power], letters[power]};
}

}  // namespace

std::string time_text(double seconds) {
  const auto tenths = static_cast<std::uint64_t>(std::llround(seconds * 10));
  if (tenths >= 1200 && tenths % 600 == 0) return std::to_string(tenths / 600) + " min";
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " s";
}

std::string size_text(std::uint64_t bytes) {
  const Amount amount = amount_of(bytes);
  return std::to_string(amount.number) + " " + std::string(amount.unit);
}

std::string raise_time(const char* name, double seconds) {
  return "raise the limit: --limit " + std::string(name) + "=" + std::to_string(static_cast<std::uint64_t>(std::ceil(seconds * 2))) + "s";
}

std::string raise_size(const char* name, std::uint64_t bytes) {
  const Amount amount = amount_of(bytes);
  return "raise the limit: --limit " + std::string(name) + "=" + std::to_string(amount.number * 2) + std::string(amount.letter);
}

Problem out_of_memory(Failure failure, const std::string& who, std::uint64_t limit) {
  Problem problem;
  problem.failure = failure;
  problem.what = who + " ran out of memory" + (limit == 0 ? "" : ": the limit is " + size_text(limit));
  problem.next = limit == 0 ? "choose a smaller report, or a larger machine" : raise_size("memory", limit) + ", or choose a smaller report";
  return problem;
}

}  // namespace attache::host
