#pragma once
/// Making a document fit a number of pages by leaving out what can be missed, never by smaller type.

#include <cstddef>
#include <string>
#include <vector>

#include "content/content.hpp"

namespace attache::pdf {

/// What is given up, in this order; each is the word that ids of its blocks contain.
enum class Shortening { mirror, regions, partners, second_chart, products_below_five, years_before_last_five };
[[nodiscard]] const std::vector<Shortening>& shortenings();

/// layout.pages.max of the document; 0 = no limit.
[[nodiscard]] std::size_t page_limit(const Document& document);

/// Takes one step; false when there was nothing to give up. Appends the ids of blocks dropped or shortened. A section that holds nothing
/// any more goes too.
bool shorten(Section& section, Shortening step, std::vector<std::string>& left_out);

}  // namespace attache::pdf
