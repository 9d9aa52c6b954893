#pragma once
/// Exports a document through this plugin's code in the test's own process and opens the package.

#include <map>
#include <string>
#include <vector>

#include "book.hpp"
#include "report/document.hpp"
#include "value/outcome.hpp"

namespace attache::xlsx::test {

struct Exported {
  std::string path, bytes;
  std::vector<std::string> warnings;
  std::map<std::string, std::string> parts;   ///< by name, unzipped
  std::map<std::string, std::string> sheets;  ///< XML by sheet name
  std::vector<std::string> sheet_names;       ///< in order
  std::vector<std::string> strings;           ///< shared strings, in order; "" for rich ones
};

/// `name` names the folder under the build folder; messages are English.
[[nodiscard]] Outcome<Exported> export_to(const std::string& name, report::Document document, const Options& options = {});

/// A cell's XML element: `<c r="B5" …</c>`; "" when there is none.
[[nodiscard]] std::string cell_xml(const std::string& sheet, const std::string& reference);
/// What the cell shows: its shared string, or the text between <v> and </v>.
[[nodiscard]] std::string cell_value(const Exported& book, const std::string& sheet, const std::string& reference);
[[nodiscard]] std::string formula_of(const Exported& book, const std::string& sheet, const std::string& reference);
/// Empty, or why this is not well-formed XML.
[[nodiscard]] std::string xml_error(const std::string& xml);
/// The name of the part that holds the table of a sheet; "" none.
[[nodiscard]] std::string between(const std::string& text, const std::string& from, const std::string& to);
[[nodiscard]] int count(const std::string& text, const std::string& what);

}  // namespace attache::xlsx::test
