#pragma once

#include <attache/plugin.h>

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>

namespace attache::host::check {

/// Changes a document as a plugin sees it into one of a later contract. The document is the host's own memory, and this its only reader
/// beside the plugin. Must live as long as the document.
class Future {
 public:
  /// "future-block": the paragraph "news" in a kind nobody knows, the paragraph its fallback. "future-nested": in such a kind, that falls
  /// back to another one, that falls back to a section with a third one in it. "future-void": in one whose fallback holds nothing.
  /// "future-values": every enumeration that a reader must take with values it does not know. False for another name.
  bool apply(std::string_view name, const attache_document* document);
  /// Every open struct says that it is larger than the plugin's own.
  static void enlarge(const attache_document* document);

  /// The document that "future-block" … start from.
  [[nodiscard]] static std::string_view base_of(std::string_view name);

 private:
  attache_block* unknown(const attache_block& old, const attache_block* fallback);
  const attache_block* group(const attache_block* child);

  std::deque<attache_block> blocks_;
  std::deque<attache_section> sections_;
  std::deque<std::array<std::uint32_t, 16>> data_;  ///< of unknown kinds: a size and bytes without meaning
  std::deque<const attache_block*> children_;
};

}  // namespace attache::host::check
