#include <unordered_map>

#include "rules.hpp"

namespace attache::dataset {

/// The key of a trade row: release, reporter, partner, flow, frequency, period, classification, product.
void check_flow_keys(Context& context) {
  std::unordered_map<std::string, const Flow*> first;
  for (const Flow& f : context.data.flows) {
    std::string key;
    for (const std::string& part : {f.release, f.reporter, f.partner, f.flow, f.frequency, f.period.text(), f.classification, f.product})
      key += part + "\n";
    const auto [at, added] = first.emplace(std::move(key), &f);
    if (added) continue;
    context.report(f, {"duplicate-flow", "id", "'" + f.id + "' is the same trade row as '" + at->second->id + "'",
                       "line " + std::to_string(at->second->at.line) +
                           " has the same release, reporter, partner, flow, frequency, period, classification and product",
                       "delete one of them"});
  }
}

}  // namespace attache::dataset
