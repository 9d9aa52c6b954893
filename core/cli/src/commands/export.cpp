#include <filesystem>

#include "attache/plugin.h"
#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "commands/export_plan.hpp"
#include "messages.hpp"
#include "text/language.hpp"
#include "value/joined.hpp"

namespace attache::cli {

namespace {

/// The named file is told when its name was chosen here; further ones nobody named are always told, in one line.
void say_files(const ExportPlan& plan, const std::vector<host::Written>& files) {
  const auto name = [](const std::string& path) { return std::filesystem::path(path).filename().string(); };
  std::vector<std::string> further;
  for (const host::Written& file : files) {
    const bool is_named = name(file.path) == name(plan.job.output);
    const bool is_trace = !plan.job.trace.empty() && name(file.path) == name(plan.job.trace);
    const std::string line = file.unchanged ? file.path + " is as it was" : "wrote " + file.path + " (" + readable_size(file.bytes) + ')';
    is_named&& plan.name_chosen_here ? messages::info(line) : messages::debug(line);
    if (!is_named && !is_trace && plan.job.output != "-") further.push_back(name(file.path));
  }
  if (further.empty()) return;
  messages::info("wrote " + counted(further.size(), "further file") + " beside it: " + further.front() +
                 (further.size() == 1 ? "" : (further.size() == 2 ? " and " : " … ") + further.back()));
}

Outcome<int> run(Invocation& call) {
  auto plan = plan_export(call);
  if (!plan) return fail(plan.error());
  plan->job.on_log = [](int level, const std::string& text) {
    messages::say(level <= ATTACHE_LOG_TRACE ? messages::Level::trace : messages::Level::debug, text);
  };
  const auto done = host::run_export(plan->job);
  if (!done) return fail(done.error());
  for (const std::string& warning : done->warnings) messages::warning(warning);
  say_files(*plan, done->files);
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
       .help = "language: " + joined(text::Language::available()) + " (default: the dataset's)",
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
       .help = "marking on every page, 60 characters at most (default: the report's)",
       .configurable = true,
       .longest = 60},
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
       .help = "run the plugin in a process of its own; never: in this one, for debuggers, without time and memory limits",
       .default_text = "auto",
       .choices = {"auto", "never"},
       .configurable = true},
      {.name = "limit",
       .value = Value::limit,
       .placeholder = "NAME=N",
       .help = "stop at a limit (repeatable): time=10m, stall=60s, memory=2GiB, size=500MB; none lifts one",
       .default_text = "stall=60s",
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
                       {"The trade sheet as a workbook", "attache export samples/kazakhstan-russia --report trade-sheet -o t.xlsx"},
                       {"Figures into another program", "attache export samples/kazakhstan-russia --report extract -o - | wc -l"}},
          .run = run};
}

}  // namespace attache::cli
