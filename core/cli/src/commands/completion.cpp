#include "completion.hpp"

#include "commands/commands.hpp"
#include "invocation.hpp"
#include "output.hpp"

namespace attache::cli {

namespace {

Outcome<int> run(Invocation& call) {
  if (auto printed = print(completion_script(call.argument("SHELL"))); !printed) return fail(printed.error());
  return 0;
}

}  // namespace

Command completion_command() {
  return {.path = "completion",
          .summary = "Print the completion script of a shell",
          .arguments = {{.name = "SHELL", .value = Value::choice, .help = "bash, zsh or fish", .choices = {"bash", "zsh", "fish"}}},
          .examples = {{"Complete commands in this bash session", "source <(attache completion bash)"},
                       {"And in every one to come", "attache completion bash >> ~/.bash_completion"}},
          .run = run};
}

}  // namespace attache::cli
