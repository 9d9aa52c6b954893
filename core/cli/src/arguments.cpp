#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "command_words.hpp"
#include "value/joined.hpp"

namespace attache::cli {

namespace {

using Options = std::vector<Option>;

std::string help_hint(const Command* command) {
  return command == nullptr ? "see 'attache --help'" : "see 'attache " + command->path + " --help'";
}

Problem usage(std::string what, std::string next) {
  Problem problem;
  problem.failure = Failure::usage;
  problem.what = std::move(what);
  problem.next = std::move(next);
  return problem;
}

const Option* find_option(const Options& options, std::string_view token) {
  const std::string_view name = token.substr(0, token.find('='));
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& each) {
    return name.starts_with("--") ? name.substr(2) == each.name : name.size() == 2 && name[0] == '-' && name[1] == each.letter;
  });
  return found == options.end() ? nullptr : &*found;
}

/// What other programs call our options.
std::string synonym(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> all = {{{"--format", "--plugin"},
                                                                                         {"--to", "--plugin"},
                                                                                         {"--exporter", "--plugin"},
                                                                                         {"--language", "--lang"},
                                                                                         {"--locale", "--lang"},
                                                                                         {"--force", "--overwrite"},
                                                                                         {"--out", "--output"},
                                                                                         {"--template", "--report"},
                                                                                         {"--debug", "--log-level debug"},
                                                                                         {"--timeout", "--limit time=10m"},
                                                                                         {"--time-limit", "--limit time=10m"},
                                                                                         {"--stall-limit", "--limit stall=60s"},
                                                                                         {"--memory-limit", "--limit memory=2GiB"},
                                                                                         {"--file-limit", "--limit size=500MB"},
                                                                                         {"--size-limit", "--limit size=500MB"}}};
  for (const auto& [theirs, ours] : all) {
    if (theirs == name) return std::string(ours);
  }
  return {};
}

Problem unknown_option(const std::string& token, const Options& options, const Command* command) {
  const std::string name = token.substr(0, token.find('='));
  std::vector<std::string> names;
  for (const Option& option : options) names.push_back("--" + option.name);
  const std::string meant = synonym(name);
  const bool has_meant = !meant.empty() && find_option(options, meant.substr(0, meant.find(' '))) != nullptr;
  const std::string near = has_meant ? meant : nearest(name, names);
  Problem problem = usage("unknown option '" + name + "'", near.empty() ? help_hint(command) : "did you mean '" + near + "'?");
  for (const Command& other : commands()) {
    if (command != nullptr && find_option(other.options, name) != nullptr && near.empty()) {
      problem.why = "it belongs to 'attache " + other.path + "'";
      break;
    }
  }
  return problem;
}

/// Refuses an option at the end of the line or directly before another option when it needs a value.
Outcome<> require_values(const std::vector<std::string>& args, const Options& options, const Command* command) {
  for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
    const Option* option = find_option(options, args[i]);
    if (option == nullptr || option->value == Value::flag) continue;
    const bool empty = args[i].ends_with("=");
    const bool attached = args[i].find('=') != std::string::npos;
    const bool missing =
        !attached && (i + 1 == args.size() || (args[i + 1].starts_with("-") && find_option(options, args[i + 1]) != nullptr));
    if (empty || missing) return fail(usage("option '--" + option->name + "' needs a value: " + option->placeholder, help_hint(command)));
    if (!attached) ++i;
  }
  return {};
}

