#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "dataset/dataset.hpp"
#include "dataset/summary.hpp"
#include "invocation.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  const std::string path = call.argument("DATASET");
  if (auto there = check_dataset_path(path); !there) return fail(there.error());
  const auto loaded = dataset::load(path);
  if (!loaded) return fail(loaded.error());
  const std::size_t errors = count(loaded->problems, Severity::error);
  const int code = errors > 0 ? 65 : 0;
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
              "Prints every problem with file, line and column. Ends with 65 when there is an error, with 0 when there are only "
              "warnings.",
          .arguments = {dataset_argument()},
          .options = {json_option()},
          .examples = {{"Check the sample dataset", "attache data check samples/kazakhstan-russia"},
                       {"The same for a machine to read", "attache data check DATASET --json"}},
          .run = run};
}

}  // namespace attache::cli
