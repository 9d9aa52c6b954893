#include "host/src/options.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <set>

#include "host/src/arena.hpp"

#include "value/joined.hpp"

namespace attache::host {
namespace {

/// "1..100", "at least 1" …
std::string range_of(const OptionInfo& option) {
  const auto text = [](double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return std::string(digits.data(), end.ptr);
  };
  if (option.min && option.max) return "from " + text(*option.min) + " to " + text(*option.max);
  if (option.min) return "at least " + text(*option.min);
  return option.max ? "at most " + text(*option.max) : std::string{};
}

std::string takes(const OptionInfo& option) {
  const std::string range = range_of(option);
  if (option.type == "bool") return "true or false";
  if (option.type == "choice") return "one of " + joined(option.choices);
  if (option.type == "int") return "a whole number" + (range.empty() ? "" : " " + range);
  if (option.type == "float") return "a number" + (range.empty() ? "" : " " + range);
  if (option.type == "size") return "a size in bytes such as 500000, 64K, 16M or 2G" + (range.empty() ? "" : ", " + range);
  if (option.type == "path") return "the path of an existing file";
  return "text in UTF-8";
}

bool in_range(const OptionInfo& option, double value) {
  return !(option.min && value < *option.min) && !(option.max && value > *option.max);
}

template <class Number>
bool read_number(const std::string& text, Number& value) {
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  return !text.empty() && end.ec == std::errc{} && end.ptr == text.data() + text.size();
}

bool read_size(std::string text, std::int64_t& value) {
  int shift = 0;
  const std::string_view suffixes = "KMGT";
  if (!text.empty()) {
    const auto place = suffixes.find(text.back());
    if (place != std::string_view::npos) {
      shift = 10 * (static_cast<int>(place) + 1);
      text.pop_back();
    }
  }
  if (!read_number(text, value) || value < 0 || value > (std::numeric_limits<std::int64_t>::max() >> shift)) return false;
  value <<= shift;
  return true;
}

bool read_bool(const std::string& text, std::int64_t& value) {
  const bool yes = text == "true" || text == "yes" || text == "on" || text == "1";
  value = yes ? 1 : 0;
  return yes || text == "false" || text == "no" || text == "off" || text == "0";
}

bool read_path(const std::string& text, std::string& value) {
  std::error_code error;
  const auto path = std::filesystem::absolute(text, error);
  value = path.string();
  return !error && !text.empty() && std::filesystem::is_regular_file(path, error);
}

bool read_value(const OptionInfo& option, const std::string& text, OptionValue& value) {
  value.is_set = true;
  value.text = text;
  if (option.type == "bool") return read_bool(text, value.integer);
  if (option.type == "int") return read_number(text, value.integer) && in_range(option, static_cast<double>(value.integer));
  if (option.type == "size") return read_size(text, value.integer) && in_range(option, static_cast<double>(value.integer));
  if (option.type == "float") return read_number(text, value.real) && std::isfinite(value.real) && in_range(option, value.real);
  if (option.type == "path") return read_path(text, value.text);
  if (option.type == "choice") {
    const auto found = std::find(option.choices.begin(), option.choices.end(), text);
    value.choice = static_cast<int>(found - option.choices.begin());
    return found != option.choices.end();
  }
  return is_utf8(text);
}

tl::unexpected<Problem> usage(const PluginInfo& plugin, std::string what, std::string next) {
  return fail(Failure::usage, plugin.id + ": " + std::move(what), std::move(next));
}

}  // namespace

bool takes_default(const OptionInfo& option) {
  OptionValue value;
  if (option.type == "path") return std::filesystem::path(option.default_text).is_absolute();
  return read_value(option, option.default_text, value);
}

Outcome<std::vector<OptionValue>> parse_options(const PluginInfo& plugin, const std::vector<std::pair<std::string, std::string>>& given) {
  std::vector<std::string> names;
  for (const OptionInfo& option : plugin.options) names.push_back(option.id);
  std::set<std::string> seen;
  for (const auto& [key, value] : given) {
    if (std::find(names.begin(), names.end(), key) == names.end()) {
      const std::string near = did_you_mean(key, names);
      return usage(plugin, "no option '" + key + "'",
                   !near.empty()   ? near
                   : names.empty() ? "this plugin has no options"
                                   : "its options are " + joined(names));
    }
    if (!seen.insert(key).second) return usage(plugin, "option '" + key + "' is given twice", "give it once");
  }
  std::vector<OptionValue> values;
  for (const OptionInfo& option : plugin.options) {
    const auto found = std::find_if(given.begin(), given.end(), [&](const auto& pair) { return pair.first == option.id; });
    OptionValue value;
    if (found == given.end() && !option.has_default) {
      if (option.required)
        return usage(plugin, "option '" + option.id + "' is missing", "give --option " + option.id + "=VALUE, " + takes(option));
    } else {
      const std::string& text = found == given.end() ? option.default_text : found->second;
      if (!read_value(option, text, value)) {
        if (found == given.end()) {
          return fail(Failure::plugin, plugin.id + ": the default '" + text + "' of option '" + option.id + "' cannot be used",
                      "give --option " + option.id + "=VALUE, " + takes(option) + ", or tell the plugin's vendor");
        }
        const std::string near = option.type == "choice" ? did_you_mean(text, option.choices) : std::string{};
        return usage(plugin, "option '" + option.id + "' cannot be '" + text + "'",
                     "it takes " + takes(option) + (near.empty() ? "" : "; " + near));
      }
    }
    values.push_back(std::move(value));
  }
  return values;
}

}  // namespace attache::host
