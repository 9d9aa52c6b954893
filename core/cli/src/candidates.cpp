#include "candidates.hpp"

#include "dataset/dataset.hpp"
#include "host/host.hpp"
#include "report/report.hpp"
#include "text/language.hpp"

namespace attache::cli {

namespace {

std::string lines(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += text + '\n';
  return out;
}

std::string pairs(const std::string& dataset) {
  if (dataset.empty()) return "";
  const auto loaded = dataset::load(dataset);
  return loaded && loaded->dataset != nullptr ? lines(loaded->dataset->settings.pairs) : "";
}

std::string reports(const std::string& dataset) {
  std::string out;
  for (const report::ReportInfo& each : report::list(dataset)) out += each.name + '\n';
  return out + ":files\n";
}

std::string plugins(const host::Discovery& found) {
  std::string out;
  for (const host::PluginInfo& plugin : found.plugins) out += plugin.id + '\n';
  return out;
}

/// "profile=excel-eu" where the values are known, else "delimiter=".
std::string options(const host::Discovery& found, const std::string& id) {
  std::string out;
  for (const host::PluginInfo& plugin : found.plugins) {
    if (!id.empty() && plugin.id != id) continue;
    for (const host::OptionInfo& option : plugin.options) {
      const std::vector<std::string> values = option.type == "bool" ? std::vector<std::string>{"true", "false"} : option.choices;
      for (const std::string& value : values) out += option.id + '=' + value + '\n';
      if (values.empty()) out += option.id + "=\n";
    }
  }
  return out;
}

}  // namespace

std::string candidates(Value value, const std::vector<std::string>& choices, const Surroundings& surroundings) {
  switch (value) {
    case Value::file:
      return ":files\n";
    case Value::dataset:
    case Value::folder:
      return ":folders\n";
    case Value::limit:
      return "time=\nstall=\nmemory=\nsize=\n";
    case Value::pair:
      return pairs(surroundings.dataset);
    case Value::report:
      return reports(surroundings.dataset);
    case Value::plugin:
      return plugins(host::discover({}));
    case Value::key_value:
      return options(host::discover({}), surroundings.plugin);
    case Value::language:
      return lines(text::Language::available());
    default:
      return lines(choices);
  }
}

}  // namespace attache::cli
