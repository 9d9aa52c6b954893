#pragma once
/// Sizes, colours and distances of a document: the theme's values and what follows from them. Lengths in points.

#include <array>
#include <string>

#include "content/content.hpp"
#include "layout/display_list.hpp"

namespace attache::pdf {

struct Style {
  double page_width = 595.28, page_height = 841.89;
  double margin_side = 56.7, margin_top = 68, margin_bottom = 62;

  Colour accent = 0x1A3A5C, text = 0x1B1F24, muted = 0x59636E, rule = 0xC9D1D9, fill = 0xF1F4F8, link = 0x0B4F94, white = 0xFFFFFF;
  Colour warning = 0x9A3B00, warning_fill = 0xFDF3EA;
  /// Okabe and Ito's order, darkened where white paper asks for it: told apart with every common colour blindness.
  std::array<Colour, 8> series = {0x1F5A8C, 0xD98200, 0x00805F, 0xB0482F, 0x6A5ACD, 0x8C6D1F, 0x5AA9D6, 0x5C6670};

  double body = 9.5, body_lead = 13.6;
  double table = 8.5, table_lead = 11.2;
  double small = 8, small_lead = 10.8;
  double smallest = 8;  ///< nothing is set below this
  double paragraph_gap = 5.5, block_gap = 11;
  double row_pad = 2.6;  ///< above and below a table row's lines
  double tile_pad = 7, tile_value = 17;
  double plot_height = 158;
  bool dense_notes = false;  ///< notes that follow each other make one paragraph; sources in small type
  double head = 1;           ///< factor on the sizes of heads and the space around them
  double band_top = 34, band_bottom = 20, title = 25;

  /// Reads theme.* and the page size option ("" = the theme's). Unknown values keep the defaults.
  [[nodiscard]] static Style from(const Document& document, const std::string& page_size);
  /// Closer set, for documents that must fit a number of pages; still nothing below 8 points.
  [[nodiscard]] Style compact() const;
};

/// `share` of `a` and the rest of `b`, per channel.
[[nodiscard]] Colour mix(Colour a, Colour b, double share);

}  // namespace attache::pdf
