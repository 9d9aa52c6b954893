#include "commands/export_plan.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>

#include "commands/common.hpp"
#include "dataset/dataset.hpp"
#include "limit.hpp"
#include "messages.hpp"
#include "usage_json.hpp"
#include "value/joined.hpp"

namespace attache::cli {

namespace fs = std::filesystem;

namespace {

std::string changed(std::string text, int (*change)(int)) {
  std::transform(text.begin(), text.end(), text.begin(), [change](unsigned char c) { return static_cast<char>(change(c)); });
  return text;
}

/// Country codes are typed in any case: kaz-rus is KAZ-RUS. Other area ids are left as they are.
std::string normal_pair(const std::string& pair) {
  const auto letter = [](unsigned char c) { return c < 0x80 && std::isalpha(c) != 0; };
  const bool countries = pair.size() == 7 && pair[3] == '-' && std::all_of(pair.begin(), pair.begin() + 3, letter) &&
                         std::all_of(pair.begin() + 4, pair.end(), letter);
  return countries ? changed(pair, std::toupper) : pair;
}

Outcome<std::string> only_pair(const std::string& dataset) {
  const auto loaded = dataset::load(dataset);
  if (!loaded) return fail(loaded.error());
  if (loaded->dataset == nullptr) {
    const auto& problems = loaded->problems;
    Problem problem = *std::find_if(problems.begin(), problems.end(), [](const Problem& each) { return each.severity == Severity::error; });
    if (const std::size_t errors = count(problems, Severity::error); errors > 1) {
      problem.next +=
          (problem.next.empty() ? "" : "; ") + std::string("see all ") + counted(errors, "error") + " with 'attache data check'";
    }
    return fail(problem);
  }
  const std::vector<std::string>& pairs = loaded->dataset->settings.pairs;
  if (pairs.size() == 1) return pairs.front();
  return fail(Failure::usage, pairs.empty() ? "the dataset names no pair" : "the dataset has several pairs",
              pairs.empty() ? "name one: --pair KAZ-RUS" : "name one with --pair: " + joined(pairs));
}

/// --plugin, else the extension of -o, else what the configuration says, else the report's own.
Outcome<host::PluginInfo> choose_plugin(const Invocation& call, const report::Definition& definition, const std::string& output) {
  const Setting setting = call.setting("plugin");
  const bool is_named = setting.origin == Origin::command_line;
  const host::Discovery found = host::discover(call.plugin_folders(), is_named ? setting.values.back() : std::string());
  const std::string extension = output == "-" ? "" : fs::path(output).extension().string();
  if (is_named) return host::find_plugin(found, setting.values.back());
  if (extension.size() > 1) return host::plugin_for_extension(found, changed(extension.substr(1), std::tolower));
  return host::find_plugin(found, setting.values.empty() ? definition.default_plugin() : setting.values.back());
}

/// The configuration's options for this plugin, replaced key by key by those of the command line.
Outcome<KeyValues> plugin_options(const Invocation& call, const std::string& plugin) {
  KeyValues options, given;
  if (const auto found = call.configuration().plugin_options.find(plugin); found != call.configuration().plugin_options.end()) {
    options = found->second;
  }
  for (const std::string& text : call.texts("option")) {
    const std::size_t equals = text.find('=');
    std::string key = text.substr(0, equals);
    if (const std::size_t dot = key.find('.'); dot != std::string::npos) {
      const std::string owner = key.substr(0, dot);
      if (owner != plugin) {
        return fail(Failure::usage, "'--option " + text + "' is for plugin '" + owner + "', but this export uses '" + plugin + "'",
                    "leave it out, or choose the plugin with --plugin");
      }
      key.erase(0, dot + 1);
    }
    const auto same = [&key](const auto& each) { return each.first == key; };
    if (std::any_of(given.begin(), given.end(), same)) return fail(Failure::usage, "option '" + key + "' is given twice", "give it once");
    given.emplace_back(key, text.substr(equals + 1));
    options.erase(std::remove_if(options.begin(), options.end(), same), options.end());
  }
  options.insert(options.end(), given.begin(), given.end());
  return options;
}

host::Limits limits(const Invocation& call) {
  host::Limits out;
  for (const std::string& text : call.texts("limit")) {
    const auto limit = parse_limit(text);
    if (!limit) continue;  // checked where it was read
    switch (limit->name) {
      case Limit::Name::time:
        out.total_s = limit->seconds;
        break;
      case Limit::Name::stall:
        out.stall_s = limit->seconds;
        break;
      case Limit::Name::memory:
        out.memory_bytes = limit->bytes;
        break;
      case Limit::Name::size:
        out.file_bytes = limit->bytes;
        break;
    }
  }
  return out;
}

report::Request request(const Invocation& call, const std::string& pair) {
  report::Request out;
  out.pair = pair;
  out.report = call.text("report");
  out.language = call.text("lang");
  out.period = call.text("period");
  out.as_of = call.text("as-of");
  const std::string edition = call.text("edition");
  std::from_chars(edition.data(), edition.data() + edition.size(), out.edition);
  out.marking = call.text("marking");
  out.theme = call.text("theme");
  out.draft = call.flag("draft");
  out.strict = call.flag("strict");
  out.generator = generator();
  return out;
}

std::string default_name(const std::string& pair, const std::string& report, const host::PluginInfo& plugin) {
  return changed(pair + '-' + report, std::tolower) + '.' + (plugin.extensions.empty() ? plugin.id : plugin.extensions.front());
}

}  // namespace

Outcome<ExportPlan> plan_export(const Invocation& call) {
  const std::string dataset = call.argument("DATASET");
  std::error_code ignored;
  if (auto there = check_dataset_path(dataset); !there) return fail(there.error());
  const auto definition = report::Definition::find(call.text("report"), dataset_folder(dataset));
  if (!definition) return fail(definition.error());
  const std::string output = call.text("output");
  const auto plugin = choose_plugin(call, *definition, output);
  if (!plugin) return fail(plugin.error());
  auto options = plugin_options(call, plugin->id);
  if (!options) return fail(options.error());
  std::string pair = normal_pair(call.text("pair"));
  if (pair.empty()) {
    const auto only = only_pair(dataset);
    if (!only) return fail(only.error());
    pair = *only;
  }
  const std::string name = default_name(pair, definition->name(), *plugin);
  if (output.ends_with('/') || fs::is_directory(output, ignored)) {
    return fail(Failure::usage, "'" + output + "' is a folder", "give a file: -o " + (fs::path(output) / name).string());
  }
  ExportPlan plan;
  plan.job.dataset = dataset;
  plan.job.request = request(call, pair);
  plan.job.plugin = *plugin;
  plan.job.options = std::move(*options);
  plan.job.output = output.empty() ? name : output;
  plan.job.trace = call.text("trace");
  plan.job.overwrite = call.flag("overwrite");
  plan.job.isolate = call.text("isolate") != "never";
  plan.job.limits = limits(call);
  plan.name_chosen_here = output.empty();
  messages::debug("plugin " + plugin->id + " from " + plugin->path);
  return plan;
}

}  // namespace attache::cli
