#pragma once

#include <attache/plugin.h>

#include <functional>
#include <optional>

#include "host/src/arena.hpp"
#include "report/document.hpp"
#include "value/outcome.hpp"

namespace attache::host {

[[nodiscard]] const attache_inline* lower_inline(Arena& arena, const report::Inline& runs);

/// The same content in older kinds, or nothing for a kind that needs none. May add tables to the document.
using FallbackMaker = std::function<std::optional<report::Block>(const report::Block&)>;

/// Lowers a tree. Failure::data for a number that does not fit int64.
[[nodiscard]] Outcome<const attache_block*> lower_block(Arena& arena, const report::Block& block, const FallbackMaker& fallback);

}  // namespace attache::host
