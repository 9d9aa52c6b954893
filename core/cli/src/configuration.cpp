#include "configuration.hpp"

#include <sys/auxv.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>

#include "command.hpp"
#include "config_file.hpp"
#include "limit.hpp"

namespace attache::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "ATTACHE_";
constexpr std::string_view folders_variable = "ATTACHE_PLUGIN_PATH";  // read by the room `host`

const Option* option_named(std::string_view name) {
  const auto& all = configurable_options();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Option& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> key_names() {
  std::vector<std::string> names = {"option"};
  for (const Option& option : configurable_options()) names.push_back(option.name);
  return names;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// One file's or the environment's part of the whole.
class Layer {
 public:
  Layer(Configuration& all, Origin origin) : all_(all), origin_(origin) {}

  void read_file(const std::string& path) {
    for (const ConfigEntry& entry : read_config_file(path, all_.problems)) take(entry);
  }

  void set(const Option& option, std::vector<std::string> values, const std::string& where, const Position& at) {
    bool right = true;
    for (const std::string& value : values) {
      if (auto checked = check_value(option, value); !checked) {
        Problem problem = checked.error();
        problem.failure = Failure::configuration;
        problem.where = at;
        if (at.file.empty()) problem.what = where + ": " + problem.what;
        all_.problems.push_back(problem);
        right = false;
      }
    }
    if (!right) return;
    Setting& setting = all_.settings[option.name];
    if (option.value == Value::limit) {
      setting = {limits_over(setting.values, values), origin_, where};
    } else if (setting.origin == origin_ && option.repeatable) {
      std::move(values.begin(), values.end(), std::back_inserter(setting.values));
    } else {
      setting = {std::move(values), origin_, where};
    }
  }

 private:
  void take(const ConfigEntry& entry) {
    const Option* option = option_named(entry.path.front());
    if (entry.path.front() == "option" && entry.path.size() == 3 && entry.values.size() == 1) return take_plugin_option(entry);
    if (option == nullptr || entry.path.front() == "option") return unknown(entry);
    std::vector<std::string> values = entry.values;
    if (option->value == Value::limit && entry.path.size() == 2 && values.size() == 1) {
      values = {entry.path[1] + "=" + values.front()};
    } else if (entry.path.size() != 1) {
      return unknown(entry);
    }
    if (values.size() != 1 && !option->repeatable) return refuse(entry, "'" + entry.key() + "' takes one value", {});
    for (std::string& value : values) value = resolved(*option, value, entry.where.file);
    if (option->name == "plugin-dir") {
      std::move(values.begin(), values.end(), std::back_inserter(all_.plugin_folders));
      return;
    }
    set(*option, std::move(values), entry.where.text(), entry.where);
  }

  void take_plugin_option(const ConfigEntry& entry) {
    KeyValues& options = all_.plugin_options[entry.path[1]];
    const auto same = std::find_if(options.begin(), options.end(), [&](const auto& each) { return each.first == entry.path[2]; });
    if (same == options.end()) {
      options.emplace_back(entry.path[2], entry.values.front());
    } else {
      same->second = entry.values.front();
    }
  }

  void unknown(const ConfigEntry& entry) {
    if (entry.path.front() == "option")
      return refuse(entry, "'" + entry.key() + "' is no plugin option", "write [option.PLUGIN] and KEY = VALUE below it");
    if (entry.path.size() > 1 && option_named(entry.path.back()) != nullptr)
      return refuse(entry, "unknown key '" + entry.key() + "'", "write '" + entry.path.back() + "' above the first [table]");
    const std::string hint = did_you_mean(entry.path.back(), key_names());
    refuse(entry, "unknown key '" + entry.key() + "'", hint.empty() ? "see CONFIGURATION in 'man attache'" : hint);
  }

  void refuse(const ConfigEntry& entry, std::string what, std::string next) {
    Problem problem;
    problem.failure = Failure::configuration;
    problem.what = std::move(what);
    problem.where = entry.where;
    problem.next = std::move(next);
    all_.problems.push_back(problem);
  }

  /// Paths in a file are relative to that file.
  static std::string resolved(const Option& option, const std::string& value, const std::string& file) {
    const bool named = value.find('/') == std::string::npos && !value.ends_with(".toml") && option.value != Value::folder;
    const bool is_path = option.value == Value::folder || option.value == Value::file || option.value == Value::report;
    if (!is_path || named || value.empty()) return value;
    return (fs::path(file).parent_path() / value).lexically_normal().string();
  }

  Configuration& all_;
  Origin origin_;
};

void read_environment(Configuration& all, const Environment& environment) {
  Layer layer(all, Origin::environment);
  std::vector<std::string> known;
  for (const Option& option : configurable_options()) known.push_back(environment_name(option).substr(prefix.size()));
  for (const auto& [name, value] : environment) {
    if (!name.starts_with(prefix) || name == folders_variable) continue;
    const auto& options = configurable_options();
    const auto found =
        std::find_if(options.begin(), options.end(), [&, &n = name](const Option& each) { return environment_name(each) == n; });
    if (found != options.end()) {
      if (!value.empty()) layer.set(*found, found->repeatable ? split(value, ',') : std::vector<std::string>{value}, name, {});
      continue;
    }
    const std::string near = nearest(std::string_view(name).substr(prefix.size()), known);
    if (near.empty()) {
      all.unused_environment.push_back(name);
      continue;
    }
    Problem problem;
    problem.failure = Failure::configuration;
    problem.what = "the environment variable " + name + " means nothing to attache";
    problem.next = "did you mean '" + std::string(prefix) + near + "'?";
    all.problems.push_back(problem);
  }
}

std::string value_of(const Environment& environment, std::string_view name) {
  const auto found = environment.find(name);
  return found == environment.end() ? "" : found->second;
}

/// The room `host` searches ATTACHE_PLUGIN_PATH after the folders it is given, but the environment counts before the files.
void put_environment_first(std::vector<std::string>& folders, const Environment& environment) {
  std::vector<std::string> first = split(value_of(environment, folders_variable), ':');
  const auto unusable = [](const std::string& folder) {
    std::error_code ignored;
    return !fs::path(folder).is_absolute() || !fs::is_directory(folder, ignored);
  };
  first.erase(std::remove_if(first.begin(), first.end(), unusable), first.end());
  folders.insert(folders.begin(), first.begin(), first.end());
}

std::string user_file(const Environment& environment) {
  const std::string configured = value_of(environment, "XDG_CONFIG_HOME");
  if (fs::path(configured).is_absolute()) return configured + "/attache/config.toml";
  const std::string home = value_of(environment, "HOME");
  return home.empty() ? "" : home + "/.config/attache/config.toml";
}

std::string project_file(const fs::path& folder) {
  for (fs::path each = folder; !each.empty(); each = each.parent_path()) {
    std::error_code ignored;
    if (fs::exists(each / "attache.toml", ignored)) return (each / "attache.toml").string();
    if (each == each.parent_path()) break;
  }
  return "";
}

}  // namespace

Configuration load_configuration(const std::string& folder, const Environment& environment) {
  Configuration all;
  all.user_file = user_file(environment);
  std::error_code ignored;
  all.user_file_exists = !all.user_file.empty() && fs::exists(all.user_file, ignored);
  if (all.user_file_exists) Layer(all, Origin::user_file).read_file(all.user_file);
  std::vector<std::string> user_folders = std::move(all.plugin_folders);
  all.plugin_folders.clear();
  all.project_file = project_file(folder);
  if (!all.project_file.empty()) Layer(all, Origin::project_file).read_file(all.project_file);
  std::move(user_folders.begin(), user_folders.end(), std::back_inserter(all.plugin_folders));
  if (!all.plugin_folders.empty()) put_environment_first(all.plugin_folders, environment);
  read_environment(all, environment);
  return all;
}

Environment process_environment() {
  Environment out;
  if (::getauxval(AT_SECURE) != 0) return out;  // the caller's words have no say in a program that has other rights than its caller
  for (char** each = environ; each != nullptr && *each != nullptr; ++each) {
    const std::string_view text = *each;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = text.substr(0, equals);
    if (name.starts_with(prefix) || name == "HOME" || name == "XDG_CONFIG_HOME") out.emplace(name, text.substr(equals + 1));
  }
  return out;
}

}  // namespace attache::cli
