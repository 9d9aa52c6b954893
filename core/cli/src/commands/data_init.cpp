#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "dataset/dataset.hpp"
#include "invocation.hpp"
#include "messages.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  const std::string folder = call.argument("FOLDER");
  if (auto done = dataset::init(folder, call.text("pair")); !done) return fail(done.error());
  messages::info("wrote an empty dataset to " + folder + "; fill its tables, then run 'attache data check " + folder + "'");
  return 0;
}

}  // namespace

Command data_init_command() {
  return {.path = "data init",
          .summary = "Begin a new dataset",
          .description =
              "Writes a datapackage.json and one CSV file a table, each with its column names only, into a folder that is new or empty.",
          .arguments = {{.name = "FOLDER", .value = Value::folder, .help = "where to write it"}},
          .options = {{.name = "pair",
                       .value = Value::pair,
                       .placeholder = "A-B",
                       .help = "the two areas, by ISO 3166 alpha-3 code",
                       .required = true}},
          .examples = {{"Begin a dataset on Kenya and Japan", "attache data init kenya-japan --pair KEN-JPN"}},
          .run = run};
}

}  // namespace attache::cli
