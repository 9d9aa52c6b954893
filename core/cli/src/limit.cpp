#include "limit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace attache::cli {

namespace {

struct Unit {
  std::string_view suffix;
  std::uint64_t factor;
};
constexpr std::array<Unit, 4> time_units = {{{"", 1}, {"s", 1}, {"m", 60}, {"h", 3600}}};
constexpr std::array<Unit, 4> size_units = {{{"", 1}, {"K", 1ULL << 10U}, {"M", 1ULL << 20U}, {"G", 1ULL << 30U}}};

/// A positive whole number with one of the units; nothing when it is none or does not fit.
std::optional<std::uint64_t> amount(std::string_view text, const std::array<Unit, 4>& units) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number == 0) return std::nullopt;
  const std::string_view suffix = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto* const unit = std::find_if(units.begin(), units.end(), [&](const Unit& each) { return each.suffix == suffix; });
  if (unit == units.end() || number > UINT64_MAX / unit->factor) return std::nullopt;
  return number * unit->factor;
}

}  // namespace

Outcome<Limit> parse_limit(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const std::vector<std::string> names = {"time", "stall", "memory", "size"};
  const auto found = std::find(names.begin(), names.end(), name);
  if (equals == std::string::npos || found == names.end()) {
    const std::string hint = did_you_mean(name, names);
    return fail(Failure::usage, "'" + text + "' is no limit", hint.empty() ? "write time=10m, stall=1m, memory=2G or size=500M" : hint);
  }
  Limit limit;
  limit.name = static_cast<Limit::Name>(found - names.begin());
  const bool is_time = limit.name == Limit::Name::time || limit.name == Limit::Name::stall;
  const auto value = amount(std::string_view(text).substr(equals + 1), is_time ? time_units : size_units);
  if (!value) {
    return fail(Failure::usage, "'" + text + "' is no limit",
                is_time ? "write a number of seconds, or one with s, m or h: time=90s"
                        : "write a number of bytes, or one with K, M or G: size=500M");
  }
  if (is_time) {
    limit.seconds = static_cast<double>(*value);
  } else {
    limit.bytes = *value;
  }
  return limit;
}

}  // namespace attache::cli
