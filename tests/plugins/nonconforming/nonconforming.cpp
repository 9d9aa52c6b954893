// An exporter that breaks one rule of the conformance check: the one its file is named for. "well.attache.so" breaks none when it runs;
// what its file imports breaks some anyway. It writes the texts of its document and the numbers of rows.
#include <dlfcn.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "faults.hpp"

namespace nonconforming {
namespace {

constexpr std::int64_t rows_at_once = 100;

/// The name of this file without its folder and its ending.
const std::string& own_name() {
  static const std::string name = [] {
    Dl_info info{};
    ::dladdr(reinterpret_cast<void*>(&attache_plugin_v1), &info);
    std::string file = info.dli_fname;
    file.erase(0, file.rfind('/') + 1);
    return file.substr(0, file.find('.'));
  }();
  return name;
}

void crash_if(bool fault) {
  if (fault) std::abort();
}

/// Writes a document as text; knows sections, paragraphs, lists and tables.
class Writer {
 public:
  explicit Writer(Export& job) : job_(job) {}

  void block(const attache_block& block, int depth, int fallbacks) {
    crash_if(is("knows-no-charts") && block.kind == ATTACHE_CHART);
    crash_if(is("ten-levels") && depth > 10);
    if (block.kind == ATTACHE_SECTION) {
      const auto& section = *static_cast<const attache_section*>(block.data);
      crash_if(is("needs-children") && section.title.size == 0 && block.child_count == 0);
      line(section.title);
      for (std::uint32_t i = 0; i < block.child_count; ++i) this->block(*block.children[i], depth + 1, fallbacks);
    } else if (block.kind == ATTACHE_PARAGRAPH) {
      line(*static_cast<const attache_paragraph*>(block.data)->text);
    } else if (block.kind == ATTACHE_LIST) {
      const auto& list = *static_cast<const attache_list*>(block.data);
      for (std::uint32_t i = 0; i < list.item_count; ++i) line(*list.items[i]);
    } else if (block.kind == ATTACHE_TABLE_REF) {
      table(static_cast<const attache_table_ref*>(block.data)->table);
    } else if (block.fallback != nullptr && !is("no-fallbacks") && !(is("one-fallback") && fallbacks > 0)) {
      this->block(*block.fallback, depth, fallbacks + 1);
    }
  }

 private:
  [[nodiscard]] bool is(const char* name) const { return job_.is(name); }

