#include "cli/program.hpp"

#include <exception>
#include <filesystem>
#include <new>

#include "arguments.hpp"
#include "command.hpp"
#include "completion.hpp"
#include "configuration.hpp"
#include "exit_code.hpp"
#include "help.hpp"
#include "invocation.hpp"
#include "manual.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "signals.hpp"
#include "usage_json.hpp"

namespace attache::cli {

namespace {

using messages::Level;

int failed(const Problem& problem) {
  messages::problem(problem);
  return exit_code(problem.failure);
}

int printed(const std::string& data) {
  const auto done = print(data);
  return done ? 0 : failed(done.error());
}

Level level_of(const Invocation& call) {
  if (call.on_command_line("log-level")) return messages::level_named(call.text("log-level"));
  if (call.flag("quiet")) return Level::error;
  if (call.verbosity() > 0) return call.verbosity() > 1 ? Level::trace : Level::debug;
  return messages::level_named(call.text("log-level"));
}

void start_messages(const Invocation& call) {
  const bool json = call.text("log-format") == "json";
  messages::start({level_of(call), json ? messages::Format::json : messages::Format::text, !json && messages::colour_wanted()});
}

/// `attache`, `attache --version`, `attache data`: nothing to run.
int without_command(const Arguments& arguments) {
  if (arguments.has("help")) return printed(arguments.group.empty() ? program_help() : group_help(arguments.group));
  if (arguments.has("version")) return printed(arguments.has("json") ? version_json() : version_text());
  if (arguments.has("json-usage")) return printed(usage_json());
  Problem problem;
  problem.failure = Failure::usage;
  problem.what = arguments.group.empty() ? "no command given" : "'attache " + arguments.group + "' needs a command";
  problem.next = arguments.group.empty() ? "see 'attache --help'" : "see 'attache " + arguments.group + " --help'";
  return failed(problem);
}

Configuration configuration_here() {
  std::error_code gone;  // a deleted current folder has no project file
  return load_configuration(std::filesystem::current_path(gone).string(), process_environment());
}

int run_command(Arguments arguments) {
  const Command& command = *arguments.command;
  Invocation call(std::move(arguments), configuration_here());
  start_messages(call);
  // `doctor` is how one finds out what is wrong with the configuration, so it runs in spite of it and reports it.
  if (!call.configuration().problems.empty() && command.path != "doctor") {
    for (const Problem& problem : call.configuration().problems) messages::problem(problem);
    return exit_code(Failure::configuration);
  }
  const Outcome<int> result = command.run(call);
  return result ? *result : failed(result.error());
}

int run_guarded(const std::vector<std::string>& args) {
  if (!args.empty() && args.front() == "__complete") return printed(complete({args.begin() + 1, args.end()}));
  if (args.size() == 1 && args.front() == "__man") return printed(manual_page());
  auto arguments = parse_arguments(args);
  if (!arguments) return failed(arguments.error());
  if (arguments->command == nullptr) return without_command(*arguments);
  if (arguments->has("help")) return printed(command_help(*arguments->command));
  if (auto complete = require_complete(*arguments); !complete) return failed(complete.error());
  return run_command(std::move(*arguments));
}

}  // namespace

int run_program(const std::vector<std::string>& args) {
  signals::prepare_streams();
  signals::install();
  try {
    return run_guarded(args);
  } catch (const std::bad_alloc&) {
    messages::say(Level::error, "out of memory; give the program more, or a smaller dataset");
  } catch (const std::exception& error) {
    messages::say(Level::error, std::string("unexpected: ") + error.what() + "; please report this with the command line");
  }
  return 1;
}

}  // namespace attache::cli
