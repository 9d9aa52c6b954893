#include "host/src/abi.hpp"

#include <charconv>
#include <cstdint>

namespace attache::host {

std::string Abi::text() const {
  return std::to_string(major) + "." + std::to_string(minor) + (draft == 0 ? "" : "-draft" + std::to_string(draft));
}

Outcome<Abi> Abi::parse(const std::string& text) {
  Abi abi{0, 0, 0};
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto number = [&](std::uint32_t& value) {
    const auto read = std::from_chars(at, end, value);
    at = read.ptr;
    return read.ec == std::errc{};
  };
  const auto literal = [&](std::string_view expected) {
    if (std::string_view(at, static_cast<std::size_t>(end - at)).substr(0, expected.size()) != expected) return false;
    at += expected.size();
    return true;
  };
  bool good = number(abi.major) && literal(".") && number(abi.minor);
  if (good && at != end) good = literal("-draft") && number(abi.draft);
  if (!good || at != end) return fail(Failure::plugin, "'" + text + "' is no version of the plugin contract");
  return abi;
}

Outcome<> Abi::check() const {
  const Abi offered;
  const std::string built = "built for plugin contract " + text() + ", this program offers " + offered.text();
  if (major != offered.major) {
    return fail(Failure::unavailable, built, "install the plugin's release for major " + std::to_string(offered.major));
  }
  if (minor > offered.minor) {
    return fail(Failure::unavailable, built,
                "update attache, or build the plugin with -DATTACHE_TARGET_MINOR=" + std::to_string(offered.minor));
  }
  if (draft != offered.draft)
    return fail(Failure::unavailable, built, "drafts do not mix: rebuild the plugin or update attache, whichever is older");
  return {};
}

}  // namespace attache::host
