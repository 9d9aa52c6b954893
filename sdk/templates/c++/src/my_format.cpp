// SPDX-License-Identifier: Apache-2.0
// The exporter `my-format`: a document as plain text. It draws the plain kinds of block; every other kind (charts, timelines, key
// figures, and what is invented later) arrives as the plain kinds it falls back to.
#include <array>
#include <attache/plugin.hpp>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace {

namespace sdk = attache::sdk;

struct MyFormat {
  static constexpr const char *id = "my-format", *title = "My format", *description = "A document as plain text", *version = "0.1.0",
                              *vendor = "", *license = "Apache-2.0", *url = "", *media_type = "text/plain", *extensions = "my-format";
  static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_REENTRANT | ATTACHE_PLUGIN_ALL_ROWS;
  static constexpr std::array options{sdk::option_bool("sources", "Sources", "Write the list of sources", true)};
  static void run(sdk::Exporting<MyFormat>& job);
};

std::string words(const attache_inline* line) {
  std::string out;
  for (const attache_run& run : sdk::runs(line)) {
    out += sdk::text(run.text);
    if (run.citation != 0) out += "[" + std::to_string(run.citation) + "]";
  }
  return out;
}

class Writer {
 public:
  Writer(const sdk::Context& job, sdk::Artifact file, bool sources) : job_(job), file_(std::move(file)), sources_(sources) {}

  /// False for a kind that is not drawn here: render() then comes with what it falls back to.
  bool draw(sdk::Block block) {
    if (const auto* section = block.as<attache_section>()) return draw_section(block, *section);
    if (const auto* heading = block.as<attache_heading>()) return put(words(heading->text) + "\n\n");
    if (const auto* paragraph = block.as<attache_paragraph>()) return put(words(paragraph->text) + "\n\n");
    if (const auto* note = block.as<attache_note>()) return put("Note: " + words(note->text) + "\n\n");
    if (const auto* list = block.as<attache_list>()) {
      for (std::uint32_t i = 0; i < list->item_count; ++i) put("- " + words(list->items[i]) + "\n");
      return put("\n");
    }
    if (const auto* table = block.as<attache_table_ref>()) return draw_table(job_.table(table->table));
    if (const auto* sources = block.as<attache_sources>()) return draw_sources(*sources);
    if (const auto* legend = block.as<attache_legend>()) {
      for (std::uint32_t i = 0; i < legend->entry_count; ++i) {
        put(std::string(sdk::text(legend->entries[i].key)) + " " + std::string(sdk::text(legend->entries[i].value)) + "\n");
      }
      return put("\n");
    }
    return block.kind() == ATTACHE_PAGE_BREAK;
  }
  void close() { file_.close(); }

 private:
  bool put(const std::string& text) {
    file_.write(text);
    return true;
  }

  bool draw_section(sdk::Block block, const attache_section& section) {
    if (section.title.size > 0) put(std::string(sdk::text(section.title)) + "\n" + (section.level < 2 ? "====\n\n" : "----\n\n"));
    for (const attache_block* child : block.children()) sdk::render(*child, [this](sdk::Block inner) { return draw(inner); });
    return true;
  }

  /// One line a row, as the cells are printed in the document's language; columns for machines are left out.
  bool draw_table(const sdk::Table& table) {
    if (!drawn_.insert(table.index()).second) return true;  // a chart falls back to a table that may stand beside it
    if (!table.title().empty()) put(std::string(table.title()) + "\n");
    put(line_of(table, [&table](std::uint32_t column) {
      const attache_column_info& info = table.column(column);
      return std::string(sdk::text(info.title)) + (info.unit.size > 0 ? ", " : "") + std::string(sdk::text(info.unit));
    }));
    table.for_each_row([&](const sdk::Batch& batch, std::int64_t row) {
      put(line_of(table, [&](std::uint32_t column) { return table.printed(column, batch.first_row() + row); }));
    });
    return put(table.info().note == nullptr ? "\n" : words(table.info().note) + "\n\n");
  }

  template <class Cell>
  static std::string line_of(const sdk::Table& table, Cell&& cell) {
    std::string line;
    const char* between = "";
    for (std::uint32_t column = 0; column < table.columns(); ++column) {
      if ((table.column(column).flags & ATTACHE_COLUMN_DATA_ONLY) != 0) continue;
      line += std::exchange(between, " | ") + cell(column);
    }
    return line + "\n";
  }

  bool draw_sources(const attache_sources& sources) {
    for (std::uint32_t i = 0; sources_ && i < sources.source_count; ++i) {
      put("[" + std::to_string(sources.sources[i]->number) + "] " + words(sources.sources[i]->text) + "\n");
    }
    return put("\n");
  }

  const sdk::Context& job_;
  sdk::Artifact file_;
  bool sources_;
  std::set<std::uint32_t> drawn_;
};

void MyFormat::run(sdk::Exporting<MyFormat>& job) {
  Writer writer(job, job.open(job.output_name(), media_type), job.option<"sources">());
  sdk::render(job.root(), [&](sdk::Block block) { return writer.draw(block); });
  writer.close();
}

}  // namespace

ATTACHE_EXPORTER(MyFormat)
