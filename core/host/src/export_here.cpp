#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "host/src/worker.hpp"

namespace attache::host {
namespace {

Outcome<> write_trace(const std::string& path, const std::string& json) {
  std::ofstream file(path, std::ios::binary);
  file << json;
  file.close();
  if (!file) return fail(Failure::io, "cannot write the trace: " + std::string(std::strerror(errno)));
  return {};
}

/// The manifest in the file promised what the code now says; otherwise options were checked against the wrong list.
Outcome<> same_as_promised(const attache_plugin* plugin, const PluginInfo& promised) {
  const auto described = describe(plugin);
  if (!described) return fail(described.error());
  if (manifest_text(*described) == manifest_text(promised)) return {};
  return fail(Failure::plugin, promised.path + ": the manifest in the file and its code disagree",
              "rebuild it, or write the manifest again: attache plugins pack FILE");
}

}  // namespace

Outcome<std::vector<Staged>> export_here(const ExportJob& job, const Workplace& place, const DocumentSource& source, Listener& listener,
                                         const std::function<void(const report::Document&)>& on_built) {
  auto built = source(job);
  if (!built) return fail(built.error());
  auto language = built->document.language;
  if (!language) {
    auto loaded = text::Language::load(job.request.language.empty() ? "en" : job.request.language);
    if (!loaded) return fail(loaded.error());
    language = *loaded;
  }
  on_built(built->document);
  if (!job.trace.empty()) {
    if (auto written = write_trace(place.trace, built->trace_json); !written) return fail(written.error());
  }
  const auto view = DocumentView::make(std::move(built->document), printing_in(std::move(language)));
  if (!view) return fail(view.error());

  const auto plugin = load_plugin(job.plugin.path);
  if (!plugin) return fail(plugin.error());
  if (auto same = same_as_promised(*plugin, job.plugin); !same) return fail(same.error());
  PluginCall call;
  call.plugin = *plugin;
  call.view = view->get();
  call.options = job.options;
  call.output_name = place.output_name;
  call.folder = place.artifacts;
  call.single = job.output == "-";
  call.file_bytes = job.limits.file_bytes;
  if (!place.nowhere.empty() && ::chdir(place.nowhere.c_str()) != 0) return fail(Failure::internal, "cannot enter " + place.nowhere);
  auto files = call_plugin(call, listener);
  std::error_code error;
  if (files && !place.nowhere.empty() && !std::filesystem::is_empty(place.nowhere, error)) {
    const std::string stray = std::filesystem::directory_iterator(place.nowhere, error)->path().filename().string();
    return fail(Failure::plugin, job.plugin.id + ": the plugin wrote '" + stray + "' into the current folder instead of an artifact",
                "tell its vendor");
  }
  return files;
}

}  // namespace attache::host
