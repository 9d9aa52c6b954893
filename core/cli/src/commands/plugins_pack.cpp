#include "commands/commands.hpp"
#include "host/host.hpp"
#include "invocation.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  if (auto packed = host::pack(call.argument("FILE")); !packed) return fail(packed.error());
  return 0;
}

}  // namespace

Command plugins_pack_command() {
  return {.path = "plugins pack",
          .summary = "Write a plugin's description into its file",
          .description = "The build of a plugin calls this once, so that 'plugins list' can read what the plugin is without running it.",
          .arguments = {{.name = "FILE", .value = Value::file, .help = "the plugin, ID.attache.so"}},
          .examples = {{"After linking a plugin by hand", "attache plugins pack mine.attache.so"}},
          .run = run};
}

}  // namespace attache::cli
