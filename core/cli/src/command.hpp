#pragma once
/// What a command looks like from outside. This one description is parsed, printed as help, as JSON, as man page and as shell
/// completion, so that none of them can differ from what the program takes.

#include <string>
#include <string_view>
#include <vector>

#include "value/outcome.hpp"

namespace attache::cli {

class Invocation;

/// What a value stands for: decides its check, its name in `--json-usage` and what a shell offers for it.
enum class Value { flag, text, integer, choice, file, folder, dataset, pair, report, plugin, language, key_value, limit, command };
[[nodiscard]] std::string_view name_of(Value value);

struct Option {
  std::string name;  ///< long form without dashes
  char letter = 0;   ///< short form, 0 = none
  Value value = Value::flag;
  std::string placeholder{};  ///< "FILE"; empty for flags
  std::string help{};
  std::string default_text{};  ///< as help prints it; "" = none
  std::vector<std::string> choices{};
  bool repeatable = false;
  bool configurable = false;  ///< also ATTACHE_<NAME> and a key of attache.toml
  bool required = false;
  int min = 0;              ///< integers only
  std::size_t longest = 0;  ///< texts only: characters, 0 = any number
};

struct Argument {
  std::string name;  ///< "DATASET"
  Value value = Value::text;
  std::string help{};
  bool required = true;
  bool repeatable = false;
  std::vector<std::string> choices{};
};

struct Example {
  std::string purpose, line;
};

struct Command {
  std::string path;     ///< "data check"
  std::string summary;  ///< one sentence, at most 60 characters
  std::string description{};
  std::vector<Argument> arguments{};
  std::vector<Option> options{};
  std::vector<Example> examples{};
  /// Returns the exit code; a Problem is printed and becomes the exit code of its kind.
  Outcome<int> (*run)(Invocation&) = nullptr;
};

/// "data", "reports": the first word of commands that belong together.
struct Group {
  std::string name, summary;
};

[[nodiscard]] const std::vector<Group>& groups();
[[nodiscard]] const std::vector<Command>& commands();
[[nodiscard]] const Command* find_command(std::string_view path);
/// Options every command takes.
[[nodiscard]] const std::vector<Option>& global_options();
/// Options of the program without a command: --version, --json-usage.
[[nodiscard]] const std::vector<Option>& program_options();
/// Every option that attache.toml and the environment may set.
[[nodiscard]] const std::vector<Option>& configurable_options();

/// "ATTACHE_LOG_LEVEL" for "log-level".
[[nodiscard]] std::string environment_name(const Option& option);

/// Is `text` a value for the option? The Problem (Failure::usage) says what is allowed.
[[nodiscard]] Outcome<> check_value(const Option& option, const std::string& text);

}  // namespace attache::cli
