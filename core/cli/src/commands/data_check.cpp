#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "dataset/dataset.hpp"
#include "dataset/summary.hpp"
#include "exit_code.hpp"
#include "invocation.hpp"

namespace attache::cli {

namespace {

/// Of errors: 65, or the code of a file that is missing or may not be read.
int code_of(const std::vector<Problem>& problems, bool strict) {
  int code = 0;
  for (const Problem& problem : problems) {
    if (problem.severity == Severity::warning && !strict) continue;
    if (problem.severity == Severity::error && problem.failure != Failure::data) return exit_code(problem.failure);
    code = exit_code(Failure::data);
  }
  return code;
}

Outcome<int> run(Invocation& call) {
  const std::string path = call.argument("DATASET");
  if (auto there = check_dataset_path(path); !there) return fail(there.error());
  const auto loaded = dataset::load(path);
  if (!loaded) return fail(loaded.error());
  const std::size_t errors = count(loaded->problems, Severity::error);
  const int code = code_of(loaded->problems, call.flag("strict"));
  if (call.flag("json")) return printed(dataset::check_json(*loaded), code);
  say_problems(loaded->problems);
  std::size_t rows = 0;
  for (const dataset::TableFile& table : loaded->tables) rows += table.rows;
  return printed(path + ": " + counted(loaded->tables.size(), "table") + ", " + counted(rows, "row") + ", " + counted(errors, "error") +
                     ", " + counted(count(loaded->problems, Severity::warning), "warning") + '\n',
                 code);
}

}  // namespace

Command data_check_command() {
  return {.path = "data check",
          .summary = "Check a dataset and say everything that is wrong in it",
          .description =
              "Prints every problem with file, line and column. Ends with 65 when there is an error, 66 when a table's file is missing, "
              "77 when it may not be read, and 0 when there are only warnings (with --strict: 65).",
          .arguments = {dataset_argument()},
          .options = {json_option(), strict_option()},
          .examples = {{"Check the sample dataset", "attache data check samples/kazakhstan-russia"},
                       {"The same for a machine to read", "attache data check samples/kazakhstan-russia --json"}},
          .run = run};
}

}  // namespace attache::cli