  void line(attache_str text) {
    const std::string_view words(text.data, text.size);
    crash_if(is("short-texts") && words.size() > 10'000);
    crash_if(is("plain-texts") && words.find('\x1B') != std::string_view::npos);
    crash_if(is("no-overrides") && words.find("\xE2\x80\xAE") != std::string_view::npos);
    job_.write(std::string(words) + "\n");
  }
  void line(const attache_inline& text) {
    for (std::uint32_t i = 0; i < text.run_count; ++i) {
      crash_if(is("trusts-links") && std::string_view(text.runs[i].href.data, text.runs[i].href.size).starts_with("javascript:"));
      line(text.runs[i].text);
    }
  }

  void table(std::uint32_t index) {
    const attache_table& table = *job_.request->document->tables[index];
    crash_if(is("needs-rows") && table.row_count == 0);
    crash_if(is("needs-columns") && table.column_count == 0);
    crash_if(is("sixty-columns") && table.column_count > 60);
    crash_if(is("thousand-rows") && table.row_count > 1000);
    for (std::uint32_t i = 0; i < table.column_count; ++i) crash_if(is("knows-all-roles") && table.columns[i]->role > ATTACHE_ROLE_NOTE);
    if (is("needs-two-rows") && table.row_count == 1) job_.fail(ATTACHE_ERR_DATA, "one row is no table");
    if (is("skips-rows")) return;
    for (std::int64_t first = 0; first < table.row_count && job_.status == ATTACHE_OK;) first += batch(index, table, first);
  }

  std::int64_t batch(std::uint32_t index, const attache_table& table, std::int64_t first) {
    ATTACHE_NEW(attache_batch, batch);
    const attache_status read = job_.host->read_batch(job_.call, index, first, rows_at_once, &batch);
    if (read != ATTACHE_OK) {
      if (!is("ignores-failures")) job_.fail(read);
      return table.row_count;
    }
    for (std::uint32_t i = 0; i < batch.column_count; ++i) look_at(*batch.columns[i]);
    if (is("shows-batches")) job_.write(std::to_string(batch.row_count) + " rows at once\n");
    const attache_status go_on =
        job_.host->progress(job_.call, static_cast<double>(first) / static_cast<double>(table.row_count), {"rows", 4});
    if (go_on != ATTACHE_OK && !is("never-stops")) job_.status = go_on;
    if (first + batch.row_count == table.row_count) job_.write(std::to_string(table.row_count) + " rows\n");
    return batch.row_count;
  }

  void look_at(const attache_column& column) const {
    crash_if(is("needs-values") && column.length > 0 && column.null_count == column.length);
    for (std::int64_t row = 0; row < column.length; ++row) {
      if (column.validity != nullptr && (column.validity[row / 8] >> (row % 8) & 1) == 0) continue;
      if (column.type == ATTACHE_INT64) crash_if(is("small-numbers") && static_cast<const std::int64_t*>(column.values)[row] == INT64_MIN);
      if (column.type == ATTACHE_DATE) crash_if(is("our-era") && static_cast<const attache_date*>(column.values)[2 * row].year < 0);
    }
  }

  Export& job_;
};

void check_options(Export& job) {
  const attache_value& letter = *job.request->values[0];
  const attache_value& word = *job.request->values[1];
  crash_if(job.is("only-a") && letter.choice == 1);
  crash_if(job.is("short-options") && word.text.size > 1000);
}

attache_status export_document(const attache_plugin*, const attache_host* host, attache_call* call, const attache_request* request) {
  Export job{host, call, request, own_name()};
  crash_if(job.is("needs-blocks") && request->document->root->child_count == 0);
  const attache_str direction = host->meta(request->document, "direction");
  crash_if(job.is("left-to-right") && direction.size == 3 && std::memcmp(direction.data, "rtl", 3) == 0);
  if (job.is("needs-a-title")) crash_if(host->meta(request->document, "title").data == nullptr);
  check_options(job);
  before(job);
  job.open();
  if (job.status == ATTACHE_OK || job.is("ignores-failures")) {
    if (!job.is("empty-file")) Writer(job).block(*request->document->root, 0, 0);
    after(job);
    job.close();
  }
  return job.is("ignores-failures") ? attache_status{ATTACHE_OK} : job.status;
}

}  // namespace
}  // namespace nonconforming

ATTACHE_EXPORT const attache_plugin* attache_plugin_v1(void) {
  using nonconforming::own_name;
  static const char* const letters[] = {"a", "b"};
  static attache_option letter{};
  static attache_option word{};
  static const attache_option* const options[] = {&letter, &word};
  static attache_plugin plugin{};
  letter.struct_size = word.struct_size = sizeof(attache_option);
  letter.type = ATTACHE_OPTION_CHOICE;
  letter.id = "letter";
  letter.title = letter.description = "A letter";
  letter.default_text = "a";
  letter.choices = letters;
  letter.choice_count = 2;
  word.type = ATTACHE_OPTION_TEXT;
  word.id = "word";
  word.title = word.description = "A word";
  plugin.struct_size = sizeof plugin;
  plugin.abi_version = ATTACHE_ABI_VERSION;
  plugin.abi_draft = ATTACHE_ABI_DRAFT;
  plugin.flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_ALL_ROWS | ATTACHE_PLUGIN_REENTRANT;
  plugin.id = own_name().c_str();
  plugin.title = "Nonconforming";
  plugin.description = "Breaks the rule that it is named for";
  plugin.version = "1.0.0";
  plugin.vendor = "attache tests";
  plugin.license = "Apache-2.0";
  plugin.media_type = "text/plain";
  plugin.extensions = "txt";
  plugin.option_count = 2;
  plugin.options = options;
  plugin.export_document = nonconforming::export_document;
  return &plugin;
}
