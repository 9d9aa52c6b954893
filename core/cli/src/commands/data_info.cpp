#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "dataset/dataset.hpp"
#include "dataset/summary.hpp"
#include "invocation.hpp"
#include "value/joined.hpp"

namespace attache::cli {

namespace {

std::string as_text(const dataset::Info& info) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&rows](const char* name, const std::string& value) {
    if (!value.empty()) rows.push_back({name, value});
  };
  add("title", info.title);
  add("folder", info.folder);
  add("pairs", joined(info.pairs));
  add("as of", info.as_of);
  add("first day", info.first_day);
  add("last day", info.last_day);
  add("language", info.language);
  add("languages", joined(info.languages));
  add("licence", info.licence);
  add("sources", std::to_string(info.sources));
  add("digest", info.digest);
  std::vector<std::vector<std::string>> tables = {{"table", "rows", "file"}};
  for (const dataset::TableFile& table : info.tables) tables.push_back({table.name, std::to_string(table.rows), table.path});
  return aligned(rows) + '\n' + aligned(tables);
}

Outcome<int> run(Invocation& call) {
  const std::string path = call.argument("DATASET");
  if (auto there = check_dataset_path(path); !there) return fail(there.error());
  const auto loaded = dataset::load(path);
  if (!loaded) return fail(loaded.error());
  if (loaded->dataset == nullptr) return say_problems(loaded->problems);
  const dataset::Info info = dataset::info(*loaded->dataset);
  return printed(call.flag("json") ? dataset::info_json(info) : as_text(info));
}

}  // namespace

Command data_info_command() {
  return {.path = "data info",
          .summary = "Print what a dataset holds",
          .arguments = {dataset_argument()},
          .options = {json_option()},
          .examples = {{"Pairs, dates and number of rows of the sample", "attache data info samples/kazakhstan-russia"}},
          .run = run};
}

}  // namespace attache::cli
