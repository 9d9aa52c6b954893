#include <filesystem>

#include "diagnosis/diagnosis.hpp"

namespace attache::cli {

namespace {

Finding try_one(const host::PluginInfo& plugin) {
  if (auto tried = host::try_worker(plugin); !tried) return {Finding::State::wrong, "worker", tried.error().message()};
  return {Finding::State::fine, "worker", "starts, and loads '" + plugin.id + "'"};
}

Finding fence() {
  const host::WriteFence found = host::write_fence();
  if (found.version == 0) {
    return {Finding::State::note, "writes elsewhere", "not refused: there is no Landlock: " + found.why_not,
            "plugins can write wherever you can; everything else works the same"};
  }
  std::string more = found.version >= 4 ? ", TCP" : "";
  if (found.version >= 6) more += " and signals to other processes";
  return {Finding::State::fine, "writes elsewhere",
          "refused: Landlock version " + std::to_string(found.version) + (more.empty() ? "" : more + " too")};
}

}  // namespace

Section diagnose_plugins(const host::Discovery& discovery) {
  Section section{"plugins", {}};
  for (const std::string& folder : discovery.folders) {
    std::error_code ignored;
    section.findings.push_back(
        {Finding::State::fine, "folder", folder + (std::filesystem::is_directory(folder, ignored) ? "" : "  (does not exist)")});
  }
  for (const host::PluginInfo& plugin : discovery.plugins) {
    section.findings.push_back({Finding::State::fine, plugin.id, plugin.version + "  " + plugin.path});
  }
  if (discovery.plugins.empty()) {
    section.findings.push_back({Finding::State::wrong, "plugins", "there is none, so nothing can be written",
                                "install attache whole, or name their folder with --plugin-dir"});
  }
  for (const host::Rejected& each : discovery.rejected) {
    section.findings.push_back(
        {each.shadowed ? Finding::State::note : Finding::State::wrong, "not used", each.path + ": " + each.reason, each.next});
  }
  if (!discovery.plugins.empty()) section.findings.push_back(try_one(discovery.plugins.front()));
  section.findings.push_back(fence());
  return section;
}

}  // namespace attache::cli
