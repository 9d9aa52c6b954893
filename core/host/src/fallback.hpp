#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "host/printing.hpp"
#include "report/document.hpp"

namespace attache::host {

/// A table that only fallbacks refer to, with the printed forms its figures already have.
struct FallbackTable {
  report::Table table;
  std::map<std::pair<std::uint32_t, std::int64_t>, std::string> printed;
};

/// Says a block in older kinds: a chart as its table, a timeline and key figures as tables, a quotation as paragraphs, a conflict as a
/// heading, a table and a paragraph, the contents as a list of links. The new block has the old one's id.
class Fallbacks {
 public:
  Fallbacks(const report::Document& document, const Printing& printing);

  /// Nothing for kinds that need no fallback.
  [[nodiscard]] std::optional<report::Block> of(const report::Block& block);
  /// The first of them has the index document.tables.size().
  [[nodiscard]] std::deque<FallbackTable>& tables() { return tables_; }

 private:
  [[nodiscard]] report::Block of_key_figures(const std::string& id, const report::KeyFigures& figures);
  [[nodiscard]] report::Block of_timeline(const std::string& id, const report::Timeline& timeline);
  [[nodiscard]] report::Block of_conflict(const std::string& id, const report::Conflict& conflict);
  [[nodiscard]] report::Block of_contents(const std::string& id) const;
  [[nodiscard]] report::Column column(std::string id, report::Type type, report::Role role) const;
  report::Block add_table(const std::string& block_id, FallbackTable table);
  [[nodiscard]] std::string free_name(const std::string& wanted);

  const report::Document& document_;
  const Printing& printing_;
  std::deque<FallbackTable> tables_;
  std::set<std::string> names_;
};

/// The runs as plain text; citations as "[n]".
[[nodiscard]] std::string plain_text(const report::Inline& runs);

}  // namespace attache::host
