// The plugin's entry: options, and the way from the host's document to the file.

#include <attache/plugin.hpp>

#include <array>
#include <cstdint>

#include "content/long_cells.hpp"
#include "content/read_document.hpp"
#include "emit/emitter.hpp"
#include "layout/layout.hpp"
#include "problem.hpp"
#include "sink/podofo_sink.hpp"

namespace attache::pdf {
namespace {

constexpr const char* page_sizes[] = {"theme", "A4", "Letter"};
constexpr const char* conformances[] = {"pdf/a-2a+ua", "none"};
constexpr const char* contents_choices[] = {"auto", "yes", "no"};

struct Pdf {
  static constexpr const char *id = "pdf", *title = "PDF briefing",
                              *description = "A tagged PDF (PDF/A-2a, PDF/UA-1) with vector charts, bookmarks and links",
                              *version = "0.1.0", *vendor = "The Attaché authors", *license = "Apache-2.0", *url = "",
                              *media_type = "application/pdf", *extensions = "pdf";
  static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC | ATTACHE_PLUGIN_REENTRANT;
  static constexpr std::array options{
      sdk::option_choice("page-size", "Page size", "theme: what the theme says, A4 if it says nothing", "theme", page_sizes),
      sdk::option_choice("conformance", "Standards", "pdf/a-2a+ua: for archives and screen readers; none: smaller, untagged", "pdf/a-2a+ua",
                         conformances),
      sdk::option_choice("toc", "Table of contents", "auto: where the report has one and the document is long enough", "auto",
                         contents_choices),
      sdk::option_bool("compress", "Compress streams", "Off for looking into the file", true)};
  static void run(sdk::Exporting<Pdf>& job);
};

FontFiles font_files(const Document& document) {
  FontFiles files = FontFiles::defaults();
  constexpr const char* roles[] = {"body", "bold", "italic", "bold-italic", "heading"};
  const auto given = [&](const std::string& role, FontFile& file) {
    const std::string key = "theme.font." + role;
    if (const auto& path = document.about(key + ".file"); !path.empty())
      file = {path, static_cast<unsigned>(std::strtoul(document.about(key + ".index").c_str(), nullptr, 10))};
  };
  for (std::size_t i = 0; i < files.roles.size(); ++i) given(roles[i], files.roles.at(i));
  given("symbols", files.fallbacks.front());
  return files;
}

FileFacts facts_of(const Document& document, std::int64_t epoch) {
  FileFacts facts;
  facts.title = document.about("title").empty() ? document.root.title : document.about("title");
  if (!document.about("subtitle").empty()) facts.title += " · " + document.about("subtitle");
  facts.subject = document.about("subtitle");
  facts.author = document.about("producer");
  facts.creator = document.about("generator").empty() ? "Attaché" : document.about("generator");
  facts.producer = std::string("Attaché pdf ") + Pdf::version;
  facts.keywords = document.about("pair");
  facts.language = document.language;
  facts.epoch = epoch;
  return facts;
}

/// Said once a character, at most so many.
constexpr std::size_t most_warnings = 20;

void warn_of_missing(const sdk::Context& job, const std::set<char32_t>& missing) {
  std::size_t said = 0;
  for (const char32_t c : missing) {
    if (++said > most_warnings) break;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    job.log(ATTACHE_LOG_WARN, std::string("no font has the character ") + code +
                                  "; it is shown as a replacement mark. Name a font that has it as theme.font.symbols");
  }
  if (missing.size() > most_warnings)
    job.log(ATTACHE_LOG_WARN, "and " + std::to_string(missing.size() - most_warnings) + " more characters no font has");
}

void warn_of_long_cells(const sdk::Context& job, const Document& document) {
  for (const LongColumn& column : long_columns(document.root))
    job.log(ATTACHE_LOG_WARN, "table '" + column.table + "', column '" + column.column + "': " + std::to_string(column.cells) +
                                  (column.cells == 1 ? " cell is" : " cells are") + " longer than " + std::to_string(cell_characters_most) +
                                  " characters (the longest has " + std::to_string(column.characters) +
                                  ") and printed whole; look whether that is meant");
}

/// Nobody prints or reads more in one file; what asks for it is a slip in the data, or an extract that another exporter serves better.
constexpr std::size_t pages_most = 2000;

void refuse_endless(const DisplayList& list) {
  if (list.pages.size() <= pages_most) return;
  throw Problem(ATTACHE_ERR_UNSUPPORTED, "the document would have " + std::to_string(list.pages.size()) + " pages, more than the " +
                                             std::to_string(pages_most) +
                                             " a PDF is made of here; shorten its texts or its period, or export to CSV or XLSX");
}

void Pdf::run(sdk::Exporting<Pdf>& job) {
  job.progress(0.05, "reading");
  Document document = read_document(job);
  const FontSet fonts(font_files(document));
  FontShaper shaper(fonts);
  const HostPhrases phrases(job);
  const std::string_view size = job.option<"page-size">();
  const Style style = Style::from(document, size == "theme" ? std::string() : std::string(size));
  LayoutOptions layout;
  layout.contents = job.option<"toc">() == "yes" ? TocWish::yes : job.option<"toc">() == "no" ? TocWish::no : TocWish::automatic;
  job.progress(0.3, "layout");
  std::vector<std::string> left_out;
  warn_of_long_cells(job, document);
  const DisplayList list = lay_out_within(document, style, phrases, shaper, layout, left_out);
  refuse_endless(list);
  for (const std::string& block : left_out)
    job.log(ATTACHE_LOG_INFO, "left out or shortened to fit " + document.about("layout.pages.max") + " pages: " + block);
  const std::string& limit = document.about("layout.pages.max");
  if (!limit.empty() && list.pages.size() > std::strtoul(limit.c_str(), nullptr, 10))
    job.log(ATTACHE_LOG_WARN, "the report asks for at most " + limit + " pages and takes " + std::to_string(list.pages.size()) +
                                  " with everything optional left out; shorten its sections or raise layout.pages.max");
  warn_of_missing(job, shaper.missing());
  job.progress(0.6, "writing");
  EmitOptions how;
  how.facts = facts_of(document, job.request().source_date_epoch);
  how.facts.conforming = job.option<"conformance">() != "none";
  how.compress = job.option<"compress">();
  PodofoSink sink;
  const std::string bytes = emit(list, fonts, how, sink);
  auto file = job.open(job.output_name(), media_type);
  constexpr std::size_t chunk = 1 << 16;
  for (std::size_t at = 0; at < bytes.size(); at += chunk) file.write(std::string_view(bytes).substr(at, chunk));
  file.close();
}

}  // namespace
}  // namespace attache::pdf

ATTACHE_EXPORTER(attache::pdf::Pdf)
