#pragma once

#include <attache/plugin.h>

#include <cstdint>
#include <string>

#include "value/outcome.hpp"

namespace attache::host {

/// A version of the plugin contract; draft 0 = frozen.
struct Abi {
  std::uint32_t major = ATTACHE_ABI_MAJOR, minor = ATTACHE_ABI_MINOR_LATEST, draft = ATTACHE_ABI_DRAFT;

  /// "1.0-draft1", "1.2"
  [[nodiscard]] std::string text() const;
  [[nodiscard]] static Outcome<Abi> parse(const std::string& text);
  /// May this program run a plugin built for it? Failure::unavailable says both versions and the remedy.
  [[nodiscard]] Outcome<> check() const;
  friend bool operator==(const Abi&, const Abi&) = default;
};

}  // namespace attache::host
