// Other releases of the host.
#include "host/src/check/rule.hpp"

namespace attache::host::check {
namespace {

Trial by_host(const Subject& subject, HostKind kind) {
  Trial trial = trial_of(subject);
  trial.host = kind;
  return trial;
}

Rule with_host(std::string_view id, std::string_view demand, HostKind kind, std::string_view next) {
  Rule rule{id, demand, Severity::error, Needs::description, {}};
  rule.trials = [kind](const Subject& subject) { return std::vector<Trial>{by_host(subject, kind)}; };
  rule.judge = [kind, next](const Evidence& evidence) {
    const Observation& seen = evidence.runs[by_host(evidence.subject, kind)];
    if (!seen.skipped.empty()) return not_judged(seen.skipped);
    if (seen.exported()) return kept();
    const bool says_so = seen.accident.empty() && !seen.threw && !seen.error.empty();
    const bool may_decline = kind != HostKind::newer && (seen.status == ATTACHE_ERR_HOST_TOO_OLD || seen.status == ATTACHE_ERR_UNSUPPORTED);
    return says_so && may_decline ? kept() : broken(seen.story(), std::string(next));
  };
  return rule;
}

}  // namespace

std::vector<Rule> host_rules() {
  return {
      with_host("older-host", "by a host of the first minor it exports, or says that it is too old", HostKind::oldest,
                "test ATTACHE_HAS before you use a member that is newer than minor 0; set ATTACHE_TARGET_MINOR"),
      with_host("newer-host", "by a host of a later minor it exports", HostKind::newer,
                "take structs that are larger than yours: compare struct_size with >=, never with =="),
      with_host("no-interfaces", "by a host without optional interfaces it exports, or says that it cannot", HostKind::bare,
                "get_interface may return NULL: fail with ATTACHE_ERR_HOST_TOO_OLD and a text"),
  };
}

}  // namespace attache::host::check
