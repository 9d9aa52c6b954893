// Same document, same options, same bytes: whatever the clock, the user, the machine's settings or the host's batches.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "host/src/check/rule.hpp"

namespace attache::host::check {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// "'out.csv' differs from byte 12 on", "it writes 2 files, and 3 here"; "" when all is the same.
std::string difference(const Observation& a, const Observation& b) {
  if (a.files.size() != b.files.size())
    return "it writes " + std::to_string(a.files.size()) + " files, and then " + std::to_string(b.files.size());
  for (std::size_t i = 0; i < a.files.size(); ++i) {
    if (a.files[i].name != b.files[i].name) return "it writes '" + a.files[i].name + "', and then '" + b.files[i].name + "'";
    if (a.files[i].sha256 == b.files[i].sha256) continue;
    const std::string first = read(a.folder + "/" + a.files[i].name);
    const std::string second = read(b.folder + "/" + b.files[i].name);
    const auto [place, ignored] =
        std::mismatch(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(std::min(first.size(), second.size())), second.begin());
    return "'" + a.files[i].name + "' differs from byte " + std::to_string(place - first.begin() + 1) + " on";
  }
  return {};
}

using Change = void (*)(Trial&);

/// The rule that a change of one circumstance changes no byte.
Rule unmoved(std::string_view id, std::string_view demand, std::vector<Change> changes, std::string_view circumstance,
             std::string_view next) {
  Rule rule{id, demand, Severity::error, Needs::description, {}};
  const auto changed = [](const Subject& subject, Change change) {
    Trial trial = trial_of(subject);
    change(trial);
    return trial;
  };
  rule.trials = [](const Subject& subject) { return std::vector<Trial>{trial_of(subject)}; };
  rule.more = [changes, changed](const Evidence& evidence) {
    std::vector<Trial> trials;
    for (const Change change : changes) trials.push_back(changed(evidence.subject, change));
    return trials;
  };
  rule.judge = [=](const Evidence& evidence) {
    const Observation& usual = evidence.runs[trial_of(evidence.subject)];
    if (!usual.exported()) return not_judged("the export of the sample document did not end well");
    for (const Change change : changes) {
      const Trial trial = changed(evidence.subject, change);
      const Observation& seen = evidence.runs[trial];
      if (!seen.skipped.empty()) return not_judged(seen.skipped);
      if (!seen.exported()) return broken(std::string(circumstance) + ": " + seen.story(), std::string(next));
      if ((evidence.subject.described->flags & ATTACHE_PLUGIN_DETERMINISTIC) == 0) continue;
      if (const std::string differs = difference(usual, seen); !differs.empty())
        return broken(std::string(circumstance) + ": " + differs, std::string(next));
    }
    return kept();
  };
  return rule;
}

Trial twice(const Subject& subject) {
  Trial trial = trial_of(subject);
  trial.times = 2;
  return trial;
}

Judgement deterministic(const Evidence& evidence) {
  return (evidence.subject.described->flags & ATTACHE_PLUGIN_DETERMINISTIC) != 0
             ? kept()
             : broken("it does not claim that the same document makes the same bytes",
                      "take time and ids from the request, then set ATTACHE_PLUGIN_DETERMINISTIC");
}

Judgement again(const Evidence& evidence) {
  const Trial trial = twice(evidence.subject);
  if (Judgement found = must_export(evidence, trial); found.verdict != Verdict::passed) return found;
  const bool claims = (evidence.subject.described->flags & ATTACHE_PLUGIN_DETERMINISTIC) != 0;
  return claims && evidence.runs[trial].runs_differ
             ? broken("the second export of one process differs from the first", "keep no state between exports")
             : kept();
}

Trial at_once(const Subject& subject) {
  Trial trial = trial_of(subject);
  trial.threads = 4;
  return trial;
}

Judgement reentrant(const Evidence& evidence) {
  if ((evidence.subject.described->flags & ATTACHE_PLUGIN_REENTRANT) == 0) return not_judged("it does not claim ATTACHE_PLUGIN_REENTRANT");
  const Trial trial = at_once(evidence.subject);
  if (Judgement found = must_export(evidence, trial); found.verdict != Verdict::passed) return found;
  return evidence.runs[trial].runs_differ ? broken("four exports at once do not make the same bytes",
                                                   "share no state between exports, or do not claim ATTACHE_PLUGIN_REENTRANT")
                                          : kept();
}

}  // namespace

std::vector<Rule> bytes_rules() {
  using enum Severity;
  return {
      {"deterministic", "it claims that the same document makes the same bytes", warning, Needs::description, deterministic},
      unmoved("same-bytes", "two processes make the same bytes", {[](Trial& trial) { trial.number = 2; }}, "in another process",
              "addresses, hash order and random numbers may not reach the file"),
      unmoved("same-bytes-later", "two seconds later it makes the same bytes", {[](Trial& trial) { trial.later = true; }},
              "two seconds later", "the only clock is request->source_date_epoch; set the times of archive members too"),
      {"same-bytes-again", "a second export of one process makes the same bytes", error, Needs::description, again,
       [](const Subject& subject) { return std::vector<Trial>{twice(subject)}; }},
      unmoved("time-zone", "another time zone makes the same bytes",
              {[](Trial& trial) { trial.time_zone = "Pacific/Kiritimati"; }, [](Trial& trial) { trial.time_zone = "XXX+12"; }},
              "in another time zone", "request->source_date_epoch is UTC: use gmtime_r, never localtime"),
      unmoved("foreign-locale", "a locale with a decimal comma makes the same bytes", {[](Trial& trial) { trial.comma_locale = true; }},
              "under a locale with a decimal comma",
              "format numbers with std::to_chars or host->format_number, never with printf or streams"),
      unmoved("user-environment", "another user, language and terminal make the same bytes",
              {[](Trial& trial) { trial.other_user = true; }}, "with other HOME, USER, LANG …",
              "read no environment variables; std::locale(\"\") is one of their readers"),
      unmoved("umask", "another umask makes the same bytes", {[](Trial& trial) { trial.strict_umask = true; }}, "with umask 077",
              "files are the host's: write through sinks, or to the paths it gives"),
      unmoved("current-folder", "another current folder makes the same bytes", {[](Trial& trial) { trial.other_folder = true; }},
              "in another folder", "use no relative paths"),
      unmoved("batch-size", "rows given one, seven or all at a time make the same bytes",
              {[](Trial& trial) { trial.rows_at_once = 1; }, [](Trial& trial) { trial.rows_at_once = 7; }}, "with few rows a batch",
              "a read may give fewer rows than asked: go on after attache_batch.row_count"),
      {"reentrant", "where it claims to be reentrant, four exports at once make the same bytes", error, Needs::description, reentrant,
       [](const Subject& subject) { return std::vector<Trial>{at_once(subject)}; }},
  };
}

}  // namespace attache::host::check
