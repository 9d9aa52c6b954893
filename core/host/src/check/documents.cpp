#include "host/src/check/documents.hpp"

#include <array>
#include <functional>
#include <utility>

#include "host/src/check/sample_document.hpp"
#include "host/src/check/sample_tables.hpp"

namespace attache::host::check {
namespace {

using report::Block;
using report::Document;

Document table_document(report::Table table) {
  report::Blocks blocks;
  blocks.push_back({"only-table", report::TableRef{0, 0, {}}});
  return document_of("One table", std::move(blocks), {std::move(table)});
}

Document without_columns() {
  report::Table table = empty_table();
  table.columns.clear();
  table.key_columns = 0;
  return table_document(std::move(table));
}

Document right_to_left() {
  Document document = sample_document();
  for (auto& [key, value] : document.meta) {
    if (key == "direction") value = "rtl";
    if (key == "language") value = "ar";
    if (key == "title") value = "كازاخستان وروسيا";
  }
  return document;
}

Document without_metadata() {
  Document document = sample_document();
  document.meta.clear();
  return document;
}

Document news(bool with_paragraph) {
  report::Blocks blocks;
  blocks.push_back({"before", report::Paragraph{report::ParagraphRole::body, plain_words("What was known before.")}});
  if (with_paragraph)
    blocks.push_back(
        {std::string(news_id), report::Paragraph{report::ParagraphRole::body, plain_words("What a newer kind of block says.")}});
  return document_of("News", std::move(blocks));
}

const std::vector<std::pair<std::string_view, std::function<Document()>>>& makers() {
  static const std::vector<std::pair<std::string_view, std::function<Document()>>> all = {
      {"sample", sample_document},
      {"empty", empty_document},
      {"all-missing", missing_document},
      {"one-row", [] { return table_document(one_row_table()); }},
      {"no-rows", [] { return table_document(empty_table()); }},
      {"no-columns", without_columns},
      {"hundred-columns", [] { return table_document(large_table(12, 99)); }},
      {"rows", [] { return table_document(large_table(3000, 4)); }},
      {"deep", deep_document},
      {"huge-text", huge_document},
      {"hostile-text", hostile_document},
      {"bidi", bidi_document},
      {"right-to-left", right_to_left},
      {"extreme-numbers", numbers_document},
      {"odd-dates", dates_document},
      {"odd-links", links_document},
      {"no-metadata", without_metadata},
      {"news", [] { return news(true); }},
      {"no-news", [] { return news(false); }},
  };
  return all;
}

}  // namespace

report::Inline plain_words(std::string text) {
  report::Run run;
  run.text = std::move(text);
  return {std::move(run)};
}

Document document_of(std::string title, report::Blocks blocks, std::vector<report::Table> tables) {
  Document document = sample_document();
  report::Section body;
  body.title = "Body";
  body.children = std::move(blocks);
  report::Section root;
  root.level = 0;
  root.title = title;
  root.children.push_back({"body", std::move(body)});
  document.root = {"root", std::move(root)};
  document.tables = std::move(tables);
  for (auto& [key, value] : document.meta) {
    if (key == "title") value = title;
  }
  return document;
}

const std::vector<std::string>& block_kinds() {
  static const std::vector<std::string> names = {"section",   "heading", "paragraph", "list",       "key-figures",
                                                 "table-ref", "chart",   "timeline",  "quotation",  "note",
                                                 "conflict",  "sources", "legend",    "page-break", "contents"};
  return names;
}

Outcome<Document> document_named(std::string_view name) {
  for (const auto& [known, make] : makers()) {
    if (known == name) return make();
  }
  for (std::size_t kind = 0; kind < block_kinds().size(); ++kind) {
    if (name == "block-" + block_kinds()[kind]) return block_document(kind);
  }
  return fail(Failure::internal, "the check has no document '" + std::string(name) + "'");
}

}  // namespace attache::host::check
