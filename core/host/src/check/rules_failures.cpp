// How a plugin fails: when it is told to stop, when the disk is full, when a service fails.
#include <algorithm>

#include "host/src/check/rule.hpp"

namespace attache::host::check {
namespace {

constexpr int cancel_points = 6;
constexpr int sink_points = 8;
constexpr double soon_s = 3;

Trial rows(const Subject& subject) { return trial_of(subject, "rows"); }
std::vector<Trial> rows_only(const Subject& subject) { return {rows(subject)}; }
std::vector<Trial> sample_only(const Subject& subject) { return {trial_of(subject)}; }

/// `count` numbers from first to last, fewer when there are fewer.
std::vector<std::int64_t> spread(std::int64_t first, std::int64_t last, int count) {
  std::vector<std::int64_t> numbers;
  for (int i = 0; i < count && last >= first; ++i) {
    const std::int64_t number = first + (last - first) * i / std::max(1, count - 1);
    if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
  }
  return numbers;
}

std::vector<Trial> cancel_trials(const Evidence& evidence) {
  std::vector<Trial> trials;
  for (const std::int64_t at : spread(1, evidence.runs[rows(evidence.subject)].progress_calls, cancel_points)) {
    Trial trial = rows(evidence.subject);
    trial.cancel_at = static_cast<int>(at);
    trials.push_back(std::move(trial));
  }
  return trials;
}

Judgement cancel(const Evidence& evidence) {
  const auto trials = cancel_trials(evidence);
  if (trials.empty()) return not_judged("it never asks whether to stop");
  for (const Trial& trial : trials) {
    const Observation& seen = evidence.runs[trial];
    const std::string about = "told to stop at call " + std::to_string(trial.cancel_at) + " of progress, ";
    if (!seen.skipped.empty()) return not_judged(seen.skipped);
    if (!seen.accident.empty() || seen.threw)
      return broken(about + (seen.threw ? "an exception left it" : seen.story()), "return what progress returned");
    if (seen.status != ATTACHE_CANCELLED)
      return broken(about + "it returned status " + std::to_string(seen.status) + ", not ATTACHE_CANCELLED",
                    "return what progress returned");
    if (seen.until_return_s > soon_s)
      return broken(about + "it went on for " + std::to_string(static_cast<int>(seen.until_return_s)) + " s", "return at once");
  }
  return kept();
}

Judgement progress(const Evidence& evidence) {
  const Observation& seen = evidence.runs[rows(evidence.subject)];
  if (!seen.exported()) return not_judged("the export of a large table did not end well");
  if (seen.progress_calls == 0) return broken("it never called progress in a table of 3,000 rows", "call it once a batch");
  return seen.odd_progress.empty() ? kept()
                                   : broken(seen.odd_progress, "the fraction goes from 0 to 1; a negative one says that it is not known");
}

/// A failure of the host must come back as ATTACHE_ERR_IO, whatever the plugin says of it.
Judgement passes_on(const Observation& seen, const std::string& about) {
  if (!seen.skipped.empty()) return not_judged(seen.skipped);
  if (!seen.accident.empty()) return broken(about + seen.story(), "return the status that the host's function returned");
  if (seen.threw) return broken(about + "an exception left it", "catch what your library throws");
  if (seen.done || seen.status == ATTACHE_OK)
    return broken(about + "it says it is done", "look at what write, close_artifact and close_file return");
  if (seen.status != ATTACHE_ERR_IO)
    return broken(about + "it returned status " + std::to_string(seen.status) + ", not ATTACHE_ERR_IO",
                  "return the status that the host's function returned");
  return kept();
}

Judgement first_fault(const Evidence& evidence, const std::vector<Trial>& trials, const std::function<std::string(const Trial&)>& about) {
  for (const Trial& trial : trials) {
    if (Judgement found = passes_on(evidence.runs[trial], about(trial)); found.verdict != Verdict::passed) return found;
  }
  return kept();
}

std::vector<Trial> sink_trials(const Evidence& evidence) {
  std::vector<Trial> trials;
  for (const std::int64_t bytes : spread(0, evidence.runs[trial_of(evidence.subject)].written - 1, sink_points)) {
    Trial trial = trial_of(evidence.subject);
    trial.sink_bytes = bytes;
    trials.push_back(std::move(trial));
  }
  return trials;
}

Judgement sink_failure(const Evidence& evidence) {
  const auto trials = sink_trials(evidence);
  if (trials.empty()) return not_judged("it writes its files itself, by path; 'disk-full' judges that");
  return first_fault(evidence, trials,
                     [](const Trial& trial) { return "when a sink fails after " + std::to_string(trial.sink_bytes) + " bytes, "; });
}

std::vector<Trial> disk_trials(const Evidence& evidence) {
  std::uint64_t largest = 0;
  for (const SeenFile& file : evidence.runs[trial_of(evidence.subject)].files) largest = std::max(largest, file.bytes);
  std::vector<Trial> trials;
  for (const std::int64_t bytes : spread(1, static_cast<std::int64_t>(largest) - 1, 4)) {
    Trial trial = trial_of(evidence.subject);
    trial.largest_file = static_cast<std::uint64_t>(bytes);
    trials.push_back(std::move(trial));
  }
  return trials;
}

Judgement disk_full(const Evidence& evidence) {
  const auto trials = disk_trials(evidence);
  if (trials.empty()) return not_judged("its files are too small to be cut off");
  return first_fault(evidence, trials,
                     [](const Trial& trial) { return "when no file can grow beyond " + std::to_string(trial.largest_file) + " bytes, "; });
}

Trial failing_open(const Subject& subject) {
  Trial trial = trial_of(subject);
  trial.opens_fail = true;
  return trial;
}

Trial failing_read(const Subject& subject) {
  Trial trial = trial_of(subject);
  trial.reads_fail = true;
  return trial;
}

Judgement read_failure(const Evidence& evidence) {
  const Observation& seen = evidence.runs[failing_read(evidence.subject)];
  if (!seen.host_failed && seen.exported()) return not_judged("it reads no rows in batches");
  if (!seen.skipped.empty()) return not_judged(seen.skipped);
  if (!seen.accident.empty() || seen.threw)
    return broken("when a table cannot be read, " + (seen.threw ? "an exception left it" : seen.story()),
                  "return the status of read_batch");
  return seen.status == ATTACHE_OK ? broken("when a table cannot be read, it says it is done", "look at what read_batch returns") : kept();
}

Judgement error_text(const Evidence& evidence) {
  int failed = 0;
  for (const auto& [trial, seen] : evidence.runs.all()) {
    if (!seen.accident.empty() || !seen.skipped.empty() || seen.threw || seen.status == ATTACHE_OK || seen.status == ATTACHE_CANCELLED)
      continue;
    ++failed;
    if (seen.error.empty() && !seen.host_failed)
      return broken(name_of(trial) + ": it failed with status " + std::to_string(seen.status) + " and no text",
                    "call set_error: what is wrong, why, what to do");
  }
  return failed == 0 ? not_judged("it never failed") : kept();
}

Judgement no_exceptions(const Evidence& evidence) {
  for (const auto& [trial, seen] : evidence.runs.all()) {
    if (seen.threw)
      return broken(name_of(trial) + ": an exception left it", "catch every exception in export_document (attache/plugin.hpp does)");
  }
  return kept();
}

}  // namespace

std::vector<Rule> failure_rules() {
  using enum Severity;
  const auto more_sample = [](Trial (*make)(const Subject&)) {
    return [make](const Subject& subject) { return std::vector<Trial>{make(subject)}; };
  };
  return {
      {"progress", "over a large table it calls progress, with fractions that are possible", warning, Needs::description, progress,
       rows_only},
      {"cancel", "told to stop at any call of progress, it returns ATTACHE_CANCELLED at once", error, Needs::description, cancel, rows_only,
       cancel_trials},
      {"sink-failure", "a sink that fails, early or late, makes it fail with ATTACHE_ERR_IO", error, Needs::description, sink_failure,
       sample_only, sink_trials},
      {"disk-full", "a file that cannot grow makes it fail with ATTACHE_ERR_IO", error, Needs::description, disk_full, sample_only,
       disk_trials},
      {"open-failure", "an artifact that cannot be opened makes it fail with ATTACHE_ERR_IO", error, Needs::description,
       [](const Evidence& evidence) {
         return passes_on(evidence.runs[failing_open(evidence.subject)], "when its file cannot be opened, ");
       },
       more_sample(failing_open)},
      {"read-failure", "a table that cannot be read makes it fail", error, Needs::description, read_failure,
       [](const Subject& subject) {
         return std::vector<Trial>{failing_read(subject), rows(subject)};
       }},
      {"error-text", "when it fails by itself it says why", error, Needs::description, error_text,
       [](const Subject& subject) {
         return std::vector<Trial>{failing_open(subject), failing_read(subject)};
       }},
      {"no-exceptions", "no exception leaves it, whatever happens", error, Needs::description, no_exceptions,
       [](const Subject& subject) {
         return std::vector<Trial>{trial_of(subject), failing_open(subject), failing_read(subject)};
       }},
  };
}

}  // namespace attache::host::check
