// What a plugin says of itself when it is loaded.
#include "host/src/check/rule.hpp"
#include "host/src/wire.hpp"
#include "value/joined.hpp"

namespace attache::host::check {
namespace {

bool cannot_be_loaded(const Problem& problem) { return problem.what.find(" cannot be loaded: ") != std::string::npos; }

Judgement undefined_symbols(const Evidence& evidence) {
  if (evidence.subject.described || !cannot_be_loaded(evidence.subject.described.error())) return kept();
  return broken(evidence.subject.described.error().what, evidence.subject.described.error().next);
}

Judgement descriptor(const Evidence& evidence) {
  if (evidence.subject.described) return kept();
  if (cannot_be_loaded(evidence.subject.described.error())) return not_judged("it cannot be loaded");
  return broken(evidence.subject.described.error().what, evidence.subject.described.error().next);
}

Judgement manifest_agrees(const Evidence& evidence) {
  if (evidence.subject.file->manifest.empty()) return not_judged("it has no manifest");
  if (!evidence.subject.manifest) return broken(evidence.subject.manifest.error().what, evidence.subject.manifest.error().next);
  PluginInfo described = *evidence.subject.described;
  if (manifest_text(*evidence.subject.manifest) == manifest_text(described)) return kept();
  return broken("the manifest in the file and its code disagree", "write it again: attache plugins pack FILE");
}

Judgement described_well(const Evidence& evidence) {
  const PluginInfo& info = *evidence.subject.described;
  std::vector<std::string> missing;
  if (info.description.empty()) missing.emplace_back("a description");
  if (info.vendor.empty()) missing.emplace_back("a vendor");
  if (info.license.empty()) missing.emplace_back("a licence");
  for (const OptionInfo& option : info.options) {
    if (option.title.empty() || option.description.empty()) missing.push_back("a title and a description of option '" + option.id + "'");
  }
  return missing.empty() ? kept() : broken("it lacks " + joined(missing), "users read them in 'attache plugins show'");
}

}  // namespace

std::vector<Rule> descriptor_rules() {
  using enum Severity;
  return {
      {"undefined-symbols", "every library and symbol it needs is found", error, Needs::trust, undefined_symbols},
      {"descriptor", "its entry returns at once a descriptor that keeps the contract", error, Needs::trust, descriptor},
      {"manifest-agrees", "the manifest in the file says what the code says", error, Needs::description, manifest_agrees},
      {"described-well", "it and its options have titles, descriptions, a vendor and a licence", warning, Needs::description,
       described_well},
  };
}

}  // namespace attache::host::check
