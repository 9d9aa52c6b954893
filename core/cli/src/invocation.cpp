#include "invocation.hpp"

#include <algorithm>
#include <cassert>

#include "limit.hpp"

namespace attache::cli {

namespace {

const Option* find_option(const Command* command, std::string_view name) {
  const auto in = [&](const std::vector<Option>& options) -> const Option* {
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& each) { return each.name == name; });
    return found == options.end() ? nullptr : &*found;
  };
  const Option* found = command != nullptr ? in(command->options) : nullptr;
  if (found == nullptr) found = in(global_options());
  return found != nullptr ? found : in(program_options());
}

}  // namespace

std::string Invocation::argument(std::string_view name) const {
  const std::vector<std::string> all = arguments(name);
  return all.empty() ? "" : all.front();
}

std::vector<std::string> Invocation::arguments(std::string_view name) const {
  const auto found = arguments_.positional.find(name);
  return found == arguments_.positional.end() ? std::vector<std::string>{} : found->second;
}

std::size_t Invocation::verbosity() const {
  const auto found = arguments_.options.find("verbose");
  return found == arguments_.options.end() ? 0 : found->second.size();
}

Setting Invocation::setting(const Option& option) const {
  const auto set = configuration_.settings.find(option.name);
  const bool is_set = option.configurable && set != configuration_.settings.end();
  if (const auto given = arguments_.options.find(option.name); given != arguments_.options.end()) {
    const bool adds = option.value == Value::limit && is_set;  // each limit comes from its own strongest place
    return {adds ? limits_over(set->second.values, given->second) : given->second, Origin::command_line, "--" + option.name};
  }
  if (is_set) return set->second;
  if (option.default_text.empty()) return {};
  return {{option.default_text}, Origin::standard, "default"};
}

Setting Invocation::setting(std::string_view option) const {
  const Option* found = find_option(arguments_.command, option);
  assert(found != nullptr);
  return setting(*found);
}

std::string Invocation::text(std::string_view option) const {
  const Setting found = setting(option);
  return found.values.empty() ? "" : found.values.back();
}

std::vector<std::string> Invocation::plugin_folders() const {
  std::vector<std::string> folders = texts("plugin-dir");
  const std::vector<std::string>& configured = configuration_.plugin_folders;
  folders.insert(folders.end(), configured.begin(), configured.end());
  return folders;
}

}  // namespace attache::cli
