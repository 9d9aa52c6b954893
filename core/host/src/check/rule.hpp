#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "host/check.hpp"
#include "host/src/check/subject.hpp"

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

struct Rule {
  std::string_view id, demand;
  Severity severity = Severity::error;
  Needs needs = Needs::file;
  Judgement (*judge)(const Subject&) = nullptr;
};

/// All of them, group by group; the order of check_rules().
[[nodiscard]] const std::vector<Rule>& rules();

[[nodiscard]] std::vector<Rule> file_rules();
[[nodiscard]] std::vector<Rule> import_rules();
[[nodiscard]] std::vector<Rule> descriptor_rules();

}  // namespace attache::host::check
