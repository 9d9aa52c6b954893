#include "commands/commands.hpp"
#include "commands/common.hpp"
#include "exit_code.hpp"
#include "host/check.hpp"
#include "invocation.hpp"
#include "messages.hpp"

namespace attache::cli {

namespace {

constexpr int usual_limit_s = 20;

std::string_view name_of(host::Verdict verdict) {
  switch (verdict) {
    case host::Verdict::passed:
      return "pass";
    case host::Verdict::warned:
      return "warning";
    case host::Verdict::failed:
      return "FAIL";
    case host::Verdict::skipped:
      return "skipped";
  }
  return "";
}
std::string_view name_of(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

/// The rules of every --only, which may each list several.
std::vector<std::string> chosen_rules(const Invocation& call) {
  std::vector<std::string> ids;
  for (const std::string& list : call.texts("only")) {
    for (std::size_t start = 0; start <= list.size();) {
      const std::size_t end = std::min(list.find(',', start), list.size());
      if (end > start) ids.push_back(list.substr(start, end - start));
      start = end + 1;
    }
  }
  return ids;
}

/// The file of a plugin: the argument itself, or where discovery found that id, also when it refused it.
Outcome<std::string> file_of(const Invocation& call) {
  const std::string name = call.argument("FILE");
  if (name.empty()) return fail(Failure::usage, "no plugin is given", "give its file or its id, or --list");
  if (name.find('/') != std::string::npos || name.ends_with(".so")) return name;
  const host::Discovery found = host::discover(call.plugin_folders(), name);
  const auto plugin = host::find_plugin(found, name);
  if (plugin) return plugin->path;
  for (const host::Rejected& each : found.rejected) {
    if (each.id == name && !each.shadowed) return each.path;
  }
  return fail(plugin.error());
}

Outcome<int> list_rules(bool as_json) {
  std::vector<std::vector<std::string>> rows;
  JsonWriter json;
  json.begin_object().key("rules").begin_array();
  for (const host::CheckRule& rule : host::check_rules()) {
    const std::string id(rule.id);
    const std::string demand(rule.demand);
    rows.push_back({std::string(name_of(rule.severity)), id, demand});
    json.begin_object().field("id", id).field("severity", std::string(name_of(rule.severity))).field("demand", demand).end_object();
  }
  return printed(as_json ? json.end_array().end_object().text() : aligned(rows));
}

std::string as_text(const host::CheckReport& report) {
  std::vector<std::vector<std::string>> rows;
  for (const host::CheckResult& each : report.results) {
    std::string text = each.verdict == host::Verdict::passed ? std::string(each.rule.demand) : each.what;
    if (!each.next.empty()) text += "; " + each.next;
    rows.push_back({std::string(name_of(each.verdict)), std::string(each.rule.id), messages::visible(text)});
  }
  const std::string name = report.id.empty() ? report.path : report.id + " " + report.version + ", " + report.path;
  return messages::visible(name) + "\n\n" + aligned(rows) + '\n' + counted(report.results.size(), "rule") + ": " +
         std::to_string(report.count(host::Verdict::passed)) + " passed, " + std::to_string(report.count(host::Verdict::failed)) +
         " failed, " + counted(report.count(host::Verdict::warned), "warning") + ", " +
         std::to_string(report.count(host::Verdict::skipped)) + " skipped\n";
}

std::string as_json(const host::CheckReport& report) {
  JsonWriter json;
  json.begin_object().field("plugin", report.id).field("version", report.version).field("path", report.path);
  json.field("passed", report.count(host::Verdict::passed)).field("failed", report.count(host::Verdict::failed));
  json.field("warnings", report.count(host::Verdict::warned)).field("skipped", report.count(host::Verdict::skipped));
  json.key("results").begin_array();
  for (const host::CheckResult& each : report.results) {
    const std::string verdict = each.verdict == host::Verdict::failed ? "fail" : std::string(name_of(each.verdict));
    json.begin_object().field("rule", std::string(each.rule.id)).field("severity", std::string(name_of(each.rule.severity)));
    json.field("result", verdict)
        .field("demand", std::string(each.rule.demand))
        .field("what", each.what)
        .field("next", each.next)
        .end_object();
  }
  return json.end_array().end_object().text();
}

Outcome<int> run(Invocation& call) {
  if (call.flag("list")) return list_rules(call.flag("json"));
  const auto file = file_of(call);
  if (!file) return fail(file.error());
  host::CheckJob job;
  job.file = *file;
  job.only = chosen_rules(call);
  job.isolate = !call.flag("in-process");
  job.limit_s = std::stod(call.text("time"));
  const auto report = host::check_plugin(job);
  if (!report) return fail(report.error());
  int code = report->count(host::Verdict::failed) > 0 ? exit_code(Failure::plugin) : 0;
  if (!report->trusted) code = exit_code(Failure::permission);
  return printed(call.flag("json") ? as_json(*report) : as_text(*report), code);
}

}  // namespace

Command plugins_check_command() {
  return {.path = "plugins check",
          .summary = "Check that a plugin keeps the contract",
          .description =
              "Looks at the plugin's file and runs it in worker processes over hostile documents and under bad conditions, a rule at a "
              "time. Ends with 0 when no rule of severity error is broken, with 70 when one is, and with 77, its code not run, when the "
              "file is not trusted.",
          .arguments = {{.name = "FILE",
                         .value = Value::file,
                         .help = "the plugin, ID.attache.so, or the id of one that is found",
                         .required = false}},
          .options = {json_option(),
                      {.name = "only",
                       .value = Value::text,
                       .placeholder = "RULE,…",
                       .help = "judge these rules only (repeatable)",
                       .repeatable = true},
                      {.name = "list", .help = "print the rules and run nothing"},
                      {.name = "in-process", .help = "run the plugin in this process, for a debugger"},
                      {.name = "time",
                       .value = Value::integer,
                       .placeholder = "SECONDS",
                       .help = "how long one run of the plugin may take",
                       .default_text = std::to_string(usual_limit_s),
                       .min = 1},
                      plugin_dir_option()},
          .examples = {{"Check an installed plugin", "attache plugins check csv"},
                       {"Two rules for a plugin of your own", "attache plugins check ./mine.attache.so --only one-entry,no-exit"},
                       {"What is asked of plugins", "attache plugins check --list"}},
          .run = run};
}

}  // namespace attache::cli