/// Lets the library split the line; what it does not know ends in remaining().
class Splitter {
 public:
  Splitter(const Options& options, const Command* command) : app_("attache") {
    app_.set_help_flag();
    app_.allow_extras();
    for (const Option& option : options) {
      const std::string names = (option.letter != 0 ? std::string("-") + option.letter + "," : "") + "--" + option.name;
      CLI::Option* added = option.value == Value::flag ? app_.add_flag(names) : app_.add_option(names)->expected(1);
      options_.emplace_back(option.name, added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
    if (command == nullptr) return;
    const auto& arguments = command->arguments;
    if (std::any_of(arguments.begin(), arguments.end(), [](const Argument& each) { return each.repeatable; })) {
      shared_out_ = &arguments;
      all_ = app_.add_option("ARGUMENTS")->expected(1, 1 << 20)->allow_extra_args();
      return;
    }
    for (const Argument& argument : arguments) arguments_.emplace_back(argument.name, app_.add_option(argument.name)->expected(1));
  }

  Outcome<> split(std::vector<std::string> args, const Command* command) {
    std::reverse(args.begin(), args.end());
    try {
      app_.parse(args);
    } catch (const CLI::ParseError& error) {
      return fail(usage(error.what(), help_hint(command)));
    }
    return {};
  }

  void take(Arguments& out) const {
    for (const auto& [name, option] : options_) {
      if (option->count() > 0) out.options[name] = option->results();
    }
    for (const auto& [name, option] : arguments_) {
      if (option->count() > 0) out.positional[name] = option->results();
    }
    if (shared_out_ != nullptr && all_->count() > 0) share_out(all_->results(), out);
  }
  [[nodiscard]] std::vector<std::string> extras() const { return app_.remaining(); }

 private:
  /// One word for each argument in their order; the repeatable one takes what the others leave.
  void share_out(std::vector<std::string> words, Arguments& out) const {
    std::size_t behind = shared_out_->size();
    for (const Argument& argument : *shared_out_) {
      --behind;
      std::size_t take = words.empty() ? 0 : 1;
      if (argument.repeatable && words.size() > behind) take = words.size() - behind;
      if (take == 0) continue;
      const auto end = words.begin() + static_cast<std::ptrdiff_t>(take);
      out.positional[argument.name].assign(words.begin(), end);
      words.erase(words.begin(), end);
    }
  }

  CLI::App app_;
  std::vector<std::pair<std::string, CLI::Option*>> options_, arguments_;
  const std::vector<Argument>* shared_out_ = nullptr;  ///< of a command with a repeatable argument
  CLI::Option* all_ = nullptr;
};

Outcome<> check_extras(const std::vector<std::string>& extras, const Options& options, const Command* command) {
  for (const std::string& token : extras) {
    if (token.size() > 1 && token.front() == '-' && token != "--") return fail(unknown_option(token, options, command));
  }
  for (const std::string& token : extras) {
    if (token == "--") continue;
    const bool is_pair =
        token.find('-') != std::string::npos && token.find_first_of("/.") == std::string::npos && find_option(options, "--pair") != nullptr;
    return fail(usage("'" + token + "' is one argument too many", is_pair ? "did you mean '--pair " + token + "'?" : help_hint(command)));
  }
  return {};
}

Outcome<> check_options(const Arguments& arguments, const Options& options) {
  for (const Option& option : options) {
    const auto given = arguments.options.find(option.name);
    if (given == arguments.options.end()) continue;
    if (given->second.size() > 1 && !option.repeatable && option.value != Value::flag) {
      return fail(usage("option '--" + option.name + "' is given twice", "give it once"));
    }
    for (const std::string& value : given->second) {
      if (auto checked = check_value(option, value); !checked) {
        Problem problem = checked.error();
        if (option.value == Value::limit) return fail(problem);
        problem.what = "'--" + option.name + "' cannot be '" + value + "'";
        return fail(problem);
      }
    }
  }
  return {};
}

}  // namespace

Outcome<Arguments> parse_arguments(const std::vector<std::string>& args) {
  auto words = find_command_words(args);
  if (!words) return fail(words.error());
  Arguments out;
  out.command = words->command;
  out.group = words->group;
  Options options = out.command != nullptr ? out.command->options : out.group.empty() ? program_options() : Options{};
  options.insert(options.end(), global_options().begin(), global_options().end());
  if (auto checked = require_values(words->rest, options, out.command); !checked) return fail(checked.error());
  Splitter splitter(options, out.command);
  if (auto split = splitter.split(words->rest, out.command); !split) return fail(split.error());
  if (auto checked = check_extras(splitter.extras(), options, out.command); !checked) return fail(checked.error());
  splitter.take(out);
  if (auto checked = check_options(out, options); !checked) return fail(checked.error());
  return out;
}

Outcome<> require_complete(const Arguments& arguments) {
  for (const Argument& argument : arguments.command->arguments) {
    if (argument.required && arguments.positional.find(argument.name) == arguments.positional.end()) {
      return fail(usage("'attache " + arguments.command->path + "' needs " + argument.name, help_hint(arguments.command)));
    }
    const auto given = arguments.positional.find(argument.name);
    if (given == arguments.positional.end() || argument.choices.empty()) continue;
    for (const std::string& value : given->second) {
      if (std::find(argument.choices.begin(), argument.choices.end(), value) != argument.choices.end()) continue;
      const std::string hint = did_you_mean(value, argument.choices);
      return fail(usage(argument.name + " cannot be '" + value + "'", hint.empty() ? "choose one of: " + joined(argument.choices) : hint));
    }
  }
  for (const Option& option : arguments.command->options) {
    if (option.required && !arguments.has(option.name)) {
      return fail(usage("'attache " + arguments.command->path + "' needs '--" + option.name + " " + option.placeholder + "'",
                        help_hint(arguments.command)));
    }
  }
  return {};
}

}  // namespace attache::cli
