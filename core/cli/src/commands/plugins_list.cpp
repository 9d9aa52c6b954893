#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "commands/plugin_text.hpp"
#include "help.hpp"
#include "host/host.hpp"
#include "invocation.hpp"
#include "messages.hpp"

namespace attache::cli {

namespace {

std::string as_json(const host::Discovery& found) {
  JsonWriter json;
  json.begin_object().key("plugins").begin_array();
  for (const host::PluginInfo& plugin : found.plugins) write_plugin(json, plugin);
  json.end_array().key("rejected").begin_array();
  for (const host::Rejected& rejected : found.rejected) write_rejected(json, rejected);
  return json.end_array().field("folders", found.folders).end_object().text();
}

std::string as_text(const host::Discovery& found, bool with_paths) {
  std::vector<std::vector<std::string>> rows = {{"plugin", "writes", "version", "title"}};
  if (with_paths) rows.front().emplace_back("file");
  for (const host::PluginInfo& plugin : found.plugins) {
    rows.push_back({plugin.id, extensions_of(plugin), plugin.version, plugin.title});
    if (with_paths) rows.back().push_back(plugin.path);
  }
  std::string out = aligned(rows);
  if (!with_paths || found.rejected.empty()) return out;
  out += "\nnot used:\n";
  for (const host::Rejected& each : found.rejected)
    out += "  " + each.path + "\n      " + wrapped(each.reason + (each.next.empty() ? "" : "; " + each.next), 6) + '\n';
  return out;
}

Outcome<int> run(Invocation& call) {
  const host::Discovery found = host::discover(call.plugin_folders());
  if (auto named = host::check_named_folders(found); !named) return fail(named.error());
  if (call.flag("json")) return printed(as_json(found));
  const bool all = call.verbosity() > 0;
  for (const host::Rejected& each : found.rejected) {  // an installed plugin that does not appear must not be a riddle
    if (!all && !each.shadowed) messages::warning(each.path + " is not used: " + each.reason + (each.next.empty() ? "" : "; " + each.next));
  }
  if (found.plugins.empty()) messages::warning("there is no plugin; 'attache plugins path' prints where they are looked for");
  return printed(found.plugins.empty() && !all ? "" : as_text(found, all));
}

}  // namespace

Command plugins_list_command() {
  return {.path = "plugins list",
          .summary = "List the plugins there are",
          .description = "With -v also their files, and the files that are not used with the reason. Runs none of their code.",
          .options = {json_option(), plugin_dir_option()},
          .examples = {{"What can be written", "attache plugins list"}, {"And why a plugin is not there", "attache plugins list -v"}},
          .run = run};
}

}  // namespace attache::cli
