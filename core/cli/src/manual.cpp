#include "manual.hpp"

#include <string_view>

#include "command.hpp"
#include "exit_code.hpp"
#include "help.hpp"

namespace attache::cli {

namespace {

/// Text as roff: hyphens that are typed, backslashes, and no line that begins with a control character.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += std::string("\\&") + c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string section(std::string_view title) { return ".SH " + std::string(title) + '\n'; }
std::string item(std::string_view term, std::string_view text) { return ".TP\n.B " + roff(term) + '\n' + roff(text) + '\n'; }

std::string option_items(const std::vector<Option>& options) {
  std::string out;
  for (const Option& option : options) {
    std::string text = option.help;
    if (!option.choices.empty()) {
      text += ':';
      for (const std::string& choice : option.choices) text += (text.back() == ':' ? " " : ", ") + choice;
    }
    text += '.';
    if (!option.default_text.empty()) text += " Default: " + option.default_text + '.';
    if (option.configurable) text += " Also " + environment_name(option) + " and the key " + option.name + '.';
    out += item(option_names(option), text);
  }
  return out;
}

std::string command_section(const Command& command) {
  std::string out = ".SS " + roff(usage_line(command)) + '\n' + roff(command.summary) + ".\n";
  if (!command.description.empty()) out += ".PP\n" + roff(command.description) + '\n';
  for (const Argument& argument : command.arguments) out += item(argument.name, argument.help + '.');
  out += option_items(command.options);
  for (const Example& example : command.examples) {
    out += ".PP\n" + roff(example.purpose) + ":\n.PP\n.RS 4\n.nf\n" + roff(example.line) + "\n.fi\n.RE\n";
  }
  return out;
}

constexpr std::string_view configuration =
    "A value is taken from the first of: the option, the environment variable, the project's attache.toml (in the current folder or "
    "the nearest one above it), the user's $XDG_CONFIG_HOME/attache/config.toml (~/.config when unset), the default. Both files are "
    "TOML; a key is the option's name without dashes. An unknown key is an error. Paths are relative to the file. "
    "'attache doctor' shows each value and where it came from. The folders of plugin-dir are searched after those of the option and of "
    "ATTACHE_PLUGIN_PATH.\n";
constexpr std::string_view configuration_example =
    "lang = \"en\"\ntheme = \"house.toml\"\nlimit = { time = \"10m\", memory = \"2G\" }\n\n[option.xlsx]\ncompression = \"small\"\n";

std::string exit_items() {
  std::string out;
  for (const ExitMeaning& each : exit_meanings()) out += item(std::to_string(each.code), each.meaning + '.');
  return out;
}

}  // namespace

std::string manual_page() {
  std::string out = ".TH ATTACHE 1 \"\" \"attache " ATTACHE_VERSION "\" \"User Commands\"\n";
  out += section("NAME") + roff("attache - documents from a dataset on how two countries deal with each other") + '\n';
  out += section("SYNOPSIS") + ".B attache\n" + roff("COMMAND [options]") + '\n';
  out += section("DESCRIPTION") +
         roff(
             "Reads a dataset (a Frictionless Data Package: datapackage.json and CSV tables) and makes documents of it: XLSX trade "
             "sheets, PDF briefings, CSV. Each file format is a plugin. Data go to stdout, messages to stderr. An output appears whole "
             "or not at all, and no existing file is replaced unless asked.\n");
  out += section("COMMANDS");
  for (const Command& command : commands()) out += command_section(command);
  out += section("OPTIONS OF EVERY COMMAND") + option_items(global_options());
  out += section("OPTIONS WITHOUT A COMMAND") + option_items(program_options());
  out += section("CONFIGURATION") + roff(configuration) + ".PP\n.RS 4\n.nf\n" + roff(configuration_example) + ".fi\n.RE\n";
  out += section("EXIT STATUS") + exit_items();
  out += section("ENVIRONMENT");
  out += item("ATTACHE_PLUGIN_PATH", "Folders to search for plugins, separated by colons.");
  for (const Option& option : configurable_options()) {
    if (option.value != Value::folder) out += item(environment_name(option), "The same as --" + option.name + '.');
  }
  out += item("NO_COLOR", "When set, messages have no colour.");
  return out;
}

}  // namespace attache::cli
