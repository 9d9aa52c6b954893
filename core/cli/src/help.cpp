#include "help.hpp"

#include <algorithm>

namespace attache::cli {

namespace {

constexpr std::size_t text_column = 26;  ///< where the explanation of an option begins

/// "  left        right, wrapped under itself"
std::string entry(const std::string& left, const std::string& right) {
  std::string line = "  " + left;
  if (line.size() + 2 > text_column) {
    line += '\n' + std::string(text_column, ' ');
  } else {
    line.resize(text_column, ' ');
  }
  return line + wrapped(right, text_column, 80 - text_column) + '\n';
}

std::string option_entry(const Option& option) {
  std::string text = option.help;
  if (!option.choices.empty()) {
    text += ":";
    for (const std::string& choice : option.choices) text += (text.back() == ':' ? " " : ", ") + choice;
  }
  if (!option.default_text.empty()) text += " (default: " + option.default_text + ")";
  if (option.required) text += " (required)";
  return entry((option.letter == 0 ? "    " : "") + option_names(option), text);
}

std::string option_list(const std::string& title, const std::vector<Option>& options) {
  if (options.empty()) return "";
  std::string out = '\n' + title + ":\n";
  for (const Option& option : options) out += option_entry(option);
  return out;
}

std::string argument_list(const std::vector<Argument>& arguments) {
  if (arguments.empty()) return "";
  std::string out = "\nArguments:\n";
  for (const Argument& argument : arguments) out += entry(argument.name, argument.help);
  return out;
}

std::string example_list(const std::vector<Example>& examples) {
  if (examples.empty()) return "";
  std::string out = "\nExamples:\n";
  for (const Example& example : examples) {
    out += "  " + wrapped(example.purpose, 2, 78) + "\n      " + example.line + '\n';
  }
  return out;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    if (column > 0 && column + 1 + word.size() > width) {
      out += '\n' + std::string(indent, ' ');
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    if (end < text.size() && text[end] == '\n') {
      out += '\n' + std::string(indent, ' ');
      column = 0;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string option_names(const Option& option) {
  std::string out = option.letter == 0 ? "--" + option.name : std::string("-") + option.letter + ", --" + option.name;
  if (!option.placeholder.empty()) out += ' ' + option.placeholder;
  return out;
}

std::string usage_line(const Command& command) {
  std::string out = "attache " + command.path;
  for (const Argument& argument : command.arguments) {
    const std::string name = argument.name + (argument.repeatable ? "..." : "");
    out += argument.required ? ' ' + name : " [" + name + ']';
  }
  for (const Option& option : command.options) {
    if (option.required) out += " --" + option.name + ' ' + option.placeholder;
  }
  return out + " [options]";
}

std::string command_help(const Command& command) {
  std::string out = command.summary + ".\n\nUsage: " + usage_line(command) + '\n';
  if (!command.description.empty()) out += '\n' + wrapped(command.description, 0) + '\n';
  out += argument_list(command.arguments);
  out += option_list("Options", command.options);
  out += option_list("Every command", global_options());
  return out + example_list(command.examples);
}

std::string group_help(std::string_view group) {
  std::string out;
  for (const Group& each : groups()) {
    if (each.name == group) out = each.summary + ".\n";
  }
  out += "\nUsage: attache " + std::string(group) + " COMMAND [options]\n\nCommands:\n";
  for (const Command& command : commands()) {
    if (command.path.starts_with(std::string(group) + ' ')) out += entry(command.path, command.summary);
  }
  return out + "\nSee 'attache " + std::string(group) + " COMMAND --help' for one of them.\n";
}

std::string program_help() {
  std::string out =
      "Turns a dataset on how two countries deal with each other into documents:\n"
      "XLSX trade sheets, PDF briefings, CSV.\n\n"
      "Usage: attache COMMAND [options]\n\nCommands:\n";
  for (const Command& command : commands()) out += entry(command.path, command.summary);
  out += option_list("Without a command", program_options());
  out += option_list("Every command", global_options());
  out +=
      "\nExamples:\n"
      "  Make the briefing on Kazakhstan and Russia as PDF\n"
      "      attache export samples/kazakhstan-russia --pair KAZ-RUS -o briefing.pdf\n"
      "  See what a command takes\n"
      "      attache export --help\n"
      "\nDefaults may stand in attache.toml; see 'man attache' for it and the exit codes.\n";
  return out;
}

}  // namespace attache::cli
