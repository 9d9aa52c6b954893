#pragma once
/// The Document: a report filled with one pair's data, a tree of typed blocks and their tables. What an exporter receives is this,
/// seen through sdk/include/attache/plugin.h; the names and meanings are the same, read them there. It knows no file format.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "text/language.hpp"
#include "value/decimal.hpp"
#include "value/edtf.hpp"

namespace attache::report {

using text::Missing;

struct Run {
  enum Style : std::uint32_t { plain = 0, strong = 1, emphasis = 2, code = 4 };
  std::string text;
  std::string href;
  std::uint32_t style = plain;
  std::uint32_t citation = 0;  ///< number of a source; text is then empty
  std::string lang;
};
using Inline = std::vector<Run>;

enum class Type { boolean = 1, integer = 2, decimal = 3, real = 4, date = 5, text = 6, dictionary = 7 };
enum class Role { other, key, label, period, area, product, measure, status, citation, note };
enum class Total { none, sum, average, last, label };
enum class RowKind : std::uint8_t { body, subtotal, total, other };
struct Formula {
  enum Op { none, sum, difference, percent, growth, share };
  Op op = none;
  int a = -1, b = -1, c = -1;
};

/// A value with its reason when it is missing. Holds what its column's type says.
struct Cell {
  Missing missing = Missing::blank;
  std::variant<std::monostate, bool, std::int64_t, Decimal, double, Edtf, std::string> value;

  Cell() = default;
  Cell(Missing why) : missing(why) {}  // NOLINT(google-explicit-constructor): a missing cell is its reason
  template <class T>
  requires(!std::is_same_v<std::decay_t<T>, Missing> && !std::is_same_v<std::decay_t<T>, Cell>) Cell(T v)
      : missing(Missing::present), value(std::move(v)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool present() const { return missing == Missing::present; }
};

struct Column {
  std::string id, title, group, unit, description;
  Type type = Type::text;
  Role role = Role::other;
  Total total = Total::none;
  int decimals = -1;
  int magnitude = 0;
  int width_hint = 0;
  int status_column = -1;
  int citation_column = -1;
  bool data_only = false;
  bool no_grouping = false;
  Formula formula;
};

/// A table in memory. Every row has one cell a column.
struct Table {
  std::string id, title, sheet_name, description;
  std::vector<Column> columns;
  std::uint32_t key_columns = 1;
  bool has_total = false;
  Inline note;
  std::vector<std::vector<Cell>> rows;
  std::vector<RowKind> row_kind;     ///< empty = all body
  std::vector<std::uint8_t> indent;  ///< empty = all 0
};

/// A value that stands alone, with its printed form.
struct Figure {
  Cell cell;
  std::string status;   ///< SDMX letters
  std::string printed;  ///< signs included, unit not
};

struct Block;
using Blocks = std::vector<Block>;

enum class SectionRole { normal, cover, contents, summary, notes, sources, box };
enum class PageHint { automatic, new_page, keep_together, landscape };

struct Section {
  int level = 1;
  std::string title, sheet_name;
  SectionRole role = SectionRole::normal;
  PageHint page = PageHint::automatic;
  bool restricted = false;
  Blocks children;
};
struct Heading {
  int level = 1;
  Inline text;
};
enum class ParagraphRole { body, lead, small };
struct Paragraph {
  ParagraphRole role = ParagraphRole::body;
  Inline text;
};
struct List {
  bool ordered = false;
  std::vector<Inline> items;
};
struct KeyFigure {
  std::string label, unit, change_label, note;  ///< the cells of value and previous are in `unit`: 7.5 with "billion USD"
  Figure value;
  std::optional<Figure> previous, change;
  std::uint32_t citation = 0;
  int trend_table = -1, trend_column = -1;
};
struct KeyFigures {
  std::vector<KeyFigure> figures;
};
struct TableRef {
  std::uint32_t table = 0;
  std::int64_t max_rows = 0;
  std::string left_out;
};
enum class SeriesKind { column = 1, line, bar, area, stacked };
struct Series {
  std::uint32_t column = 0;
  SeriesKind kind = SeriesKind::column;
  int axis = 0;
  std::string name;
};
struct Chart {
  std::uint32_t table = 0, category_column = 0;
  std::vector<Series> series;
  std::string title, alt_text, axis_unit, secondary_axis_unit;
  bool zero_baseline = true;
  std::int64_t first_row = 0, row_count = -1;
  Inline note;
};
struct TimelineEntry {
  Edtf date;
  std::string printed_date, type, title, place, status;
  Inline text;
  bool planned = false;
  std::uint32_t citation = 0;
};
struct Timeline {
  std::vector<TimelineEntry> entries;
};
struct Quotation {
  Inline text, note;
  std::string speaker, office, context;
  std::uint32_t citation = 0;
};
enum class NoteRole { info, warning, method };
struct Note {
  NoteRole role = NoteRole::info;
  std::uint32_t number = 0;
  Inline text;
};
struct ConflictClaim {
  std::string statement, attribution, figure, rank;
  bool official = false;
  std::uint32_t citation = 0;
};
struct Conflict {
  std::string topic;
  std::vector<ConflictClaim> claims;
  Inline assessment;
};
struct SourceEntry {
  std::uint32_t number = 0;
  std::string id, publisher, title, published, url, accessed, licence, language;
  Inline text;
};
struct Sources {
  std::vector<SourceEntry> entries;
};
struct Legend {
  std::vector<std::pair<std::string, std::string>> entries;
};
struct PageBreak {};
struct Contents {};

struct Block {
  std::string id;
  std::variant<Section, Heading, Paragraph, List, KeyFigures, TableRef, Chart, Timeline, Quotation, Note, Conflict, Sources, Legend,
               PageBreak, Contents>
      data;
};

/// Where a printed figure came from.
struct TraceEntry {
  std::string block;                ///< id of the block, or "table:<id>"
  std::int64_t row = -1;            ///< in a table
  std::string column;               ///< column id, or the key figure's label
  std::string printed;              ///< what the reader sees
  std::string value;                ///< unrounded, ASCII
  std::string expression;           ///< "exports - imports"
  std::vector<std::string> inputs;  ///< "observations:kz-ru-turnover-2015h1", "flows:…"
};

struct Document {
  Block root;  ///< a Section of level 0
  std::vector<Table> tables;
  std::vector<std::pair<std::string, std::string>> meta;  ///< sorted by key; keys as in plugin.h, theme included
  std::vector<TraceEntry> trace;
  std::shared_ptr<const text::Language> language;
  std::int64_t source_date_epoch = 0;
  std::vector<std::string> warnings;  ///< for the log: stale texts, fonts …
};

}  // namespace attache::report
