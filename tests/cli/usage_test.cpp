#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

TEST_CASE("a wrong command line ends with 64 and says what was meant") {
  check(Shell{},
        {
            {"attache", 64, "", "^error: no command given; see 'attache --help'\n$"},
            {"attache complation", 64, "", "^error: unknown command 'complation'; did you mean 'completion'\\?\n$"},
            {"attache frobnicate", 64, "", "unknown command 'frobnicate'; see 'attache --help'"},
            {"attache --verson", 64, "", "unknown option '--verson'; did you mean '--version'\\?"},
            {"attache completion", 64, "", "'attache completion' needs SHELL; see 'attache completion --help'"},
            {"attache completion bsh", 64, "", "SHELL cannot be 'bsh'; did you mean 'bash'\\?"},
            {"attache completion cmd", 64, "", "SHELL cannot be 'cmd'; choose one of: bash, zsh, fish"},
            {"attache completion bash zsh", 64, "", "'zsh' is one argument too many"},
            {"attache completion bash --jsn", 64, "", "unknown option '--jsn'"},
            {"attache completion bash --log-level", 64, "", "option '--log-level' needs a value: LEVEL"},
            {"attache completion bash --log-level=", 64, "", "option '--log-level' needs a value: LEVEL"},
            {"attache completion --log-level --quiet bash", 64, "", "option '--log-level' needs a value: LEVEL"},
            {"attache completion bash --log-level wraning", 64, "", "'--log-level' cannot be 'wraning'; did you mean 'warning'\\?"},
            {"attache completion bash --log-level info --log-level debug", 64, "", "option '--log-level' is given twice"},
            {"attache completion bash -z", 64, "", "unknown option '-z'"},
            {"attache completion bash --version", 64, "", "unknown option '--version'"},
        });
}

TEST_CASE("options may stand before and after the command") {
  check(Shell{}, {
                     {"attache --log-level debug completion bash", 0, "complete -F _attache attache", ""},
                     {"attache completion --log-level=debug bash", 0, "complete -F _attache attache", ""},
                     {"attache -q completion -- bash", 0, "complete -F _attache attache", ""},
                     {"attache help completion", 0, "Usage: attache completion SHELL", ""},
                 });
}

TEST_CASE("what the program says of itself goes to stdout") {
  check(Shell{}, {
                     {"attache --version", 0, "^attache [0-9]+\\.[0-9]+\\.[0-9]+ \\(plugin contract 1\\.0", ""},
                     {"attache --help", 0, "Usage: attache COMMAND", ""},
                     {"attache completion --help", 0, "source <\\(attache completion bash\\)", ""},
                     {"attache __man", 0, "^\\.TH ATTACHE 1", ""},
                 });
}

TEST_CASE("a stdout that takes no data is an error, never a silent success") {
  check(Shell{}, {
                     {"attache --help >/dev/full", 74, "", "cannot write to stdout: No space left on device"},
                     {"attache --help >&-", 74, "", "cannot write to stdout: it is closed"},
                     {"(sleep 0.2; attache --help; echo $? >code) | true; cat code", 0, "^74\n$", "closed the pipe"},
                     {"attache frobnicate 2>&-", 64, "", ""},
                     {"attache frobnicate 2>/dev/full", 64, "", ""},
                 });
}

TEST_CASE("messages are JSON lines when asked for") {
  const Shell shell;
  shell.write("attache.toml", "log-format = \"json\"\nlnag = \"ru\"\n");
  check(shell, {
                   {"attache completion bash", 78, "",
                    "^\\{\"time\":\"[0-9T:.-]+Z\",\"level\":\"error\",\"message\":\".*\"file\":\".*attache.toml\",\"line\":2,\"column\":1,."
                    "*\"exit_code\":78\\}\n$"},
               });
}
