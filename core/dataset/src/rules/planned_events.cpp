#include "rules.hpp"

namespace attache::dataset {

/// Planned is not held: what lies in the future of its source has no outcome yet, and an unknown number of documents, not none.
void check_planned_events(Context& context) {
  for (const Event& e : context.data.events) {
    if (e.status == "planned" && e.outcome_status == "held") {
      context.report(e, {"planned-outcome", "outcome_status", "'" + e.id + "' is planned and its outcome was held",
                         "what has not happened has no outcome", "write planned or unknown, or status held"});
    }
    if (e.status == "planned" && e.outcome_count == 0) {
      context.report(e, {"planned-outcome", "outcome_count", "'" + e.id + "' is planned with 0 documents", "their number is not known yet",
                         "leave outcome_count empty"});
    }
    const Source* source = context.data.source(e.source);
    const bool dated = source != nullptr && !source->published.is_undated() && !e.date.is_undated();
    if (e.status == "held" && dated && e.date.earliest() > source->published.latest()) {
      context.report(e, {"held-in-future", "status", "'" + e.id + "' was held on " + e.date.text() + ", after its source was published",
                         "source '" + source->id + "' is of " + source->published.text(), "write planned, or cite a later source"});
    }
  }
}

}  // namespace attache::dataset
