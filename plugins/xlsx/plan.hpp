#pragma once
/// The walk through the document: which sheets there will be, what stands on them, under which names and note numbers. Nothing is
/// written here, so that every sheet can lead to every other one.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "table_sheet.hpp"

namespace attache::xlsx {

/// A line of running text.
struct TextLine {
  enum class Kind { heading, lead, body, small, item, link };
  Kind kind = Kind::body;
  int level = 1;                         ///< of headings
  const attache_inline* text = nullptr;  ///< or
  std::string words;                     ///< before the text, or instead of it
  std::optional<CellAddress> target;     ///< of links
};

struct Note {
  std::uint32_t number = 0;  ///< of notes
  std::string mark;          ///< "[note 1]", or a sign of the legend
  std::string text;
  std::string sheet;  ///< where the mark stands; "" = anywhere
};

struct Plan {
  std::vector<TextLine> cover, text;
  std::vector<Note> notes, legend;
  std::vector<TableSheet> tables;  ///< in the order of their sheets, Sources among them
  std::string text_sheet;          ///< its name; no text, no sheet
};

[[nodiscard]] Plan plan_document(Book& book);

/// The runs as plain text; a citation prints as "[3]".
[[nodiscard]] std::string plain_text(const attache_inline* text);

}  // namespace attache::xlsx
