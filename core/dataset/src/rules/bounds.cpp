#include "rules.hpp"

namespace attache::dataset {

/// A range has both ends, in order, with the value between them.
void check_bounds(Context& context) {
  for (const Observation& o : context.data.observations) {
    if (o.bound == "range" && (!o.value_low || !o.value_high)) {
      context.report(o, {"bound", "bound", "'" + o.id + "' is a range without both ends", "", "fill in value_low and value_high"});
    }
    if (o.value_low && o.value_high && *o.value_high < *o.value_low) {
      context.report(o,
                     {"bound", "value_high", "the range of '" + o.id + "' ends before it begins", "", "exchange value_low and value_high"});
      continue;
    }
    if (o.value && ((o.value_low && *o.value < *o.value_low) || (o.value_high && *o.value_high < *o.value))) {
      context.report(
          o, {"bound", "value", "the value of '" + o.id + "' lies outside its range", "", "correct value, value_low or value_high"});
    }
  }
}

}  // namespace attache::dataset
