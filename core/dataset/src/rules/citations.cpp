#include "rules.hpp"

namespace attache::dataset {

/// A claim without a citation is an error: its source is required by the schema, where in it is said by quote or locator.
void check_citations(Context& context) {
  for (const Claim& c : context.data.claims) {
    if (c.source.empty() || !c.quote.empty() || !c.locator.empty()) continue;
    context.report(c, {"citation", "quote", "the claim '" + c.id + "' has no quote and no locator", "nobody can find it in the source",
                       "copy its words into quote"});
  }
  for (const Flow& f : context.data.flows) {
    if (!f.source.empty() || !f.release.empty()) continue;
    context.report(f, {"citation", "source", "'" + f.id + "' has neither source nor release", "", "fill in one of them"});
  }
}

}  // namespace attache::dataset
