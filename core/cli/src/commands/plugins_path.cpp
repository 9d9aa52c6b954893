#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "host/host.hpp"
#include "invocation.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  const std::vector<std::string> folders = host::discover(call.plugin_folders()).folders;
  if (call.flag("json")) return printed(JsonWriter().begin_object().field("folders", folders).end_object().text());
  std::string out;
  for (const std::string& folder : folders) out += folder + '\n';
  return printed(out);
}

}  // namespace

Command plugins_path_command() {
  return {
      .path = "plugins path",
      .summary = "Print the folders searched for plugins",
      .description = "One a line, in the order of the search; the first plugin of a name wins. Folders that do not exist are listed, too.",
      .options = {json_option(), plugin_dir_option()},
      .examples = {{"Where to put a plugin", "attache plugins path"}},
      .run = run};
}

}  // namespace attache::cli
