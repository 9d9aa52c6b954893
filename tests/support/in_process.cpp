#include "support/in_process.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/plain_printing.hpp"

namespace attache::test {

namespace fs = std::filesystem;

Outcome<std::vector<host::Staged>> run_in_process(const InProcess& job, report::Document document, host::Listener& listener) {
  std::error_code error;
  const auto plugin = host::load_plugin(fs::absolute(job.plugin, error).string());
  if (!plugin) return fail(plugin.error());
  const auto info = host::describe(*plugin);
  if (!info) return fail(info.error());
  auto printing = document.language ? host::printing_in(document.language) : plain_printing();
  const auto view = host::DocumentView::make(std::move(document), std::move(printing));
  if (!view) return fail(view.error());
  fs::create_directories(job.folder, error);
  for (const auto& entry : fs::directory_iterator(job.folder, error)) fs::remove_all(entry.path(), error);
  host::PluginCall call;
  call.plugin = *plugin;
  call.view = view->get();
  call.options = job.options;
  call.output_name = job.output_name.empty() ? "document." + info->extensions.front() : job.output_name;
  call.folder = fs::absolute(job.folder, error).string();
  call.single = job.single;
  return host::call_plugin(call, listener);
}

Outcome<std::vector<host::Staged>> run_in_process(const InProcess& job, report::Document document) {
  host::Listener quiet;
  return run_in_process(job, std::move(document), quiet);
}

std::string read_file(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(bytes).str();
}

}  // namespace attache::test
