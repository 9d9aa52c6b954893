// What a plugin must be able to write.
#include "host/src/check/documents.hpp"
#include "host/src/check/rule.hpp"

namespace attache::host::check {
namespace {

/// The rule that a document is exported. Where a format has bounds, a refusal with a reason is a warning.
Rule exports(std::string_view id, std::string_view demand, std::vector<std::string> documents, bool may_refuse = false) {
  Rule rule{id, demand, Severity::error, Needs::description, {}};
  rule.trials = [documents](const Subject& subject) {
    std::vector<Trial> trials;
    for (const std::string& document : documents) trials.push_back(trial_of(subject, document));
    return trials;
  };
  rule.judge = [documents, may_refuse](const Evidence& evidence) {
    for (const std::string& document : documents) {
      const Trial trial = trial_of(evidence.subject, document);
      const Observation& seen = evidence.runs[trial];
      if (may_refuse && seen.refused())
        return doubtful(name_of(trial) + ": it refuses: " + seen.error, "write it if the format can hold it");
      if (Judgement found = must_export(evidence, trial); found.verdict != Verdict::passed) return found;
    }
    return kept();
  };
  return rule;
}

std::vector<std::string> block_documents() {
  std::vector<std::string> names;
  for (const std::string& kind : block_kinds()) names.push_back("block-" + kind);
  return names;
}

bool same_bytes(const Observation& a, const Observation& b) {
  bool same = a.files.size() == b.files.size();
  for (std::size_t i = 0; same && i < a.files.size(); ++i)
    same = a.files[i].name == b.files[i].name && a.files[i].sha256 == b.files[i].sha256;
  return same;
}

/// The content of a future block may not vanish: where a paragraph changes the output, its future form changes it too.
Rule keeps(std::string_view id, std::string_view demand, const std::string& document) {
  Rule rule = exports(id, demand, {document});
  rule.trials = [document](const Subject& subject) {
    return std::vector<Trial>{trial_of(subject, document), trial_of(subject, "news"), trial_of(subject, "no-news")};
  };
  rule.judge = [document](const Evidence& evidence) {
    const Trial trial = trial_of(evidence.subject, document);
    if (Judgement found = must_export(evidence, trial); found.verdict != Verdict::passed) return found;
    const Observation& with = evidence.runs[trial_of(evidence.subject, "news")];
    const Observation& without = evidence.runs[trial_of(evidence.subject, "no-news")];
    const bool deterministic = (evidence.subject.described->flags & ATTACHE_PLUGIN_DETERMINISTIC) != 0;
    if (!deterministic || same_bytes(with, without) || !same_bytes(evidence.runs[trial], without)) return kept();
    return broken("what the block says is lost: the output is as if it were not there",
                  "for a kind you do not know, write what attache_block.fallback says (attache::sdk::render does)");
  };
  return rule;
}

}  // namespace

std::vector<Rule> content_rules() {
  std::vector<Rule> all = {
      exports("default-options", "it exports a full document with the options it has by default", {"sample"}),
      exports("empty-document", "it exports a document with a title and nothing else", {"empty"}),
      exports("every-block", "it exports each kind of block alone", block_documents()),
      keeps("future-block", "a block of a kind it cannot know is written as its fallback", "future-block"),
      keeps("future-nested", "a fallback that it cannot know either is followed to the next one", "future-nested"),
      exports("future-void", "a future block whose fallback holds nothing does no harm", {"future-void"}),
      exports("future-values", "roles, styles, flags and reasons that it cannot know do no harm", {"future-values"}),
      exports("no-metadata", "a document without metadata does no harm", {"no-metadata"}),
      exports("all-missing", "it exports a table, figures and a chart without any value", {"all-missing"}),
      exports("one-row", "it exports a table of one row", {"one-row"}),
      exports("no-rows", "it exports a table without rows", {"no-rows"}),
      exports("no-columns", "a table without columns does no harm", {"no-columns"}),
      exports("hundred-columns", "it exports a table of 100 columns", {"hundred-columns"}, true),
      exports("large-table", "it exports a table of 3,000 rows in time", {"rows"}, true),
      exports("deep-sections", "sections nested 40 deep do no harm", {"deep"}),
      exports("huge-text", "texts and words of 60,000 characters do no harm", {"huge-text"}, true),
      exports("hostile-text", "formulas, markup, control characters and line ends in texts do no harm", {"hostile-text"}),
      exports("bidi", "right-to-left text and unbalanced direction marks do no harm", {"bidi"}),
      exports("right-to-left", "it exports a document that reads from right to left", {"right-to-left"}),
      exports("extreme-numbers", "the largest, smallest and finest numbers do no harm", {"extreme-numbers"}),
      exports("odd-dates", "dates without day, year or end, and far years, do no harm", {"odd-dates"}),
      exports("odd-links", "links of other schemes, to nothing and of no source do no harm", {"odd-links"}),
  };
  return all;
}

}  // namespace attache::host::check
