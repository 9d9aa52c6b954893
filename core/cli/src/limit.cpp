#include "limit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace attache::cli {

namespace {

struct Unit {
  std::string_view suffix;
  double factor;
};
constexpr std::array<Unit, 6> time_units = {{{"", 1}, {"ms", 0.001}, {"s", 1}, {"m", 60}, {"min", 60}, {"h", 3600}}};
constexpr double kibi = 1024, mebi = kibi * kibi, gibi = mebi * kibi, tebi = gibi * kibi;
constexpr std::array<Unit, 14> size_units = {{{"", 1},
                                              {"B", 1},
                                              {"K", kibi},
                                              {"KiB", kibi},
                                              {"kB", 1e3},
                                              {"M", mebi},
                                              {"MiB", mebi},
                                              {"MB", 1e6},
                                              {"G", gibi},
                                              {"GiB", gibi},
                                              {"GB", 1e9},
                                              {"T", tebi},
                                              {"TiB", tebi},
                                              {"TB", 1e12}}};

/// A positive number with one of the units, or "none"; nothing when it is neither or does not fit.
template <std::size_t N>
std::optional<double> amount(std::string_view text, const std::array<Unit, N>& units) {
  constexpr double largest = 1e15;
  if (text == "none") return 0;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || !std::isfinite(number) || number <= 0) return std::nullopt;
  const std::string_view suffix = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto* const unit = std::find_if(units.begin(), units.end(), [&](const Unit& each) { return each.suffix == suffix; });
  if (unit == units.end() || number * unit->factor > largest) return std::nullopt;
  return number * unit->factor;
}

std::string_view name_in(std::string_view text) { return text.substr(0, text.find('=')); }

}  // namespace

Outcome<Limit> parse_limit(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name(name_in(text));
  const std::vector<std::string> names = {"time", "stall", "memory", "size"};
  const auto found = std::find(names.begin(), names.end(), name);
  if (equals == std::string::npos || found == names.end()) {
    const std::string hint = did_you_mean(name, names);
    return fail(Failure::usage, "'" + text + "' is no limit", hint.empty() ? "write time=10m, stall=1m, memory=2G or size=500M" : hint);
  }
  Limit limit;
  limit.name = static_cast<Limit::Name>(found - names.begin());
  const bool is_time = limit.name == Limit::Name::time || limit.name == Limit::Name::stall;
  const std::string_view given = std::string_view(text).substr(equals + 1);
  const auto value = is_time ? amount(given, time_units) : amount(given, size_units);
  if (!value || (!is_time && *value != 0 && *value < 1)) {
    return fail(Failure::usage, "'" + text + "' is no limit",
                is_time ? "write a number of seconds, or one with ms, s, m or h: " + name + "=90s, or " + name + "=none"
                        : "write a number of bytes, or one with K, M, G, MiB, MB …: " + name + "=500M, or " + name + "=none");
  }
  if (is_time) {
    limit.seconds = *value;
  } else {
    limit.bytes = static_cast<std::uint64_t>(*value);
  }
  return limit;
}

std::vector<std::string> limits_over(const std::vector<std::string>& weaker, const std::vector<std::string>& stronger) {
  std::vector<std::string> out;
  for (const auto* place : {&weaker, &stronger}) {
    for (const std::string& text : *place) {
      const auto same = std::find_if(out.begin(), out.end(), [&](const std::string& old) { return name_in(old) == name_in(text); });
      if (same == out.end())
        out.push_back(text);
      else
        *same = text;
    }
  }
  return out;
}

}  // namespace attache::cli
