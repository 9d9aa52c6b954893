// What a plugin does beside writing: in the process, on the machine. Judged over every trial that was made for other rules too.
#include "host/src/check/rule.hpp"
#include "value/joined.hpp"

namespace attache::host::check {
namespace {

constexpr std::uint64_t much_memory = std::uint64_t{512} << 20;

std::vector<Trial> sample_only(const Subject& subject) { return {trial_of(subject)}; }

/// The rule that nothing of a kind is found in any trial; `fault` names what is, "" nothing.
Rule in_no_trial(std::string_view id, std::string_view demand, std::string (*fault)(const Observation&), std::string_view next) {
  Rule rule{id, demand, Severity::error, Needs::description, {}};
  rule.trials = sample_only;
  rule.judge = [fault, next](const Evidence& evidence) {
    for (const auto& [trial, seen] : evidence.runs.all()) {
      if (const std::string found = fault(seen); !found.empty()) return broken(name_of(trial) + ": " + found, std::string(next));
    }
    return kept();
  };
  return rule;
}

std::string changed(const Observation& seen) { return seen.changes.empty() ? "" : "it leaves " + joined(seen.changes) + " changed"; }
std::string strays(const Observation& seen) { return seen.strays.empty() ? "" : "it leaves " + joined(seen.strays); }
std::string threads(const Observation& seen) {
  return seen.threads_left <= 0 ? "" : "it leaves " + std::to_string(seen.threads_left) + " threads running";
}
std::string children(const Observation& seen) {
  return seen.children_left == 0 ? "" : "it leaves " + std::to_string(seen.children_left) + " processes running";
}
std::string misuse(const Observation& seen) { return seen.misuse.empty() ? "" : "it " + seen.misuse; }

Trial three_times(const Subject& subject) {
  Trial trial = trial_of(subject, "one-row");
  trial.times = 3;
  return trial;
}

Judgement descriptors(const Evidence& evidence) {
  const Trial trial = three_times(evidence.subject);
  if (Judgement found = must_export(evidence, trial); found.verdict != Verdict::passed) return found;
  const int gained = evidence.runs[trial].descriptors_gained;
  return gained <= 0 ? kept()
                     : broken("two further exports leave " + std::to_string(gained) + " more files open",
                              "close every file that you open, after an error too");
}

Trial fenced(const Subject& subject) {
  Trial trial = trial_of(subject);
  trial.fenced = true;
  return trial;
}

/// A library that complains while its export fails is told of, as users will be; one that prints while all is well is at fault.
Judgement quiet(const Evidence& evidence) {
  if (!evidence.runs.isolated()) return not_judged("in one process its output cannot be told from the program's");
  Judgement worst = kept();
  for (const auto& [trial, seen] : evidence.runs.all()) {
    if (!seen.accident.empty() || seen.noise.empty()) continue;
    if (seen.exported()) return broken(name_of(trial) + ": " + seen.noise, "say it through host->log");
    worst = doubtful(name_of(trial) + ", while it failed: " + seen.noise, "say it through host->log, or set the library's own switch");
  }
  return worst;
}

Judgement memory(const Evidence& evidence) {
  const Observation& seen = evidence.runs[trial_of(evidence.subject, "rows")];
  if (!seen.exported()) return not_judged("the export of a large table did not end well");
  if (seen.memory_bytes <= much_memory) return kept();
  return broken("a table of 3,000 rows took " + std::to_string(seen.memory_bytes >> 20) + " MB",
                "read tables in batches and write as you go");
}

}  // namespace

std::vector<Rule> conduct_rules() {
  using enum Severity;
  return {
      {"quiet", "it writes nothing to standard output and error", error, Needs::description, quiet, sample_only},
      in_no_trial("no-stray-files", "it writes no file but its artifacts", strays,
                  "write through artifacts; temporary files into temporary_folder()"),
      {"fence", "it needs to write nowhere but among its artifacts", error, Needs::description,
       [](const Evidence& evidence) { return must_export(evidence, fenced(evidence.subject)); },
       [](const Subject& subject) { return std::vector<Trial>{fenced(subject)}; }},
      {"descriptors", "it leaves no more files open each time", error, Needs::description, descriptors,
       [](const Subject& subject) { return std::vector<Trial>{three_times(subject)}; }},
      in_no_trial("threads-joined", "it leaves no thread running", threads, "join every thread before you return, after an error too"),
      in_no_trial("no-children", "it leaves no process running", children, "start no processes"),
      in_no_trial("process-state", "folder, umask, locale, environment, signals and limits are as before", changed,
                  "leave the process as it is"),
      in_no_trial("thread-tags", "it calls services from the threads that may call them", misuse,
                  "call [export-thread] functions only on the thread that called export_document"),
      {"memory", "a table of 3,000 rows takes less than 512 MB", warning, Needs::description, memory,
       [](const Subject& subject) { return std::vector<Trial>{trial_of(subject, "rows")}; }},
  };
}

}  // namespace attache::host::check
