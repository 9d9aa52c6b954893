#include "commands/commands.hpp"

#include <algorithm>
#include <cctype>

#include "command.hpp"

namespace attache::cli {

const std::vector<Group>& groups() {
  static const std::vector<Group> all = {
      {"data", "Check, look at, begin and fill datasets"},
      {"reports", "The reports there are, and your own"},
      {"plugins", "The file formats there are, and your own"},
  };
  return all;
}

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      export_command(),       data_check_command(),   data_diff_command(),     data_import_command(),   data_info_command(),
      data_init_command(),    reports_list_command(), reports_show_command(),  reports_check_command(), plugins_list_command(),
      plugins_show_command(), plugins_path_command(), plugins_check_command(), plugins_new_command(),   plugins_pack_command(),
      doctor_command(),       completion_command(),
  };
  return all;
}

const Command* find_command(std::string_view path) {
  const auto& all = commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Command& each) { return each.path == path; });
  return found == all.end() ? nullptr : &*found;
}

const std::vector<Option>& global_options() {
  static const std::vector<Option> all = {
      {.name = "help", .letter = 'h', .help = "print this help"},
      {.name = "quiet", .letter = 'q', .help = "say nothing but errors"},
      {.name = "verbose", .letter = 'v', .help = "say more; twice: everything", .repeatable = true},
      {.name = "log-level",
       .value = Value::choice,
       .placeholder = "LEVEL",
       .help = "least important message to print",
       .default_text = "info",
       .choices = {"error", "warning", "info", "debug", "trace"},
       .configurable = true},
      {.name = "log-format",
       .value = Value::choice,
       .placeholder = "FORMAT",
       .help = "how messages look",
       .default_text = "text",
       .choices = {"text", "json"},
       .configurable = true},
  };
  return all;
}

const std::vector<Option>& program_options() {
  static const std::vector<Option> all = {
      {.name = "version", .help = "print the program's version"},
      {.name = "json-usage", .help = "print every command and option as JSON"},
      {.name = "json", .help = "print --version as JSON"},
  };
  return all;
}

const std::vector<Option>& configurable_options() {
  static const std::vector<Option> all = [] {
    std::vector<Option> out;
    const auto add = [&out](const std::vector<Option>& options) {
      for (const Option& option : options) {
        const auto same = [&option](const Option& each) { return each.name == option.name; };
        if (option.configurable && std::none_of(out.begin(), out.end(), same)) out.push_back(option);
      }
    };
    for (const Command& command : commands()) add(command.options);
    add(global_options());
    return out;
  }();
  return all;
}

std::string environment_name(const Option& option) {
  if (option.value == Value::folder) return "ATTACHE_PLUGIN_PATH";
  std::string out = "ATTACHE_";
  for (const char c : option.name) out += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

}  // namespace attache::cli
