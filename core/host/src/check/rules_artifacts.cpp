// What a plugin's files must be.
#include <algorithm>

#include "host/src/check/rule.hpp"
#include "value/joined.hpp"

namespace attache::host::check {
namespace {

std::vector<Trial> sample_only(const Subject& subject) { return {trial_of(subject)}; }

/// Names that a user may well choose; the last one is no UTF-8.
std::vector<std::string> odd_names(const Subject& subject) {
  const std::string extension = subject.described->extensions.front();
  return {"Final Report.v2." + extension,
          "no-extension",
          "-o." + extension,
          "two words & more." + extension,
          "Қазақстан." + extension,
          "100%s." + extension,
          std::string(200, 'n') + "." + extension,
          "bytes-\xFF\xFE." + extension};
}

Trial named(const Subject& subject, const std::string& name) {
  Trial trial = trial_of(subject);
  trial.output_name = name;
  return trial;
}

std::vector<Trial> named_trials(const Subject& subject) {
  std::vector<Trial> trials;
  for (const std::string& name : odd_names(subject)) trials.push_back(named(subject, name));
  return trials;
}

Judgement output_names(const Evidence& evidence) {
  for (const std::string& name : odd_names(evidence.subject)) {
    const Observation& seen = evidence.runs[named(evidence.subject, name)];
    if (!seen.skipped.empty()) return not_judged(seen.skipped);
    const std::string about = "when the output is to be named '" + name + "': ";
    if (!seen.exported()) return broken(about + seen.story(), "open exactly request->output_name; it is bytes, not text");
    if (std::none_of(seen.files.begin(), seen.files.end(), [&](const SeenFile& file) { return file.name == name; }))
      return broken(about + "it writes '" + seen.files.front().name + "'", "open exactly request->output_name");
  }
  return kept();
}

Trial single(const Subject& subject) {
  Trial trial = trial_of(subject);
  trial.single = true;
  return trial;
}

Judgement single_artifact(const Evidence& evidence) {
  const Trial trial = single(evidence.subject);
  const Observation& seen = evidence.runs[trial];
  if (!seen.exported() && seen.accident.empty() && seen.skipped.empty() && !seen.threw && seen.status == ATTACHE_ERR_OPTION) return kept();
  return must_export(evidence, trial);
}

Judgement closed_artifacts(const Evidence& evidence) {
  const Observation& seen = evidence.runs[trial_of(evidence.subject)];
  if (!seen.accident.empty() || seen.status != ATTACHE_OK) return not_judged("the export of the sample document did not end well");
  return seen.left_open.empty() ? kept()
                                : broken("it says it is done and leaves " + joined(seen.left_open) + " open",
                                         "close every artifact: close_artifact, close_file");
}

Judgement artifacts_not_empty(const Evidence& evidence) {
  const Observation& seen = evidence.runs[trial_of(evidence.subject)];
  if (!seen.accident.empty() || seen.status != ATTACHE_OK) return not_judged("the export of the sample document did not end well");
  if (seen.opened.empty()) return broken("it says it is done and wrote no file", "open request->output_name");
  for (const SeenFile& file : seen.files) {
    if (file.bytes == 0) return broken("'" + file.name + "' is empty", "open an artifact only when there is something to write");
  }
  return kept();
}

Judgement media_type(const Evidence& evidence) {
  const Observation& seen = evidence.runs[trial_of(evidence.subject)];
  if (!seen.exported()) return not_judged("the export of the sample document did not end well");
  const std::string& promised = evidence.subject.described->media_type;
  const std::string& given = seen.files.front().media_type;
  const auto plain = [](const std::string& type) { return type.substr(0, type.find(';')); };
  return plain(given) == plain(promised) ? kept()
                                         : broken("its descriptor says " + promised + " and its file is opened as " + given,
                                                  "give open_artifact the type of the descriptor");
}

Judgement all_rows(const Evidence& evidence) {
  if ((evidence.subject.described->flags & ATTACHE_PLUGIN_ALL_ROWS) == 0) return not_judged("it does not claim ATTACHE_PLUGIN_ALL_ROWS");
  const Trial trial = trial_of(evidence.subject, "rows");
  if (Judgement found = must_export(evidence, trial); found.verdict != Verdict::passed) return found;
  const Observation& seen = evidence.runs[trial];
  if (seen.rows_read == seen.rows_there) return kept();
  return broken("it read " + std::to_string(seen.rows_read) + " of " + std::to_string(seen.rows_there) + " rows",
                "read to attache_table.row_count, or do not claim ATTACHE_PLUGIN_ALL_ROWS");
}

}  // namespace

std::vector<Rule> artifact_rules() {
  using enum Severity;
  return {
      {"closed-artifacts", "when it says it is done, every artifact is closed", error, Needs::description, closed_artifacts, sample_only},
      {"artifacts-not-empty", "a full document makes at least one file, and none that is empty", error, Needs::description,
       artifacts_not_empty, sample_only},
      {"media-type", "the main file has the media type of the descriptor", warning, Needs::description, media_type, sample_only},
      {"output-names", "the main file has the name that is asked for, be it long, odd or no UTF-8", error, Needs::description, output_names,
       named_trials},
      {"single-artifact", "to one stream it writes one file, or says why not with ATTACHE_ERR_OPTION", error, Needs::description,
       single_artifact, [](const Subject& subject) { return std::vector<Trial>{single(subject)}; }},
      {"all-rows", "where it claims to write every row, it reads every row", error, Needs::description, all_rows,
       [](const Subject& subject) { return std::vector<Trial>{trial_of(subject, "rows")}; }},
  };
}

}  // namespace attache::host::check
