#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

TEST_CASE("an unknown key is an error with its place and the nearest key") {
  const Shell shell;
  shell.write("attache.toml", "# ours\nlog-levle = \"debug\"\n");
  check(shell, {{"attache completion bash", 78, "", "attache.toml:2:1: unknown key 'log-levle'; did you mean 'log-level'\\?"}});
}

TEST_CASE("a key inside a table that it does not belong to is told where to write it") {
  const Shell shell;
  shell.write("attache.toml", "[export]\nmarking = \"X\"\n");
  check(shell, {{"attache completion bash", 78, "", "attache.toml:2:1: unknown key 'export.marking'; write 'marking' above the first"}});
}

TEST_CASE("every problem of a configuration file is said, not the first") {
  const Shell shell;
  shell.write("attache.toml", "log-level = \"loud\"\nlog-format = [\"text\", \"json\"]\nwhen = 2015-10-14\n");
  const auto outcome = shell.run("attache completion bash");
  CHECK(outcome.code == 78);
  CHECK(outcome.err.find("attache.toml:1:1: 'log-level' cannot be 'loud'; choose one of: error, warning, info, debug, trace") !=
        std::string::npos);
  CHECK(outcome.err.find("attache.toml:2:1: 'log-format' takes one value") != std::string::npos);
  CHECK(outcome.err.find("attache.toml:3:1: ") != std::string::npos);
}

TEST_CASE("a broken file is named with line and column") {
  const Shell shell;
  shell.write("attache.toml", "log-level = \n");
  check(shell, {{"attache completion bash", 78, "", "attache.toml:1:[0-9]+: this is not TOML: "}});
}

TEST_CASE("the nearest attache.toml above the current folder counts") {
  const Shell shell;
  shell.write("attache.toml", "nonsense = 1\n");
  shell.write("a/b/file", "");
  check(shell, {{"cd a/b && attache completion bash", 78, "", "attache.toml:1:1: unknown key 'nonsense'"}});
  shell.write("a/attache.toml", "log-level = \"info\"\n");
  check(shell, {{"cd a/b && attache completion bash", 0, "complete -F", ""}});
}

TEST_CASE("the user's file is read where XDG says") {
  const Shell shell;
  shell.write("xdg/attache/config.toml", "nonsense = 1\n");
  check(shell, {{"attache completion bash", 0, "complete -F", ""},
                {"XDG_CONFIG_HOME=$PWD/xdg attache completion bash", 78, "", "xdg/attache/config.toml:1:1: unknown key"}});
  shell.write(".home/.config/attache/config.toml", "other = 1\n");
  check(shell, {{"attache completion bash", 78, "", "\\.config/attache/config.toml:1:1: unknown key 'other'"}});
}

TEST_CASE("a wrong value in the environment is a configuration error that names the variable") {
  check(Shell{}, {{"ATTACHE_LOG_LEVEL=loud attache completion bash", 78, "", "ATTACHE_LOG_LEVEL: 'log-level' cannot be 'loud'"},
                  {"ATTACHE_LGO_LEVEL=debug attache completion bash", 78, "",
                   "ATTACHE_LGO_LEVEL means nothing to attache; did you mean 'ATTACHE_LOG_LEVEL'\\?"},
                  {"ATTACHE_SERVICE_HOST=10.0.0.1 attache completion bash", 0, "complete", ""},
                  {"ATTACHE_LOG_LEVEL= attache completion bash", 0, "complete", ""}});
}
