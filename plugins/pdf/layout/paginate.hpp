#pragma once
/// Strips to pages: chains of strips that keep together move together, frames are drawn behind their strips, repeated heads on top.

#include "layout/galley.hpp"
#include "layout/style.hpp"

namespace attache::pdf {

struct PendingNumber {
  std::size_t page = 0, item = 0;
  std::string target;
  double right = 0;
};

/// Appends pages, heads and places to `list`; returns the page numbers still to be written. Consumes the galley.
[[nodiscard]] std::vector<PendingNumber> paginate(Galley&& galley, const Style& style, DisplayList& list);

}  // namespace attache::pdf
