#include <algorithm>
#include <utility>

#include "host/src/check/rule.hpp"
#include "host/src/child.hpp"
#include "value/joined.hpp"

namespace attache::host {
namespace check {
namespace {

/// Why a rule that needs so much cannot be judged, "" when it can.
std::string what_is_missing(const Subject& subject, Needs needs) {
  if (needs >= Needs::library && !subject.file) return "the file is no library of this machine";
  if (needs >= Needs::trust && !subject.trusted) return "the file is not trusted, so its code is not run";
  if (needs >= Needs::description && !subject.described) return "the plugin cannot be loaded and described";
  return {};
}

CheckResult judge(const Rule& rule, const Evidence& evidence) {
  CheckResult result{{rule.id, rule.demand, rule.severity}, Verdict::skipped, what_is_missing(evidence.subject, rule.needs), {}};
  if (!result.what.empty()) return result;
  Judgement found = rule.judge(evidence);
  result.verdict = found.verdict;
  if (rule.severity == Severity::warning && found.verdict == Verdict::failed) result.verdict = Verdict::warned;
  result.what = std::move(found.what);
  result.next = std::move(found.next);
  return result;
}

/// Makes every trial that the rules ask for: first those that are known, then those that depend on what they showed.
void make_trials(const std::vector<const Rule*>& chosen, const Subject& subject, Runs& runs) {
  std::vector<Trial> trials;
  const auto add = [&trials](std::vector<Trial> more) { trials.insert(trials.end(), more.begin(), more.end()); };
  for (const Rule* rule : chosen) {
    if (rule->trials) add(rule->trials(subject));
  }
  runs.make(std::exchange(trials, {}));
  for (const Rule* rule : chosen) {
    if (rule->more) add(rule->more({subject, runs}));
  }
  runs.make(std::move(trials));
}

Outcome<std::vector<const Rule*>> chosen_rules(const std::vector<std::string>& only) {
  std::vector<std::string> ids;
  for (const Rule& rule : rules()) ids.emplace_back(rule.id);
  for (const std::string& id : only) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    const std::string near = did_you_mean(id, ids);
    return fail(Failure::usage, "there is no rule '" + id + "'", near.empty() ? "see 'attache plugins check --list'" : near);
  }
  std::vector<const Rule*> chosen;
  for (const Rule& rule : rules()) {
    if (only.empty() || std::find(only.begin(), only.end(), rule.id) != only.end()) chosen.push_back(&rule);
  }
  return chosen;
}

}  // namespace
}  // namespace check

std::size_t CheckReport::count(Verdict verdict) const {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [verdict](const CheckResult& each) { return each.verdict == verdict; }));
}

Outcome<CheckReport> check_plugin(const CheckJob& job) {
  const auto chosen = check::chosen_rules(job.only);
  if (!chosen) return fail(chosen.error());
  const auto subject = check::Subject::of(job.file, job.isolate, job.limit_s);
  if (!subject) return fail(subject.error());
  CheckReport report;
  report.path = subject->path;
  report.trusted = subject->trusted.has_value();
  if (const auto& info = subject->described ? subject->described : subject->manifest; info) {
    report.id = info->id;
    report.version = info->version;
  }
  const InterruptGuard guard;
  auto runs = check::Runs::create(*subject, job.isolate, job.limit_s);
  if (!runs) return fail(runs.error());
  if (subject->runs()) check::make_trials(*chosen, *subject, *runs);
  if (interrupted_by() != 0) return fail(Failure::cancelled, "the check was interrupted");
  for (const check::Rule* rule : *chosen) report.results.push_back(check::judge(*rule, {*subject, *runs}));
  return report;
}

}  // namespace attache::host
