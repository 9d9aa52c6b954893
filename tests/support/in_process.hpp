#pragma once
/// Runs a plugin file over a document in this process: the shortest way from a change in an exporter to its output.

#include <string>
#include <utility>
#include <vector>

#include "host/export_call.hpp"
#include "report/document.hpp"

namespace attache::test {

struct InProcess {
  std::string plugin;       ///< path of the .attache.so
  std::string folder;       ///< created when missing; files of an earlier run in it are removed
  std::string output_name;  ///< "" = the plugin's first extension after "document"
  std::vector<std::pair<std::string, std::string>> options;
  bool single = false;
};

/// Prints with the document's language when it has one, else plainly. Nothing is checked beyond what the call itself checks.
[[nodiscard]] Outcome<std::vector<host::Staged>> run_in_process(const InProcess& job, report::Document document);
[[nodiscard]] Outcome<std::vector<host::Staged>> run_in_process(const InProcess& job, report::Document document, host::Listener& listener);

/// The bytes of a file; "" when it cannot be read.
[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace attache::test
