#pragma once
/// The document as one endless column of strips. A strip is never cut; what may be cut is several strips (a paragraph is one strip
/// a line, a table one a row). Pagination moves strips to pages and knows nothing of what they show.

#include <string>
#include <vector>

#include "layout/display_list.hpp"

namespace attache::pdf {

/// What is drawn again at the head of a page on which a group of strips goes on (a table's head). Items are artifacts.
struct Repeated {
  double height = 0;
  std::vector<Item> items;
};

/// The same figure drawn lower, taken where only so it fits the page.
struct Smaller {
  double height = 0;
  std::vector<Item> items;
};

/// A background behind strips; cut at page ends.
struct Frame {
  int parent = -1;
  double left = 0, width = 0, pad_top = 8, pad_bottom = 8;
  Colour fill = 0xFFFFFF, bar = 0;
  bool has_fill = true, has_bar = false;
};

/// A text item of a strip that will hold the page number of a place.
struct PageReference {
  std::size_t item = 0;
  std::string target;
  double right = 0;  ///< its right end
};

struct HeadMark {
  int level = 1;
  std::string title, id;
};

struct Strip {
  double height = 0;
  double space_before = 0;  ///< dropped at the top of a page
  bool keep_with_next = false, break_before = false, landscape = false;
  bool keep_is_wish = false;  ///< keep_with_next is given up where it would leave much of a page empty
  int smaller = -1;           ///< index into Galley::smaller
  int repeated = -1;          ///< index into Galley::repeated; drawn first when this strip begins a page
  int frame = -1;
  std::vector<Item> items;  ///< x from the page's left edge, y from the strip's top
  std::vector<std::string> ids;
  std::vector<HeadMark> heads;
  std::vector<PageReference> references;
};

struct Galley {
  std::vector<Strip> strips;
  std::vector<Repeated> repeated;
  std::vector<Smaller> smaller;
  std::vector<Frame> frames;
};

}  // namespace attache::pdf
