#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "invocation.hpp"
#include "report/report.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  const auto found = report::Definition::find(call.argument("NAME"), dataset_folder(call.argument("DATASET")));
  if (!found) return fail(found.error());
  std::string text = call.flag("json") ? found->describe_json() : found->toml();
  if (!text.ends_with('\n')) text += '\n';
  return printed(text);
}

}  // namespace

Command reports_show_command() {
  return {.path = "reports show",
          .summary = "Print a report's definition, to copy and change",
          .arguments = {{.name = "NAME", .value = Value::report, .help = "a report's name, or a .toml file"}, dataset_argument(false)},
          .options = {{.name = "json", .help = "print sections and their options as JSON"}},
          .examples = {{"Make a report of your own from the briefing", "attache reports show briefing > ours.toml"},
                       {"And use it", "attache export samples/kazakhstan-russia --report ours.toml"}},
          .run = run};
}

}  // namespace attache::cli
