#pragma once

#include <attache/plugin.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "csv_writer.hpp"

namespace csv {

/// One piece of a document's prose, in reading order.
struct TextRow {
  std::string block;
  std::string_view kind;  ///< section, heading, paragraph, list-item, note, quotation, quoted, source, legend, table, column
  int level = 0;          ///< of a section or of a heading below it; 0 else
  std::string text;
  std::string citation;  ///< numbers of sources, joined by ';'
};

/// What a document holds for CSV: its tables, each once, those that are tables for every reader first, and its prose.
struct Survey {
  std::vector<std::uint32_t> tables;
  std::vector<TextRow> rows;

  /// More than heads of sections and names of tables?
  [[nodiscard]] bool has_prose() const;
};
/// Blocks that are tables in older kinds (timelines, key figures, charts, conflicts) count as such.
[[nodiscard]] Survey survey(const attache::sdk::Context& job);

void write_text(const std::vector<TextRow>& rows, Writer writer, bool header);

}  // namespace csv
