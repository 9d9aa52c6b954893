#include <doctest/doctest.h>

#include "line.hpp"

using attache::tests::check;
using attache::tests::Shell;

namespace {

const std::string plugins = std::string(ATTACHE_BINARY_DIR) + "/tests/plugins";

std::string misbehave(const std::string& mode, const std::string& options = {}) {
  return "attache export $SAMPLES/kazakhstan-russia --report extract --plugin-dir " + plugins +
         " --plugin misbehaving --option mode=" + mode + " -o x.txt " + options;
}

}  // namespace

TEST_CASE("a plugin's fault ends with 70, a hang with 124, and nothing is left") {
  const Shell shell;
  check(shell, {
                   {misbehave("segfault"), 70, "", "plugin 'misbehaving' crashed: Segmentation fault"},
                   {misbehave("exit-0"), 70, "", "plugin 'misbehaving' ended the process itself"},
                   {misbehave("with-text"), 65, "", "the table has no rows"},
                   {misbehave("hang", "--limit stall=1"), 124, "", "no sign of life for 1 s"},
               });
  CHECK(shell.files().empty());
}

TEST_CASE("a signal stops an export with 130 or 143, and nothing is left") {
  const Shell shell;
  for (const auto& [signal, code] : {std::pair{"TERM", "143"}, std::pair{"INT", "130"}}) {
    const std::string line = "timeout --foreground --preserve-status -s " + std::string(signal) + " 3 " + misbehave("hang") + "; echo $?";
    check(shell, {{line, 0, "^" + std::string(code) + "\n$", "the export was interrupted"}});
  }
  CHECK(shell.files().empty());
}

TEST_CASE("a plugin that is refused says why, and its own code") {
  const Shell shell;
  const auto refused = [](const std::string& name) {
    return "attache plugins show " + name + " --plugin-dir " + plugins + "/refused/" + name;
  };
  check(shell, {
                   {refused("newer-minor"), 69, "", "newer-minor.*contract"},
                   {refused("other-major"), 69, "", "built for plugin contract 2"},
                   {refused("no-entry"), 77, "", "exports no attache_plugin_v1"},
                   {"attache plugins show csw", 69, "", "there is no plugin 'csw'; did you mean 'csv'\\?"},
               });
}

TEST_CASE("a plugin that others may write is refused with 77") {
  const Shell shell;
  check(shell,
        {
            {"mkdir p && cp " + plugins + "/minimal.attache.so p/ && chmod o+w p/minimal.attache.so", 0, "", ""},
            {"attache plugins show minimal --plugin-dir p", 77, "", "minimal\\.attache\\.so: it can be changed by everybody; chmod o-w"},
            {"attache plugins list --plugin-dir p", 0, "csv",
             "^warning: .*/p/minimal\\.attache\\.so is not used: .*can be changed by everybody"},
            {"chmod o-w p/minimal.attache.so && attache plugins show minimal --plugin-dir p", 0, "^minimal: ", ""},
        });
}
