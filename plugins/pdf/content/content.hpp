#pragma once
/// The document as this exporter needs it: plain values with printed texts, read once from the contract's structs. A section is
/// flattened: its head, then its blocks. It decides nothing about looks.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace attache::pdf {

struct Span {
  std::string text, href, lang;
  bool strong = false, emphasis = false, code = false;
  std::uint32_t citation = 0;  ///< text is then empty
};
using Text = std::vector<Span>;

[[nodiscard]] inline Text plain(std::string text) {
  return text.empty() ? Text{} : Text{Span{std::move(text), {}, {}, false, false, false, 0}};
}
[[nodiscard]] inline Text strong(std::string text) {
  return text.empty() ? Text{} : Text{Span{std::move(text), {}, {}, true, false, false, 0}};
}
[[nodiscard]] inline Span citation_span(std::uint32_t number) { return Span{{}, {}, {}, false, false, false, number}; }

struct Block;
using Blocks = std::vector<Block>;

enum class SectionKind : std::uint8_t { normal, cover, contents, summary, notes, sources, box };
enum class PageHint : std::uint8_t { automatic, new_page, keep_together, landscape };

struct Section {
  int level = 1;
  std::string title;
  SectionKind kind = SectionKind::normal;
  PageHint page = PageHint::automatic;
  bool restricted = false;
  Blocks blocks;
};
struct Heading {
  int level = 1;
  Text text;
};
struct Paragraph {
  enum class Kind : std::uint8_t { body, lead, small } kind = Kind::body;
  Text text;
};
struct List {
  bool ordered = false;
  std::vector<Text> items;
};
struct Figure {
  std::string label, unit, value, change, change_label, note;
  int direction = 0;  ///< of the change: −1, 0, 1
  std::uint32_t citation = 0;
  std::vector<std::optional<double>> trend;
};
struct KeyFigures {
  std::vector<Figure> figures;
};

struct TableColumn {
  std::string title, group, unit;
  bool number = false;
  bool date = false;
  bool header = false;  ///< its cells head their row
};
enum class RowKind : std::uint8_t { body, subtotal, total, other };
struct TableRow {
  RowKind kind = RowKind::body;
  int indent = 0;
  std::vector<std::string> cells;
  std::vector<std::uint32_t> citations;  ///< per cell, 0 none
};
struct Table {
  std::string id, title, left_out;
  bool by_period = false;  ///< its rows are periods
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
  std::vector<std::uint32_t> citations;  ///< of the whole table
  Text note;
};

struct Series {
  enum class Kind : std::uint8_t { column = 1, line, bar, area, stacked } kind = Kind::column;
  bool secondary = false;
  std::string name;
  std::vector<std::optional<double>> values;
  std::vector<std::string> printed;
};
struct Chart {
  std::string title, alt, unit, secondary_unit;
  bool zero_baseline = true;
  std::vector<std::string> categories;
  std::vector<Series> series;
  Text note;
};

struct TimelineEntry {
  std::string date, type, title, place, status;
  Text text;
  bool planned = false;
  std::uint32_t citation = 0;
};
struct Timeline {
  std::vector<TimelineEntry> entries;
};
struct Quotation {
  Text text, note;
  std::string speaker, office, context;
  std::uint32_t citation = 0;
};
struct Note {
  enum class Kind : std::uint8_t { info, warning, method } kind = Kind::info;
  std::uint32_t number = 0;
  Text text;
};
struct Claim {
  std::string statement, attribution, figure, rank;
  bool official = false;
  std::uint32_t citation = 0;
};
struct Conflict {
  std::string topic;
  std::vector<Claim> claims;
  Text assessment;
};
struct Source {
  std::uint32_t number = 0;
  std::string url;
  Text text;
};
struct Sources {
  std::vector<Source> sources;
};
struct Legend {
  std::vector<std::pair<std::string, std::string>> entries;
};
struct PageBreak {};
struct Contents {};

struct Block {
  std::string id;
  std::variant<Section, Heading, Paragraph, List, KeyFigures, Table, Chart, Timeline, Quotation, Note, Conflict, Sources, Legend, PageBreak,
               Contents>
      data;
};

struct Document {
  Section root;
  std::map<std::string, std::string> meta;
  std::string language;
  [[nodiscard]] const std::string& about(const std::string& key) const {
    static const std::string nothing;
    const auto found = meta.find(key);
    return found == meta.end() ? nothing : found->second;
  }
};

/// The words and number forms of the document's language; the host's in the plugin, plain English in tests.
class Phrases {
 public:
  Phrases() = default;
  Phrases(const Phrases&) = delete;
  Phrases& operator=(const Phrases&) = delete;
  virtual ~Phrases() = default;
  using Arguments = std::vector<std::pair<std::string, std::string>>;
  [[nodiscard]] virtual std::string say(const std::string& id, const Arguments& arguments = {}) const = 0;
  /// `value` × 10^-scale, printed with that many decimals.
  [[nodiscard]] virtual std::string number(std::int64_t value, int scale) const = 0;
};

}  // namespace attache::pdf
