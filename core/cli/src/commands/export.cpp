#include "attache/plugin.h"
#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "commands/export_plan.hpp"
#include "messages.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  auto plan = plan_export(call);
  if (!plan) return fail(plan.error());
  plan->job.on_log = [](int level, const std::string& text) {
    messages::say(level <= ATTACHE_LOG_TRACE ? messages::Level::trace : messages::Level::debug, text);
  };
  const auto done = host::run_export(plan->job);
  if (!done) return fail(done.error());
  for (const std::string& warning : done->warnings) messages::warning(warning);
  for (const host::Written& file : done->files) {
    const std::string line = file.unchanged ? file.path + " is as it was" : "wrote " + file.path + " (" + readable_size(file.bytes) + ')';
    plan->name_chosen_here ? messages::info(line) : messages::debug(line);
  }
  return 0;
}

std::vector<Option> what_options() {
  return {
      {.name = "pair",
       .value = Value::pair,
       .placeholder = "A-B",
       .help = "the two areas; the first is the perspective (default: the dataset's only pair)"},
      {.name = "report",
       .value = Value::report,
       .placeholder = "NAME",
       .help = "which report, by name or .toml file",
       .default_text = "briefing",
       .configurable = true},
      {.name = "plugin",
       .value = Value::plugin,
       .placeholder = "ID",
       .help = "which exporter (default: from the extension of -o, else the report's)",
       .configurable = true},
      {.name = "output",
       .letter = 'o',
       .value = Value::file,
       .placeholder = "FILE",
       .help = "where to write, '-' for stdout (default: PAIR-REPORT.EXT in this folder)"},
      {.name = "option",
       .value = Value::key_value,
       .placeholder = "KEY=VALUE",
       .help = "set an option of the plugin (repeatable); see 'plugins show'",
       .repeatable = true},
      {.name = "lang",
       .value = Value::language,
       .placeholder = "TAG",
       .help = "language, such as en, ru, kk (default: the dataset's)",
       .configurable = true},
      {.name = "period",
       .value = Value::text,
       .placeholder = "SPAN",
       .help = "years, such as 2005..2015, or all (default: the report's)",
       .configurable = true},
      {.name = "as-of", .value = Value::text, .placeholder = "DATE", .help = "leave out what is later (default: the dataset's date)"},
      {.name = "edition", .value = Value::integer, .placeholder = "N", .help = "number of this edition", .default_text = "1", .min = 1},
      {.name = "marking",
       .value = Value::text,
       .placeholder = "TEXT",
       .help = "marking on every page (default: the report's)",
       .configurable = true},
      {.name = "theme",
       .value = Value::file,
       .placeholder = "FILE",
       .help = "colours, fonts and page, by name or .toml file",
       .configurable = true},
  };
}

std::vector<Option> how_options() {
  return {
      {.name = "draft", .help = "mark the document as a draft"},
      strict_option(),
      {.name = "trace", .value = Value::file, .placeholder = "FILE", .help = "also write where each printed figure came from, as JSON"},
      {.name = "overwrite", .help = "replace files that exist with other content"},
      {.name = "isolate",
       .value = Value::choice,
       .placeholder = "WHEN",
       .help = "run the plugin in a process of its own",
       .default_text = "auto",
       .choices = {"auto", "never"},
       .configurable = true},
      {.name = "limit",
       .value = Value::limit,
       .placeholder = "NAME=N",
       .help = "stop at a limit (repeatable): time=10m, stall=60s, memory=2G, size=500M",
       .repeatable = true,
       .configurable = true},
      plugin_dir_option(),
  };
}

}  // namespace

Command export_command() {
  std::vector<Option> options = what_options();
  for (Option& option : how_options()) options.push_back(std::move(option));
  return {.path = "export",
          .summary = "Make one document from a dataset",
          .description =
              "Fills a report with the data of one pair and writes it in the format of a plugin. The file appears whole or not at all.",
          .arguments = {dataset_argument()},
          .options = std::move(options),
          .examples = {{"The briefing as PDF", "attache export samples/kazakhstan-russia --pair KAZ-RUS -o briefing.pdf"},
                       {"The trade sheet in Russian", "attache export DATASET --report trade-sheet --lang ru -o trade.xlsx"},
                       {"Figures into another program", "attache export DATASET --report extract --plugin csv -o - | less"}},
          .run = run};
}

}  // namespace attache::cli
