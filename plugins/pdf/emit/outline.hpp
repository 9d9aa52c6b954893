#pragma once
/// The outline (bookmarks) from the document's heads.

#include "layout/display_list.hpp"
#include "sink/sink.hpp"

namespace attache::pdf {

/// An explicit destination: the page, at this height.
[[nodiscard]] std::string destination(const DisplayList& list, const Place& place, const std::vector<ObjectNumber>& pages);

/// Returns the outline's root; 0 when there are no heads.
[[nodiscard]] ObjectNumber write_outline(const DisplayList& list, const std::vector<ObjectNumber>& pages, Sink& sink);

}  // namespace attache::pdf
