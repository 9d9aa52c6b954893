#include "diagnosis/diagnosis.hpp"
#include "value/joined.hpp"

namespace attache::cli {

namespace {

void add_options(Section& section, const Invocation& call) {
  for (const Option& option : configurable_options()) {
    if (option.name == "plugin-dir") continue;  // its folders are listed with the plugins
    const Setting setting = call.setting(option);
    const std::string value = setting.values.empty() ? "not set" : joined(setting.values) + "  (" + setting.where + ')';
    section.findings.push_back({Finding::State::fine, option.name, value});
  }
  for (const auto& [plugin, options] : call.configuration().plugin_options) {
    for (const auto& [key, value] : options) section.findings.push_back({Finding::State::fine, "option." + plugin + '.' + key, value});
  }
}

}  // namespace

Section diagnose_configuration(const Invocation& call) {
  const Configuration& configuration = call.configuration();
  Section section{"configuration", {}};
  section.findings.push_back(
      {Finding::State::fine, "project file", configuration.project_file.empty() ? "none" : configuration.project_file});
  section.findings.push_back(
      {Finding::State::fine, "user file",
       configuration.user_file_exists ? configuration.user_file : "none (would be " + configuration.user_file + ')'});
  for (const Problem& problem : configuration.problems) {
    section.findings.push_back({Finding::State::wrong, "problem", problem.message()});
  }
  add_options(section, call);
  for (const std::string& name : configuration.unused_environment) {
    section.findings.push_back({Finding::State::note, "environment", name + " means nothing to attache"});
  }
  return section;
}

}  // namespace attache::cli
