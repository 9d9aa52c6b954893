#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "host/src/fence.hpp"
#include "host/src/footprint.hpp"
#include "host/src/limits.hpp"
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

/// Does the dynamic loader say that there was no room?
bool lacks_memory(std::string_view text) {
  return text.find("annot allocate memory") != std::string_view::npos || text.find("failed to map segment") != std::string_view::npos;
}

/// A library that writes its file itself may say anything when it meets the limit; the file that lies there tells.
bool reached(std::uint64_t limit, const std::string& folder) {
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end; limit != 0 && !error && entry != end;
       entry.increment(error)) {
    std::error_code gone;
    if (entry->is_regular_file(gone) && entry->file_size(gone) >= limit && !gone) return true;
  }
  return false;
}

/// What a plugin that did its work must not have done besides.
Outcome<> check_traces(const Footprint& before, const Workplace& place, const std::string& id) {
  std::fflush(stdout);  // what it printed becomes noise that is counted
  std::fflush(stderr);
  if (const std::string change = before.change(); !change.empty())
    return fail(Failure::plugin, id + ": the plugin " + change, "this is a fault of the plugin: tell its vendor");
  std::error_code error;
  if (std::filesystem::is_empty(place.nowhere, error)) return {};
  const std::string stray = std::filesystem::directory_iterator(place.nowhere, error)->path().filename().string();
  return fail(Failure::plugin, id + ": the plugin wrote '" + stray + "' into the current folder instead of an artifact", "tell its vendor");
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

  std::optional<Footprint> before;
  if (place.guarded) {
    if (::chdir(place.nowhere.c_str()) != 0) return fail(Failure::internal, "cannot enter " + place.nowhere);
    ::setenv("TMPDIR", place.temporary.c_str(), 1);
    before = Footprint::take();
    (void)fence_in({place.artifacts, place.nowhere, place.temporary});
  }
  const auto plugin = load_plugin(job.plugin.path);
  if (!plugin)
    return fail(lacks_memory(plugin.error().what) && job.isolate
                    ? out_of_memory(Failure::plugin, job.plugin.id + ": loading the plugin", job.limits.memory_bytes)
                    : plugin.error());
  if (auto same = same_as_promised(*plugin, job.plugin); !same) return fail(same.error());
  PluginCall call;
  call.plugin = *plugin;
  call.view = view->get();
  call.options = job.options;
  call.output_name = place.output_name;
  call.folder = place.artifacts;
  call.single = job.output == "-";
  call.file_bytes = job.limits.file_bytes;
  call.memory_bytes = job.isolate ? job.limits.memory_bytes : 0;
  auto files = call_plugin(call, listener);
  if (!files && reached(call.file_bytes, place.artifacts) && files.error().what.find("the limit") == std::string::npos) {
    return fail(Failure::plugin, files.error().what + "; a file of it reached the limit of " + size_text(call.file_bytes),
                raise_size("size", call.file_bytes) + ", or choose a smaller report");
  }
  if (!files || !before) return files;
  if (auto left = check_traces(*before, place, job.plugin.id); !left) return fail(left.error());
  return files;
}

}  // namespace attache::host
