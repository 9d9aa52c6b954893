#pragma once
/// One export as this plugin sees it: the SDK's services and a few short ways to them.

#include <attache/plugin.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace attache::xlsx {

using Call = sdk::Context;

[[nodiscard]] inline std::string string_of(attache_str text) { return std::string(sdk::text(text)); }
[[nodiscard]] inline std::string meta(const Call& call, const char* key) { return std::string(call.meta(key)); }
/// A message of the catalogue.
[[nodiscard]] inline std::string word(const Call& call, const char* id,
                                      std::initializer_list<std::pair<std::string_view, std::string_view>> arguments = {}) {
  return std::string(call.translate(id, arguments));
}

/// Gives a finished file to the host as the main artifact.
void deliver(const Call& call, const std::string& path, const char* media_type);

}  // namespace attache::xlsx
