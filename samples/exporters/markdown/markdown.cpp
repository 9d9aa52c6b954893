// SPDX-License-Identifier: Apache-2.0
// The exporter `markdown`: GitHub's dialect, with pipe tables and footnotes. Charts, timelines, key figures, quotations and conflicts
// arrive as the plain kinds they fall back to.
#include <algorithm>
#include <array>
#include <attache/plugin.hpp>
#include <cstdint>
#include <set>
#include <span>
#include <string>

#include "markdown_text.hpp"

namespace {

namespace sdk = attache::sdk;
using markdown::at_line_start;
using markdown::escaped;
using markdown::words;

struct Markdown {
  static constexpr const char *id = "markdown", *title = "Markdown", *description = "GitHub's Markdown with tables and footnotes",
                              *version = "1.0.0", *vendor = "Attaché samples", *license = "Apache-2.0", *url = "",
                              *media_type = "text/markdown", *extensions = "md;markdown";
  static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_REENTRANT | ATTACHE_PLUGIN_ALL_ROWS;
  static constexpr std::array<attache_option, 0> options{};
  static void run(sdk::Exporting<Markdown>& job);
};

bool lists_sources(const attache_block& block) {
  const auto children = sdk::Block(block).children();
  return block.kind == ATTACHE_SOURCES ||
         std::any_of(children.begin(), children.end(), [](const auto* child) { return lists_sources(*child); });
}

class Writer {
 public:
  Writer(const sdk::Context& job, sdk::Artifact& file) : job_(job), file_(file), footnotes_{lists_sources(job.root())} {}

  bool draw(sdk::Block block) {
    if (const auto* section = block.as<attache_section>()) return draw_section(block, *section);
    if (const auto* heading = block.as<attache_heading>()) return put(head(level_ + heading->level) + words(heading->text, footnotes_));
    if (const auto* paragraph = block.as<attache_paragraph>()) return put(at_line_start(words(paragraph->text, footnotes_)));
    if (const auto* note = block.as<attache_note>()) {
      const std::string number = std::to_string(note->number);
      const std::string mark(note->number == 0 ? "" : job_.translate("exporter.note-number", {{"number", number}}));
      return put("> " + (mark.empty() ? at_line_start(words(note->text, footnotes_))
                                      : "**" + escaped(mark) + "** " + words(note->text, footnotes_)));
    }
    if (const auto* table = block.as<attache_table_ref>()) return draw_table(job_.table(table->table));
    std::string lines;
    if (const auto* list = block.as<attache_list>()) {
      for (std::uint32_t i = 0; i < list->item_count; ++i) {
        lines += (list->ordered != 0 ? std::to_string(i + 1) + ". " : "- ") + at_line_start(words(list->items[i], footnotes_)) + "\n";
      }
      return put(lines);
    }
    if (const auto* sources = block.as<attache_sources>()) {
      for (const attache_source* source : std::span(sources->sources, sources->source_count)) {
        const bool is_cited = footnotes_.used.contains(source->number);  // a footnote that nothing refers to is not shown
        lines += (is_cited ? footnotes_.mark(source->number) + ": " : "- \\[" + std::to_string(source->number) + "\\] ") +
                 words(source->text, footnotes_) + "\n";
      }
      return put(lines);
    }
    if (const auto* legend = block.as<attache_legend>()) {
      for (const auto& [key, value] : std::span(legend->entries, legend->entry_count)) {
        lines += "- " + at_line_start(escaped(sdk::text(key))) + " " + escaped(sdk::text(value)) + "\n";
      }
      return put(lines);
    }
    return block.kind() == ATTACHE_PAGE_BREAK;
  }
  bool put(const std::string& text) {
    file_.write(text + (text.ends_with('\n') ? "\n" : "\n\n"));
    return true;
  }

 private:
  static std::string head(int level) { return std::string(static_cast<std::size_t>(std::clamp(level + 1, 1, 6)), '#') + " "; }

  bool draw_section(sdk::Block block, const attache_section& section) {
    const int outer = level_;
    if (section.title.size > 0) {
      level_ = section.level;
      const std::string restricted((section.flags & ATTACHE_SECTION_RESTRICTED) != 0 ? job_.translate("exporter.restricted") : "");
      put(head(level_) + "<a id=\"" + std::string(block.id()) + "\"></a>" + escaped(sdk::text(section.title)) +
          (restricted.empty() ? "" : " · " + escaped(restricted)));
    }
    for (const attache_block* child : block.children()) sdk::render(*child, [this](sdk::Block inner) { return draw(inner); });
    level_ = outer;
    return true;
  }

  /// A row of a pipe table: `cell(column)` for each column but those for machines.
  template <class Cell>
  static std::string row(const sdk::Table& table, Cell&& cell) {
    std::string line = "|";
    for (std::uint32_t i = 0; i < table.columns(); ++i) {
      if ((table.column(i).flags & ATTACHE_COLUMN_DATA_ONLY) == 0) line += " " + std::string(cell(i)) + " |";
    }
    return line + "\n";
  }

  bool draw_table(const sdk::Table& table) {
    if (!drawn_.insert(table.index()).second) return true;  // a chart falls back to a table that may stand beside it
    if (!table.title().empty()) put("**" + escaped(table.title()) + "**");
    file_.write(row(table, [&](std::uint32_t i) {
      std::string text;
      for (const attache_str part : {table.column(i).group, table.column(i).title, table.column(i).unit}) {
        if (part.size > 0) text += (text.empty() ? "" : ", ") + escaped(sdk::text(part));
      }
      return text;
    }));
    file_.write(row(table, [&](std::uint32_t i) { return table.column(i).role == ATTACHE_ROLE_MEASURE ? "---:" : "---"; }));
    table.for_each_row([&](const sdk::Batch& batch, std::int64_t at) {
      file_.write(row(table, [&](std::uint32_t i) {
        if (table.column(i).role == ATTACHE_ROLE_CITATION && batch[i].present(at)) return footnotes_.mark(batch[i].integer(at));
        return escaped(table.printed(i, batch.first_row() + at));
      }));
    });
    file_.write("\n");
    return table.info().note == nullptr || put(at_line_start(words(table.info().note, footnotes_)));
  }

  const sdk::Context& job_;
  sdk::Artifact& file_;
  markdown::Footnotes footnotes_;
  std::set<std::uint32_t> drawn_;
  int level_ = 0;
};

void Markdown::run(sdk::Exporting<Markdown>& job) {
  sdk::Artifact file = job.open(job.output_name(), media_type);
  Writer writer(job, file);
  if (!job.meta("marking").empty()) writer.put("**" + escaped(job.meta("marking")) + "**");
  sdk::render(job.root(), [&](sdk::Block block) { return writer.draw(block); });
  file.close();
}

}  // namespace

ATTACHE_EXPORTER(Markdown)
