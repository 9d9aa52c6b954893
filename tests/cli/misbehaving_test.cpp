// Every fault of tests/plugins/misbehaving: one clear line, its exit code, nothing half written, and the next export works.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "line.hpp"

using attache::tests::Outcome;
using attache::tests::Shell;

namespace {

const std::string plugins = std::string(ATTACHE_BINARY_DIR) + "/tests/plugins";

Outcome misbehave(const Shell& shell, const std::string& mode, const std::string& options = {}) {
  return shell.run("attache export $SAMPLES/kazakhstan-russia --report extract --plugin-dir " + plugins +
                   " --plugin misbehaving --option mode=" + mode + " -o x.txt --overwrite --limit time=60s " + options);
}

struct Fault {
  std::string mode;
  int code;
  const char* message;  ///< a regular expression for the only line
  const char* options = "";
};

void check_faults(const std::vector<Fault>& faults) {
  const Shell shell;
  shell.write("x.txt", "old");
  for (const Fault& fault : faults) {
    CAPTURE(fault.mode);
    const Outcome outcome = misbehave(shell, fault.mode, fault.options);
    CAPTURE(outcome.err);
    CHECK(outcome.code == fault.code);
    CHECK(std::regex_search(outcome.err, std::regex(fault.message)));
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    CHECK(outcome.err.size() < 6000);
    CHECK(outcome.out.empty());
    CHECK(shell.files() == std::vector<std::string>{"x.txt"});
    CHECK(shell.read("x.txt") == "old");
  }
  CHECK(misbehave(shell, "well").code == 0);
  CHECK(shell.read("x.txt") == "well\n");
}

}  // namespace

TEST_CASE("a plugin that crashes or ends the process") {
  check_faults({
    {"segfault", 70, "plugin 'misbehaving' crashed: Segmentation fault \\(signal 11\\); nothing was written; tell the plugin's vendor"},
        {"abort", 70, "crashed: Aborted \\(signal 6\\)"},
        {"exit-0", 70, "ended the process itself \\(exit code [0-9]+\\) without finishing"},
        {"exit-at-once", 70, "ended the process itself \\(exit code 0\\) without finishing"},
        {"killed", 70, "was killed: Killed \\(signal 9\\)"}, {"kills-its-group", 70, "was killed: Terminated \\(signal 15\\)"},
        {"stops-itself", 70, "stopped itself: Stopped \\(signal\\) \\(signal 19\\)"},
        {"throws", 70, "misbehaving: an exception left the plugin"},
        {"terminates", 70, "crashed: Aborted \\(signal 6\\); it wrote [0-9]+ bytes .*terminate called after throwing an instance of 'int'"},
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        {"double-free", 70, "crashed: Aborted \\(signal 6\\); it wrote [0-9]+ bytes .*double free"},
        {"stack-overflow", 70, "crashed: Segmentation fault"},
#endif
  });
}

TEST_CASE("a plugin that does not come back") {
  check_faults({
      {"hang", 124, "showed no sign of life for 1 s, the stall limit; raise the limit: --limit stall=2s", "--limit stall=1s"},
      {"endless-loop", 124, "showed no sign of life for 1 s", "--limit stall=1s"},
      {"ignores-signals", 124, "showed no sign of life for 1 s", "--limit stall=1s"},
      {"busy", 124, "was not done after 2 s, the time limit; raise the limit: --limit time=4s", "--limit time=2s"},
  });
}

TEST_CASE("a plugin that wants too much") {
  check_faults({
    {"endless", 70, "'x.txt' grew beyond the limit of 1 MiB; raise the limit: --limit size=2M", "--limit size=1M"},
        {"ignores-errors", 70, "'x.txt' grew beyond the limit of 1 MiB", "--limit size=1M"},
        {"many-files", 70, "the plugin opens more than 1000 files"},
        {"huge-error", 70, "misbehaving: it failed because of this: xxx.*… \\(67108891 bytes\\)"},
        {"says-out-of-memory", 70, "misbehaving: the plugin ran out of memory; choose a smaller report"},
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        {"out-of-memory", 70, "the plugin ran out of memory: the limit is 1 GiB; raise the limit: --limit memory=2G", "--limit memory=1G"},
        {"unchecked-memory", 70, "crashed: Segmentation fault.*; its memory limit was 1 GiB; raise the limit", "--limit memory=1G"},
#endif
  });
}

