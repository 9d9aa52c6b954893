// Options: each value they offer must work, and values that nobody expects must do no harm.
#include <charconv>

#include "host/src/check/rule.hpp"

namespace attache::host::check {
namespace {

std::string number(double value, bool whole) {
  if (whole) return std::to_string(static_cast<long long>(value));
  std::string text(64, '\0');
  text.resize(static_cast<std::size_t>(std::to_chars(text.data(), text.data() + text.size(), value).ptr - text.data()));
  return text;
}

/// Every value of a choice, both of a bool, both bounds of a number.
std::vector<std::string> offered_values(const OptionInfo& option) {
  if (option.type == "bool") return {"true", "false"};
  if (option.type == "choice") return option.choices;
  std::vector<std::string> values;
  for (const auto& bound : {option.min, option.max}) {
    if (bound) values.push_back(number(*bound, option.type != "float"));
  }
  return values;
}

std::vector<std::string> hostile_values(const OptionInfo& option, const Subject& subject) {
  if (option.type == "path") return {subject.path};
  if (option.type != "text") return {};
  return {"", " ", "=1+1", "../../x", "line\nend\t\x01", "Қ\xE2\x80\xAE\xF0\x9F\x87\xB0\xF0\x9F\x87\xBF", std::string(10'000, 'x'), "%s%n"};
}

Trial with_option(const Subject& subject, const OptionInfo& option, const std::string& value) {
  Trial trial = trial_of(subject);
  std::erase_if(trial.options, [&](const auto& each) { return each.first == option.id; });
  trial.options.emplace_back(option.id, value);
  return trial;
}

std::vector<Trial> offered_trials(const Subject& subject) {
  std::vector<Trial> trials;
  for (const OptionInfo& option : subject.described->options) {
    for (const std::string& value : offered_values(option)) trials.push_back(with_option(subject, option, value));
  }
  return trials;
}

std::vector<Trial> hostile_trials(const Subject& subject) {
  std::vector<Trial> trials;
  for (const OptionInfo& option : subject.described->options) {
    for (const std::string& value : hostile_values(option, subject)) trials.push_back(with_option(subject, option, value));
  }
  return trials;
}

Judgement every_choice(const Evidence& evidence) {
  const auto trials = offered_trials(evidence.subject);
  if (trials.empty()) return not_judged("it has no option with choices or bounds");
  Judgement worst = kept();
  for (const Trial& trial : trials) {
    const Observation& seen = evidence.runs[trial];
    if (seen.refused())
      worst = doubtful(name_of(trial) + ": it refuses a value that it offers: " + seen.error,
                       "say in the option's description when it may be used");
    else if (Judgement found = must_export(evidence, trial); found.verdict == Verdict::failed)
      return found;
  }
  return worst;
}

Judgement odd_options(const Evidence& evidence) {
  const auto trials = hostile_trials(evidence.subject);
  if (trials.empty()) return not_judged("it has no option of type text or path");
  for (const Trial& trial : trials) {
    if (evidence.runs[trial].refused()) continue;
    if (Judgement found = must_export(evidence, trial); found.verdict != Verdict::passed) return found;
  }
  return kept();
}

}  // namespace

Trial trial_of(const Subject& subject, std::string document) {
  Trial trial;
  trial.document = std::move(document);
  for (const OptionInfo& option : subject.described->options) {
    if (!option.required || option.has_default) continue;
    std::string value = "1";
    if (option.type == "choice") value = option.choices.front();
    if (option.type == "path") value = subject.path;  // an existing file
    if (option.min) value = number(*option.min, option.type != "float");
    trial.options.emplace_back(option.id, value);
  }
  return trial;
}

Judgement must_export(const Evidence& evidence, const Trial& trial) {
  const Observation& seen = evidence.runs[trial];
  if (seen.exported()) return kept();
  if (!seen.skipped.empty()) return not_judged(seen.skipped);
  const std::string next =
      seen.refused() ? "write it, or what of it the format can hold" : "run it under a debugger: --in-process --only …";
  return broken(name_of(trial) + ": " + seen.story(), next);
}

std::vector<Rule> option_rules() {
  using enum Severity;
  return {{"every-choice", "every value that its options offer works", error, Needs::description, every_choice, offered_trials},
          {"odd-options", "empty, long and hostile values of text and path options do no harm", error, Needs::description, odd_options,
           hostile_trials}};
}

}  // namespace attache::host::check
