#pragma once

#include <functional>
#include <string>

#include "host/host.hpp"
#include "host/src/staging.hpp"
#include "host/src/wire.hpp"

namespace attache::host {

/// A filled report and, when it was asked for, its trace.
struct BuiltDocument {
  report::Document document;
  std::string trace_json;
};
/// Where documents come from: the dataset and the report in the program, fixed ones in tests.
using DocumentSource = std::function<Outcome<BuiltDocument>(const ExportJob&)>;

/// Loads the dataset, finds the report and fills it.
[[nodiscard]] Outcome<BuiltDocument> build_document(const ExportJob& job);

/// Where one call of a plugin puts its files; the folders exist.
struct Workplace {
  std::string artifacts, trace, output_name;
  std::string nowhere{};    ///< becomes the current folder of a guarded call and must stay empty
  std::string temporary{};  ///< becomes TMPDIR
  bool guarded = false;     ///< writes elsewhere are refused where the kernel can, and what the plugin changes in the process is noticed
};

/// Builds the document, says so through `on_built`, loads the plugin and runs it. What happens in a worker, or here for debuggers.
[[nodiscard]] Outcome<std::vector<Staged>> export_here(const ExportJob& job, const Workplace& place, const DocumentSource& source,
                                                       Listener& listener, const std::function<void(const report::Document&)>& on_built);

/// The worker process: reads a request from standard input, answers on descriptor 3, ends the process.
int run_worker(const DocumentSource& source);

/// run_export with another source of documents.
[[nodiscard]] Outcome<ExportResult> run_export_of(const ExportJob& job, const DocumentSource& source);

/// The descriptor of a plugin file, loaded in a worker that is stopped after so many seconds.
[[nodiscard]] Outcome<PluginInfo> describe_in_worker(const std::string& path, double limit_s);

}  // namespace attache::host
