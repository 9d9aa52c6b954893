#include "csv_text.hpp"

#include <algorithm>
#include <cstdint>

namespace csv {
namespace {

using attache::sdk::Block;
using attache::sdk::runs;
using attache::sdk::text;

/// Adds the rows and tables of one block after another.
class Collector {
 public:
  explicit Collector(const attache::sdk::Context& job) : job_(job) {}

  bool draw(Block block) {
    if (const auto* section = block.as<attache_section>()) return draw_section(block, *section);
    if (const auto* ref = block.as<attache_table_ref>()) return draw_table(block, ref->table);
    if (const auto* heading = block.as<attache_heading>()) return add(block, "heading", section_level_ + heading->level, heading->text);
    if (const auto* paragraph = block.as<attache_paragraph>()) return add(block, "paragraph", 0, paragraph->text);
    if (const auto* note = block.as<attache_note>()) return add(block, "note", 0, note->text);
    if (const auto* list = block.as<attache_list>()) {
      for (std::uint32_t i = 0; i < list->item_count; ++i) add(block, "list-item", 0, list->items[i]);
      return true;
    }
    if (const auto* quotation = block.as<attache_quotation>()) return draw_quotation(block, *quotation);
    if (const auto* sources = block.as<attache_sources>()) {
      for (std::uint32_t i = 0; i < sources->source_count; ++i) {
        add(block, "source", 0, sources->sources[i]->text);
        found_.rows.back().citation = std::to_string(sources->sources[i]->number);
      }
      return true;
    }
    if (const auto* legend = block.as<attache_legend>()) {
      for (std::uint32_t i = 0; i < legend->entry_count; ++i) {
        push(block, "legend", 0, std::string(text(legend->entries[i].key)) + " " + std::string(text(legend->entries[i].value)));
      }
      return true;
    }
    return block.kind() == ATTACHE_PAGE_BREAK || block.kind() == ATTACHE_CONTENTS;
  }

  [[nodiscard]] Survey take() { return std::move(found_); }

 private:
  bool draw_section(Block block, const attache_section& section) {
    const int outer = section_level_;
    if (section.title.size > 0) {
      section_level_ = section.level;
      push(block, "section", section.level, std::string(text(section.title)));
    }
    for (const attache_block* child : block.children()) attache::sdk::render(*child, [this](Block inner) { return draw(inner); });
    section_level_ = outer;
    return true;
  }

  bool draw_table(Block block, std::uint32_t table) {
    if (std::find(found_.tables.begin(), found_.tables.end(), table) != found_.tables.end()) return true;
    found_.tables.push_back(table);
    const attache_table& info = job_.table(table).info();
    const std::string title(text(info.title));
    push(block, "table", 0, title.empty() ? std::string(text(info.id)) : title);
    for (std::uint32_t i = 0; i < info.column_count; ++i) push_column(info, *info.columns[i]);
    if (info.note != nullptr) add(block, "note", 0, info.note);
    return true;
  }

  /// What the ids in a table's header mean, and in which unit its numbers are printed elsewhere.
  void push_column(const attache_table& table, const attache_column_info& column) {
    std::string meaning(text(column.group));
    for (const attache_str& part : {column.title, column.description, column.unit}) {
      if (part.size > 0) meaning += (meaning.empty() ? "" : "; ") + std::string(text(part));
    }
    if (column.magnitude != 0) meaning += "; 1 unit = 10^" + std::to_string(column.magnitude);
    found_.rows.push_back({std::string(text(table.id)) + "." + std::string(text(column.id)), "column", 0, std::move(meaning), {}});
  }

  bool draw_quotation(Block block, const attache_quotation& quotation) {
    add(block, "quotation", 0, quotation.text);
    if (quotation.citation != 0) found_.rows.back().citation = std::to_string(quotation.citation);
    std::string by;
    for (const attache_str& part : {quotation.speaker, quotation.office, quotation.context}) {
      if (part.size > 0) by += (by.empty() ? "" : ", ") + std::string(text(part));
    }
    if (!by.empty()) push(block, "quoted", 0, std::move(by));
    if (quotation.note != nullptr) add(block, "note", 0, quotation.note);
    return true;
  }

  bool add(Block block, std::string_view kind, int level, const attache_inline* line) {
    std::string words;
    std::string citation;
    for (const attache_run& run : runs(line)) {
      words += text(run.text);
      if (run.citation != 0) citation += (citation.empty() ? "" : ";") + std::to_string(run.citation);
    }
    push(block, kind, level, std::move(words));
    found_.rows.back().citation = std::move(citation);
    return true;
  }

  void push(Block block, std::string_view kind, int level, std::string words) {
    found_.rows.push_back({std::string(block.id()), kind, level, std::move(words), {}});
  }

  const attache::sdk::Context& job_;
  Survey found_;
  int section_level_ = 0;
};

/// The tables that blocks name directly, not through what they fall back to.
void named_tables(Block block, std::vector<std::uint32_t>& tables) {
  if (const auto* ref = block.as<attache_table_ref>()) tables.push_back(ref->table);
  for (const attache_block* child : block.children()) named_tables(Block(*child), tables);
}

}  // namespace

bool Survey::has_prose() const {
  return std::any_of(rows.begin(), rows.end(),
                     [](const TextRow& row) { return row.kind != "section" && row.kind != "table" && row.kind != "column"; });
}

Survey survey(const attache::sdk::Context& job) {
  Collector collector(job);
  attache::sdk::render(job.root(), [&](Block block) { return collector.draw(block); });
  Survey found = collector.take();
  std::vector<std::uint32_t> named;
  named_tables(Block(job.root()), named);
  std::stable_partition(found.tables.begin(), found.tables.end(),
                        [&](std::uint32_t table) { return std::find(named.begin(), named.end(), table) != named.end(); });
  return found;
}

void write_text(const std::vector<TextRow>& rows, Writer writer, bool header) {
  if (header) {
    for (const std::string_view head : {"block", "kind", "level", "text", "citation"}) writer.field(head);
    writer.end_row();
  }
  for (const TextRow& row : rows) {
    writer.field(std::string_view(row.block));
    writer.field(row.kind);
    writer.field(std::int64_t{row.level});
    writer.field(std::string_view(row.text));
    writer.field(std::string_view(row.citation));
    writer.end_row();
  }
  writer.close();
}

}  // namespace csv
