#include "exported.hpp"

#include <expat.h>
#include <zip.h>

#include <array>
#include <cstdint>
#include <filesystem>

#include "exporter.hpp"
#include "host/export_call.hpp"
#include "support/in_process.hpp"

namespace attache::xlsx::test {
namespace {

namespace fs = std::filesystem;

Options& chosen() {
  static Options options;
  return options;
}

struct Tested {
  static constexpr const char *id = "xlsx", *title = "t", *description = "d", *version = "1.0.0", *vendor = "v", *license = "Apache-2.0",
                              *url = "", *media_type = xlsx_media_type, *extensions = "xlsx";
  static constexpr std::uint32_t flags = ATTACHE_PLUGIN_DETERMINISTIC;
  static constexpr std::array<attache_option, 0> options{};
  static void run(sdk::Exporting<Tested>& job) { export_workbook(job, chosen()); }
};

class Warnings final : public host::Listener {
 public:
  explicit Warnings(std::vector<std::string>& to) : to_(to) {}
  void log(attache_log_level, std::string_view message) override { to_.emplace_back(message); }

 private:
  std::vector<std::string>& to_;
};

std::string unescaped(std::string text) {
  const std::pair<const char*, const char*> names[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [name, character] : names) {
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += 1)
      text.replace(at, std::string(name).size(), character);
  }
  return text;
}

void read_package(Exported& out) {
  zip_t* archive = zip_open(out.path.c_str(), ZIP_RDONLY, nullptr);
  if (archive == nullptr) return;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string content(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(file, content.data(), content.size());
    zip_fclose(file);
    out.parts[stat.name] = std::move(content);
  }
  zip_discard(archive);
  const std::string& book = out.parts["xl/workbook.xml"];
  const std::string open = "<sheet name=\"";
  for (std::size_t at = 0; (at = book.find(open, at)) != std::string::npos;) {
    at += open.size();
    out.sheet_names.push_back(unescaped(book.substr(at, book.find('"', at) - at)));
    out.sheets[out.sheet_names.back()] = out.parts["xl/worksheets/sheet" + std::to_string(out.sheet_names.size()) + ".xml"];
  }
  const std::string& strings = out.parts["xl/sharedStrings.xml"];
  for (std::size_t at = 0; (at = strings.find("<si>", at)) != std::string::npos; ++at) {
    const std::string item = strings.substr(at, strings.find("</si>", at) - at);
    const std::size_t text = item.find("<t");
    const std::size_t begin = item.find('>', text) + 1;
    out.strings.push_back(item.find("<r>") != std::string::npos ? "" : unescaped(item.substr(begin, item.find("</t>", begin) - begin)));
  }
}

}  // namespace

Outcome<Exported> export_to(const std::string& name, report::Document document, const Options& options) {
  chosen() = options;
  auto language = text::Language::load("en");
  if (!language) return fail(language.error());
  document.language = *language;
  const auto view = host::DocumentView::make(std::move(document), host::printing_in(*language));
  if (!view) return fail(view.error());
  const fs::path folder = fs::path(ATTACHE_BINARY_DIR) / "tests-xlsx" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  host::PluginCall call;
  call.plugin = sdk::descriptor_of<Tested>();
  call.view = view->get();
  call.output_name = "book.xlsx";
  call.folder = folder.string();
  Exported out;
  Warnings warnings(out.warnings);
  const auto files = host::call_plugin(call, warnings);
  if (!files) return fail(files.error());
  out.path = (folder / "book.xlsx").string();
  out.bytes = attache::test::read_file(out.path);
  read_package(out);
  return out;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return "";
  const std::size_t end = text.find(to, begin + from.size());
  return end == std::string::npos ? "" : text.substr(begin + from.size(), end - begin - from.size());
}

int count(const std::string& text, const std::string& what) {
  int n = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++n;
  return n;
}

std::string xml_error(const std::string& xml) {
  const XML_Parser parser = XML_ParserCreate(nullptr);
  const bool sound = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
  const std::string error = sound ? "" : XML_ErrorString(XML_GetErrorCode(parser));
  XML_ParserFree(parser);
  return error;
}

std::string cell_xml(const std::string& sheet, const std::string& reference) {
  const std::size_t begin = sheet.find("<c r=\"" + reference + "\"");
  if (begin == std::string::npos) return "";
  const std::size_t end = sheet.find('>', begin);
  if (sheet[end - 1] == '/') return sheet.substr(begin, end + 1 - begin);
  return sheet.substr(begin, sheet.find("</c>", begin) + 4 - begin);
}

std::string cell_value(const Exported& book, const std::string& sheet, const std::string& reference) {
  const auto found = book.sheets.find(sheet);
  if (found == book.sheets.end()) return "(no sheet)";
  const std::string cell = cell_xml(found->second, reference);
  const std::string value = between(cell, "<v>", "</v>");
  if (cell.find("t=\"s\"") == std::string::npos) return value;
  return book.strings.at(std::stoul(value));
}

std::string formula_of(const Exported& book, const std::string& sheet, const std::string& reference) {
  return unescaped(between(cell_xml(book.sheets.at(sheet), reference), "<f>", "</f>"));
}

}  // namespace attache::xlsx::test
