#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "host/check.hpp"
#include "host/src/check/runs.hpp"
#include "host/src/check/subject.hpp"
#include "host/src/check/trial.hpp"

namespace attache::host::check {

/// What a rule finds. A rule of severity warning that is not kept becomes a warning.
struct Judgement {
  Verdict verdict = Verdict::passed;
  std::string what, next;
};
[[nodiscard]] inline Judgement kept() { return {}; }
[[nodiscard]] inline Judgement broken(std::string what, std::string next) { return {Verdict::failed, std::move(what), std::move(next)}; }
[[nodiscard]] inline Judgement doubtful(std::string what, std::string next) { return {Verdict::warned, std::move(what), std::move(next)}; }
[[nodiscard]] inline Judgement not_judged(std::string why) { return {Verdict::skipped, std::move(why), {}}; }

/// What a rule needs before it can be judged; where it is missing, the rule is skipped with the reason.
enum class Needs { file, library, trust, description };

/// The plugin and what was seen of its trials.
struct Evidence {
  const Subject& subject;
  const Runs& runs;
};

struct Rule {
  std::string_view id, demand;
  Severity severity = Severity::error;
  Needs needs = Needs::file;
  std::function<Judgement(const Evidence&)> judge;
  std::function<std::vector<Trial>(const Subject&)> trials{};  ///< to be made before it is judged
  std::function<std::vector<Trial>(const Evidence&)> more{};   ///< those that depend on what the first ones showed
};

/// All of them, group by group; the order of check_rules().
[[nodiscard]] const std::vector<Rule>& rules();

[[nodiscard]] std::vector<Rule> file_rules();
[[nodiscard]] std::vector<Rule> import_rules();
[[nodiscard]] std::vector<Rule> descriptor_rules();
[[nodiscard]] std::vector<Rule> content_rules();
[[nodiscard]] std::vector<Rule> option_rules();
[[nodiscard]] std::vector<Rule> artifact_rules();
[[nodiscard]] std::vector<Rule> bytes_rules();
[[nodiscard]] std::vector<Rule> host_rules();
[[nodiscard]] std::vector<Rule> failure_rules();
[[nodiscard]] std::vector<Rule> conduct_rules();

/// A trial over a document with every option at its default, required ones at a value they take.
[[nodiscard]] Trial trial_of(const Subject& subject, std::string document = "sample");
/// Kept when the trial ended with files; broken, with the trial's name, when not.
[[nodiscard]] Judgement must_export(const Evidence& evidence, const Trial& trial);

}  // namespace attache::host::check
