#pragma once
/// What layout ends in and the emitter begins with: pages of plain items, the structure tree they belong to, heads and destinations.
/// Lengths are points; y grows downward from the page's top. Nothing here knows PDF syntax.

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "shaping/shaper.hpp"

namespace attache::pdf {

using Colour = std::uint32_t;  ///< 0xRRGGBB

struct Point {
  double x = 0, y = 0;
};

/// One shaped piece of a line; `space_after`: a word space follows (also at the end of a line, so that readers do not glue words).
struct Piece {
  const ShapedText* shaped = nullptr;
  bool space_after = false;
};

struct TextItem {
  Role role = Role::regular;
  double size = 10;
  Point at;  ///< left end of the baseline
  Colour colour = 0;
  std::vector<Piece> pieces;
  double angle = 0;  ///< degrees, counter-clockwise
};
struct RectItem {
  Point at;  ///< top left
  double width = 0, height = 0;
  Colour colour = 0;
};
/// A polyline or polygon.
struct PathItem {
  std::vector<Point> points;
  bool closed = false, filled = false;
  Colour fill = 0, stroke = 0;
  double line_width = 0;             ///< 0 = no stroke
  double dash_on = 0, dash_off = 0;  ///< 0 = solid
};
/// An area to click. Exactly one of `url` and `target` (id of a block) is set.
struct LinkItem {
  Point at;
  double width = 0, height = 0;
  std::string url, target, description;
};

/// What an item is when no structure element owns it.
enum class Artifact : std::uint8_t { layout, header, footer, watermark };

struct Item {
  int element = -1;  ///< index into DisplayList::elements; −1 = an artifact
  Artifact artifact = Artifact::layout;
  std::variant<TextItem, RectItem, PathItem, LinkItem> shape;
};

/// A node of the structure tree (PDF 1.7 standard types only). Parents come before their children.
struct Element {
  std::string type;
  int parent = -1;
  std::string alt, lang, id, expansion;
  enum class Scope : std::uint8_t { none, column, row } scope = Scope::none;
  int column_span = 1, row_span = 1;
  std::string numbering;  ///< of a list: Disc, Decimal, None
  bool block_figure = false;
};

struct Page {
  double width = 595.28, height = 841.89;
  std::vector<Item> items;
};

struct Place {
  std::size_t page = 0;
  double y = 0;
};

/// An entry of the outline.
struct Head {
  int level = 1;
  std::string title, id;
  Place place;
};

struct DisplayList {
  std::vector<Page> pages;
  std::vector<Element> elements;
  std::vector<Head> heads;
  std::map<std::string, Place> places;  ///< every block id that was set, for links

  int add_element(std::string type, int parent) {
    Element element;
    element.type = std::move(type);
    element.parent = parent;
    elements.push_back(std::move(element));
    return static_cast<int>(elements.size()) - 1;
  }
};

}  // namespace attache::pdf
