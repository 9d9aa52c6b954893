#pragma once
/// The room's entry: a document becomes a display list.

#include <string>
#include <vector>

#include "content/content.hpp"
#include "layout/display_list.hpp"
#include "layout/style.hpp"
#include "shaping/shaper.hpp"

namespace attache::pdf {

enum class TocWish { automatic, yes, no };

struct LayoutOptions {
  TocWish contents = TocWish::automatic;
};

/// Lays the document out as it is.
[[nodiscard]] DisplayList lay_out(const Document& document, const Style& style, const Phrases& phrases, Shaper& shaper,
                                  const LayoutOptions& options);

/// The same within layout.pages.max pages: blocks whose ids contain "mirror", "regions", … are left out, in the declared order, until
/// it fits. `left_out` gets the ids of what was dropped; `document` loses those blocks.
[[nodiscard]] DisplayList lay_out_within(Document& document, const Style& style, const Phrases& phrases, Shaper& shaper,
                                         const LayoutOptions& options, std::vector<std::string>& left_out);

}  // namespace attache::pdf
