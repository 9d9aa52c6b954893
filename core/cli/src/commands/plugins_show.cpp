#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "commands/plugin_text.hpp"
#include "host/host.hpp"
#include "invocation.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  const std::string id = call.argument("ID");
  const bool is_file = id.find('/') != std::string::npos || id.ends_with(".so");
  const auto plugin = is_file ? host::inspect_plugin(id) : host::find_plugin(host::discover(call.plugin_folders(), id), id);
  if (!plugin) return fail(plugin.error());
  if (!call.flag("json")) return printed(describe(*plugin));
  JsonWriter json;
  write_plugin(json, *plugin);
  return printed(json.text());
}

}  // namespace

Command plugins_show_command() {
  return {.path = "plugins show",
          .summary = "Print what a plugin is and which options it takes",
          .arguments = {{.name = "ID", .value = Value::plugin, .help = "its id, as 'plugins list' prints it, or its file"}},
          .options = {json_option(), plugin_dir_option()},
          .examples = {{"What can be set for CSV", "attache plugins show csv"},
                       {"And set", "attache export samples/kazakhstan-russia -o t.csv --option profile=tsv"}},
          .run = run};
}

}  // namespace attache::cli
