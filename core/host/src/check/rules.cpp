#include "host/src/check/rule.hpp"

namespace attache::host {
namespace check {

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> gathered;
    for (const auto& group : {file_rules(), import_rules(), descriptor_rules(), content_rules(), option_rules(), artifact_rules(),
                              bytes_rules(), host_rules(), failure_rules(), conduct_rules()})
      gathered.insert(gathered.end(), group.begin(), group.end());
    return gathered;
  }();
  return all;
}

}  // namespace check

const std::vector<CheckRule>& check_rules() {
  static const std::vector<CheckRule> all = [] {
    std::vector<CheckRule> listed;
    for (const check::Rule& rule : check::rules()) listed.push_back({rule.id, rule.demand, rule.severity});
    return listed;
  }();
  return all;
}

}  // namespace attache::host
