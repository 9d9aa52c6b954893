#include "layout/style.hpp"

#include <charconv>
#include <cmath>

namespace attache::pdf {
namespace {

void read_colour(const std::string& text, Colour& colour) {
  Colour value = 0;
  if (text.size() != 7 || text[0] != '#') return;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (error == std::errc{} && end == text.data() + 7) colour = value;
}

constexpr double points_per_mm = 72 / 25.4;

}  // namespace

Style Style::from(const Document& document, const std::string& page_size) {
  Style style;
  const std::string& size = page_size.empty() ? document.about("theme.page.size") : page_size;
  if (size == "Letter") {
    style.page_width = 612;
    style.page_height = 792;
  }
  const std::string& margin = document.about("theme.page.margin");
  double mm = 0;
  if (std::from_chars(margin.data(), margin.data() + margin.size(), mm).ec == std::errc{} && mm >= 10 && mm <= 50) {
    style.margin_side = mm * points_per_mm;
    style.margin_top = style.margin_side + 12;
    style.margin_bottom = style.margin_side + 6;
  }
  read_colour(document.about("theme.color.accent"), style.accent);
  read_colour(document.about("theme.color.text"), style.text);
  read_colour(document.about("theme.color.muted"), style.muted);
  read_colour(document.about("theme.color.rule"), style.rule);
  read_colour(document.about("theme.color.fill"), style.fill);
  for (std::size_t i = 0; i < style.series.size(); ++i)
    read_colour(document.about("theme.color.series." + std::to_string(i + 1)), style.series.at(i));
  return style;
}

Style Style::compact() const {
  Style close = *this;
  close.margin_top = 50;
  close.margin_bottom = 44;
  close.body = 8.8;
  close.body_lead = 11.8;
  close.table = 8.2;
  close.table_lead = 10;
  close.small_lead = 9.8;
  close.paragraph_gap = 3;
  close.block_gap = 7;
  close.row_pad = 1.5;
  close.tile_pad = 5;
  close.tile_value = 15;
  close.plot_height = 118;
  close.head = 0.55;
  close.dense_notes = true;
  close.band_top = 22;
  close.band_bottom = 13;
  close.title = 20;
  return close;
}

Colour mix(Colour a, Colour b, double share) {
  Colour mixed = 0;
  for (const unsigned shift : {16U, 8U, 0U}) {
    const double channel = ((a >> shift) & 255U) * share + ((b >> shift) & 255U) * (1 - share);
    mixed |= static_cast<Colour>(std::lround(channel)) << shift;
  }
  return mixed;
}

}  // namespace attache::pdf
