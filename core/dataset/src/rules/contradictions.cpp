#include <algorithm>

#include "rules.hpp"

namespace attache::dataset {

/// Contradiction is mutual; that the ids exist is a foreign key of the schema.
void check_contradictions(Context& context) {
  for (const Claim& c : context.data.claims) {
    for (const std::string& id : c.contradicts) {
      const Claim* other = context.data.claim(id);
      if (other == nullptr) continue;
      if (other == &c || id == c.id) {
        context.report(c,
                       {"contradiction", "contradicts", "the claim '" + c.id + "' contradicts itself", "", "delete it from its own list"});
      } else if (std::find(other->contradicts.begin(), other->contradicts.end(), c.id) == other->contradicts.end()) {
        context.report(c, {"contradiction", "contradicts", "'" + c.id + "' contradicts '" + id + "', but not the other way round", "",
                           "add '" + c.id + "' to contradicts in line " + std::to_string(other->at.line)});
      }
    }
  }
}

}  // namespace attache::dataset
