#include "host/document_view.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <set>

#include "host/src/arena.hpp"
#include "host/src/fallback.hpp"
#include "host/src/lower_blocks.hpp"
#include "host/src/table_view.hpp"

namespace attache::host {
namespace {

/// The first thing in which a document contradicts itself.
class Consistency {
 public:
  explicit Consistency(const report::Document& document) : document_(document) {}

  std::string first_fault() {
    const auto* root = std::get_if<report::Section>(&document_.root.data);
    if (root == nullptr || root->level != 0) return "the root is not a section of level 0";
    std::set<std::string> tables;
    for (const report::Table& table : document_.tables) {
      if (!tables.insert(table.id).second) return "two tables have the id '" + table.id + "'";
    }
    if (!std::is_sorted(document_.meta.begin(), document_.meta.end())) return "the metadata are not sorted by key";
    look_at(document_.root);
    return fault_;
  }

 private:
  void table_index(const report::Block& block, std::uint32_t table) {
    if (table >= document_.tables.size() && fault_.empty())
      fault_ = "block '" + block.id + "' refers to table " + std::to_string(table) + ", which is not there";
  }
  void look_at(const report::Block& block) {
    if (!ids_.insert(block.id).second && fault_.empty()) fault_ = "two blocks have the id '" + block.id + "'";
    if (const auto* section = std::get_if<report::Section>(&block.data)) {
      for (const report::Block& child : section->children) look_at(child);
    } else if (const auto* ref = std::get_if<report::TableRef>(&block.data)) {
      table_index(block, ref->table);
    } else if (const auto* chart = std::get_if<report::Chart>(&block.data)) {
      table_index(block, chart->table);
      if (!fault_.empty()) return;
      const auto columns = document_.tables[chart->table].columns.size();
      const bool here = chart->category_column < columns && std::all_of(chart->series.begin(), chart->series.end(),
                                                                        [columns](const auto& series) { return series.column < columns; });
      if (!here) fault_ = "chart '" + block.id + "' draws a column that its table does not have";
    } else if (const auto* figures = std::get_if<report::KeyFigures>(&block.data)) {
      for (const auto& figure : figures->figures) {
        if (figure.trend_table >= 0) table_index(block, static_cast<std::uint32_t>(figure.trend_table));
      }
    }
  }

  const report::Document& document_;
  std::set<std::string> ids_;
  std::string fault_;
};

/// The beginning of a text with everything that is not printable ASCII replaced.
std::string readable(std::string text) {
  text.resize(std::min<std::size_t>(text.size(), 60));
  for (char& c : text) c = c >= ' ' && c <= '~' ? c : '?';
  return text;
}

Date raise_point(const attache_date& date) {
  Date raised;
  raised.year = date.year;
  raised.month = date.month;
  raised.day = date.day;
  raised.precision = static_cast<Date::Precision>(date.precision);
  raised.approximate = (date.flags & ATTACHE_DATE_APPROXIMATE) != 0;
  raised.uncertain = (date.flags & ATTACHE_DATE_UNCERTAIN) != 0;
  raised.unspecified = (date.flags & ATTACHE_DATE_UNSPECIFIED) != 0;
  raised.mask = static_cast<Date::Mask>((date.flags & ATTACHE_DATE_MASK) >> 4);
  return raised;
}

}  // namespace

struct DocumentView::Data {
  report::Document source;
  std::shared_ptr<const Printing> printing;
  Arena arena;
  std::unique_ptr<Fallbacks> fallbacks;
  std::deque<TableView> tables;
  attache_document* document = nullptr;

  Outcome<> add_table(const report::Table& table) {
    auto view = TableView::make(table, arena);
    if (!view) return fail(view.error());
    tables.push_back(std::move(*view));
    return {};
  }
  Outcome<> lower_tables() {
    for (const report::Table& table : source.tables) {
      if (auto added = add_table(table); !added) return added;
    }
    for (FallbackTable& made : fallbacks->tables()) {
      if (auto added = add_table(made.table); !added) return added;
      tables.back().override_printed(std::move(made.printed));
    }
    return {};
  }
  void lower_document(const attache_block* root) {
    document = arena.one<attache_document>();
    const auto list = arena.many<const attache_table*>(tables.size());
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = tables[i].lowered();
    document->tables = list.data();
    document->table_count = static_cast<std::uint32_t>(list.size());
    document->root = root;
    const auto meta = arena.many<attache_pair>(source.meta.size());
    for (std::size_t i = 0; i < meta.size(); ++i) meta[i] = {arena.text(source.meta[i].first), arena.text(source.meta[i].second)};
    document->meta = meta.data();
    document->meta_count = static_cast<std::uint32_t>(meta.size());
  }
};

DocumentView::DocumentView(std::unique_ptr<Data> data) : data_(std::move(data)) {}
DocumentView::~DocumentView() = default;
const attache_document* DocumentView::document() const { return data_->document; }
const report::Document& DocumentView::source() const { return data_->source; }
const Printing& DocumentView::printing() const { return *data_->printing; }

Outcome<std::unique_ptr<DocumentView>> DocumentView::make(report::Document document, std::shared_ptr<const Printing> printing) {
  if (const std::string fault = Consistency(document).first_fault(); !fault.empty()) {
    return fail(Failure::internal, "the document contradicts itself: " + fault);
  }
  auto data = std::make_unique<Data>();
  data->source = std::move(document);
  data->printing = std::move(printing);
  data->fallbacks = std::make_unique<Fallbacks>(data->source, *data->printing);
  const auto root = lower_block(data->arena, data->source.root, [&](const report::Block& block) { return data->fallbacks->of(block); });
  if (!root) return fail(root.error());
  if (auto lowered = data->lower_tables(); !lowered) return fail(lowered.error());
  data->lower_document(*root);
  if (const std::string& text = data->arena.invalid_text(); !text.empty()) {
    return fail(Failure::data, "a text of the document is not valid UTF-8: \"" + readable(text) + "\"",
                "save the dataset's files as UTF-8");
  }
  return std::unique_ptr<DocumentView>(new DocumentView(std::move(data)));
}

attache_status DocumentView::read_batch(std::uint32_t table, std::int64_t first, std::int64_t max, attache_batch* out) {
  if (table >= data_->tables.size()) return ATTACHE_ERR_DATA;
  return data_->tables[table].read(first, max, out);
}

std::string DocumentView::format_cell(std::uint32_t table, std::uint32_t column, std::int64_t row) const {
  return table < data_->tables.size() ? data_->tables[table].printed(*data_->printing, column, row) : std::string{};
}

attache_str meta_value(const attache_document* document, const char* key) {
  for (std::uint32_t i = 0; i < document->meta_count; ++i) {
    if (std::strcmp(document->meta[i].key.data, key) == 0) return document->meta[i].value;
  }
  return {nullptr, 0};
}

Edtf date_from(attache_date start, attache_date end) {
  const Date first = raise_point(start);
  const Date last = raise_point(end);
  const bool open = ((start.flags | end.flags) & ATTACHE_DATE_OPEN) != 0;
  return open || !(first == last) ? Edtf(first, last) : Edtf(first);
}

}  // namespace attache::host
