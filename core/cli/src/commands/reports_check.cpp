#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "invocation.hpp"
#include "report/report.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  const std::string file = call.argument("FILE");
  const std::vector<Problem> problems = report::Definition::check(file);
  if (call.flag("json")) {
    for (const Problem& problem : problems) {
      if (problem.failure == Failure::missing_input) return fail(problem);  // there is nothing to report on
    }
    return printed(problems_json(problems), count(problems, Severity::error) > 0 ? 65 : 0);
  }
  if (const int code = say_problems(problems); code != 0) return code == 66 ? code : 65;
  return printed(file + ": " + counted(0, "error") + ", " + counted(problems.size(), "warning") + '\n');
}

}  // namespace

Command reports_check_command() {
  return {.path = "reports check",
          .summary = "Check a report definition of your own",
          .arguments = {{.name = "FILE", .value = Value::file, .help = "a report definition (.toml)"}},
          .options = {json_option()},
          .examples = {{"Check a report of your own", "attache reports check ours.toml"}},
          .run = run};
}

}  // namespace attache::cli