TEST_CASE("a plugin whose files are not as they should be") {
  check_faults({
      {"left-open", 70, "misbehaving: the plugin left 'x.txt' open"},
      {"no-file", 70, "misbehaving: the plugin says it is done and wrote no file"},
      {"bad-name", 70, "misbehaving: the plugin wants to write '../escape.txt'"},
      {"elsewhere", 70, "misbehaving: the plugin wrote 'stray.txt' into the current folder instead of an artifact"},
      {"beside", 70, "misbehaving: the plugin wrote the file 'x.txt.lock' without opening it"},
  });
}

TEST_CASE("a plugin that leaves the process other than it was") {
  check_faults({
      {"leaves-a-child", 70, "misbehaving: the plugin left 1 process running \\(attache-worker\\); they were ended"},
      {"leaves-a-daemon", 70, "misbehaving: the plugin left 1 process running"},
      {"leaves-threads", 70, "misbehaving: the plugin left 20 threads running"},
      {"closes-messages", 70, "plugin 'misbehaving' closed or replaced descriptor 3, which is the host's"},
      {"closes-all", 70, "plugin 'misbehaving' closed or replaced descriptor 3"},
      {"closes-output", 70, "misbehaving: the plugin closed or replaced descriptor 1, which is the host's"},
      {"handles-signals", 70, "misbehaving: the plugin changed what happens at signal 15 \\(Terminated\\)"},
      {"changes-folder", 70, "misbehaving: the plugin changed the current folder"},
      {"changes-umask", 70, "misbehaving: the plugin changed the umask from 0[0-7]+ to 000"},
      {"forges-an-answer", 70, "misbehaving: the worker names '../victim', which is no file name"},
      {"changes-locale", 70, "misbehaving: the plugin changed the locale from C to "},
  });
}

TEST_CASE("a plugin that uses the host wrongly or says badly what went wrong") {
  check_faults({
      {"no-text", 70, "misbehaving: failed with status 4 and gave no reason"},
      {"with-text", 65, "misbehaving: the table has no rows; choose another period"},
      {"unknown-status", 70, "misbehaving: failed with status 77 and gave no reason"},
      {"other-thread", 70, "misbehaving called progress from another thread"},
      {"cancels", 70, "the plugin says the export was cancelled, and nobody cancelled it"},
      {"reads-too-far", 70, "the plugin read rows 5 to 15 of table 9999, which are not there"},
  });
}

TEST_CASE("a plugin that only talks too much gets its file and a warning, each of few bytes") {
  const Shell shell;
  const Outcome noise = misbehave(shell, "noise");
  CHECK(noise.code == 0);
  CHECK_MESSAGE(noise.err ==
                    "warning: misbehaving: the plugin wrote 2950000 bytes to standard output or error, which begin: debug: a line "
                    "nobody asked for, written to standard output\n",
                noise.err);
  const Outcome lines = misbehave(shell, "noise-on-stderr");
  CHECK_MESSAGE(lines.err.find("which begin: first  [31mred [0m / second ? / third\n") != std::string::npos, lines.err);
  const Outcome log = misbehave(shell, "huge-log");
  CHECK(log.code == 0);
  CHECK(log.err.size() < 500000);
  CHECK(log.err.find("300 more warnings are not shown") != std::string::npos);
  CHECK(shell.files() == std::vector<std::string>{"x.txt"});
}

TEST_CASE("processes that a plugin leaves behind are gone when the export ends, daemons too") {
  const Shell shell;
  CHECK(misbehave(shell, "leaves-a-daemon").code == 70);
  CHECK(misbehave(shell, "leaves-a-child").code == 70);
  CHECK(misbehave(shell, "hang", "--limit stall=1s").code == 124);
  const Outcome left = shell.run("for p in /proc/[0-9]*; do grep -qsa \"HOME=$HOME\" $p/environ && cat $p/comm; done | grep attache");
  CHECK_MESSAGE(left.out.empty(), left.out);
}
