// What a plugin's file asks of the C library. An import is no call, but it is the only trace of calls that no test document leads to.
#include <algorithm>
#include <array>
#include <span>

#include "host/src/check/rule.hpp"
#include "value/joined.hpp"

namespace attache::host::check {
namespace {

/// What a language runtime imports that is linked into a plugin, whatever the plugin does.
std::span<const std::string_view> imports_of_runtime(std::string_view runtime) {
  static constexpr std::array<std::string_view, 1> rust = {"abort"};
  static constexpr std::array<std::string_view, 5> cxx = {"abort", "stderr", "arc4random", "getentropy", "getrandom"};
  if (runtime == "Rust") return rust;
  return runtime == "C++" ? std::span<const std::string_view>(cxx) : std::span<const std::string_view>{};
}

Judgement imports_none_of(const Evidence& evidence, std::span<const std::string_view> names, std::string_view next) {
  std::vector<std::string> found;
  for (const std::string& symbol : evidence.subject.file->undefined) {
    if (std::find(names.begin(), names.end(), symbol) != names.end()) found.push_back(symbol);
  }
  std::sort(found.begin(), found.end());
  const std::string& runtime = evidence.subject.runtime;
  const auto inherited = imports_of_runtime(runtime);
  const bool only_inherited = std::all_of(found.begin(), found.end(), [&](const std::string& symbol) {
    return std::find(inherited.begin(), inherited.end(), symbol) != inherited.end();
  });
  if (!found.empty() && only_inherited)
    return not_judged("it uses " + joined(found) + ", as the runtime of " + runtime +
                      " does that is linked into it: what it uses itself cannot be told");
  return found.empty() ? kept() : broken("it uses " + joined(found), std::string(next));
}

Judgement no_exit(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 6> names = {"exit", "_exit", "_Exit", "quick_exit", "thrd_exit", "pthread_exit"};
  return imports_none_of(evidence, names, "return a status and let the program end itself");
}
Judgement no_abort(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 3> names = {"abort", "__assert_fail", "raise"};
  return imports_none_of(evidence, names, "return ATTACHE_ERR_INTERNAL and a text; assertions belong into test builds");
}
Judgement no_processes(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 15> names = {"fork",  "vfork",       "_Fork",        "clone",  "system",
                                                             "popen", "daemon",      "execl",        "execle", "execlp",
                                                             "execv", "posix_spawn", "posix_spawnp", "execve", "execvp"};
  return imports_none_of(evidence, names, "do the work in the plugin; a worker may not start processes");
}
Judgement no_signals(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 9> names = {"signal",        "sigaction", "sigset",    "bsd_signal", "sysv_signal",
                                                            "__sysv_signal", "alarm",     "setitimer", "sigprocmask"};
  return imports_none_of(evidence, names, "signals belong to the program: ask is_cancelled or progress instead");
}
Judgement no_global_state(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 13> names = {"setlocale", "_ZNSt6locale6globalERKS_",
                                                             "chdir",     "fchdir",
                                                             "chroot",    "umask",
                                                             "setenv",    "unsetenv",
                                                             "putenv",    "clearenv",
                                                             "setrlimit", "setrlimit64",
                                                             "fesetround"};
  return imports_none_of(evidence, names,
                         "leave the process as it is: format numbers without a locale, open files by the paths the host gives");
}
Judgement no_output(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 16> names = {
      "puts",   "putchar", "printf",    "vprintf",   "__printf_chk", "__vprintf_chk", "perror",     "psignal",
      "stdout", "stderr",  "_ZSt4cout", "_ZSt4cerr", "_ZSt4clog",    "_ZSt5wcout",    "_ZSt5wcerr", "_ZSt5wclog"};
  return imports_none_of(evidence, names, "say it through host->log");
}
Judgement no_clock(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 9> names = {"time",         "gettimeofday",       "clock_gettime",
                                                            "timespec_get", "localtime",          "localtime_r",
                                                            "ftime",        "__cxa_current_time", "_ZNSt6chrono3_V212system_clock3nowEv"};
  return imports_none_of(evidence, names, "the time is request->source_date_epoch, in UTC");
}
Judgement no_randomness(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 8> names = {
      "rand",      "rand_r",     "random",     "drand48",
      "getrandom", "getentropy", "arc4random", "_ZNSt13random_device7_M_initERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"};
  return imports_none_of(evidence, names, "derive what must be unique from the document");
}
Judgement no_network(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 6> names = {"socket",        "connect",     "getaddrinfo",
                                                            "gethostbyname", "gethostname", "res_query"};
  return imports_none_of(evidence, names, "a file is made of the document alone");
}
Judgement no_loader(const Evidence& evidence) {
  static constexpr std::array<std::string_view, 3> names = {"dlopen", "dlmopen", "dlclose"};
  return imports_none_of(evidence, names, "link what it needs, so that a missing library is known before an export");
}

}  // namespace

std::vector<Rule> import_rules() {
  using enum Severity;
  return {
      {"no-exit", "it cannot end the process (exit, _exit …)", error, Needs::library, no_exit},
      {"no-abort", "it cannot abort the process (abort, assert)", warning, Needs::library, no_abort},
      {"no-processes", "it starts no processes (fork, system, exec …)", error, Needs::library, no_processes},
      {"no-signals", "it installs no signal handlers and no timers", error, Needs::library, no_signals},
      {"no-global-state", "it changes no locale, folder, umask, environment or limit", error, Needs::library, no_global_state},
      {"no-output", "it has nothing that writes to standard output or error", warning, Needs::library, no_output},
      {"no-clock", "it does not ask the clock", warning, Needs::library, no_clock},
      {"no-randomness", "it draws no random numbers", warning, Needs::library, no_randomness},
      {"no-network", "it does not use the network", warning, Needs::library, no_network},
      {"no-loader", "it loads no further code while it runs (dlopen)", warning, Needs::library, no_loader},
  };
}

}  // namespace attache::host::check
