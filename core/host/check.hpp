#pragma once
/// The conformance check of exporter plugins: rules that every plugin must keep, judged by looking at its file and by running it, each time
/// in a worker process, over documents and under conditions that no user would wish for.

#include <string>
#include <string_view>
#include <vector>

#include "host/host.hpp"

namespace attache::host {

struct CheckRule {
  std::string_view id;      ///< stable: "one-entry"
  std::string_view demand;  ///< one line: what a plugin must be or do
  Severity severity = Severity::error;
};
/// Every rule, in the order in which they are judged and printed.
[[nodiscard]] const std::vector<CheckRule>& check_rules();

enum class Verdict {
  passed,
  warned,  ///< a rule of severity warning is not kept, or an error rule is kept with a reservation
  failed,
  skipped  ///< could not be judged, or does not concern this plugin
};
struct CheckResult {
  CheckRule rule;
  Verdict verdict = Verdict::passed;
  std::string what;  ///< what happened, or why it is skipped; "" when passed
  std::string next;  ///< what to do
};

struct CheckJob {
  std::string file;               ///< path
  std::vector<std::string> only;  ///< ids of rules; empty = all
  bool isolate = true;            ///< false: everything in this process, one after the other, for debuggers
  double limit_s = 20;            ///< for one run of the plugin
};
struct CheckReport {
  std::string path;
  std::string id, version;  ///< as its manifest or descriptor says; "" when neither can be read
  bool trusted = false;     ///< no: none of its code was run
  std::vector<CheckResult> results;

  [[nodiscard]] std::size_t count(Verdict verdict) const;
};
/// Failure::usage for an unknown rule, with a suggestion; ::missing_input when there is no such file. What the plugin does wrong is in the
/// report. Uses every processor; the report's order and words depend on none of it.
[[nodiscard]] Outcome<CheckReport> check_plugin(const CheckJob& job);

}  // namespace attache::host
