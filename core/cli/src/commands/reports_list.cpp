#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "invocation.hpp"
#include "report/report.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  const auto reports = report::list(dataset_folder(call.argument("DATASET")));
  if (call.flag("json")) {
    JsonWriter json;
    json.begin_object().key("reports").begin_array();
    for (const report::ReportInfo& each : reports) {
      json.begin_object().field("name", each.name).field("title", each.title).field("summary", each.summary);
      json.field("plugin", each.plugin).field("origin", each.origin).end_object();
    }
    return printed(json.end_array().end_object().text());
  }
  std::vector<std::vector<std::string>> rows = {{"report", "plugin", "for", "from"}};
  for (const report::ReportInfo& each : reports)
    rows.push_back({each.name, each.plugin, each.summary.empty() ? each.title : each.summary, each.origin});
  return printed(aligned(rows));
}

}  // namespace

Command reports_list_command() {
  return {.path = "reports list",
          .summary = "List the reports there are",
          .description =
              "Those of the dataset (its folder reports/), the user's and the built-in ones. The plugin is the one used when neither "
              "--plugin nor the extension of the output file names another.",
          .arguments = {dataset_argument(false)},
          .options = {json_option()},
          .examples = {{"The built-in ones and your own", "attache reports list"},
                       {"With those that come with a dataset", "attache reports list samples/kazakhstan-russia"}},
          .run = run};
}

}  // namespace attache::cli
