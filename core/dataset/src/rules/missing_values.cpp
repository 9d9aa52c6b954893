#include "figures.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

constexpr const char* meaning = "status H, L, M, O and Q say that there is no value";

}  // namespace

/// Missing is not zero (SDMX OBS_STATUS): a value and a status of absence exclude each other, and one of the two is there.
void check_missing_values(Context& context) {
  for (const Observation& o : context.data.observations) {
    const bool has_value = o.value || o.value_low || o.value_high;
    if (has_value && is_missing_status(o.status)) {
      context.report(o, {"value-of-missing", "value", "'" + o.id + "' has a value and the status " + o.status, meaning,
                         "delete the value or change the status"});
    }
    if (!has_value && !is_missing_status(o.status) && o.bound != "open" && !context.is_filled(o, "value")) {
      context.report(o, {"reason-for-missing", "value", "'" + o.id + "' has no value", "an empty cell may be zero, unknown or confidential",
                         "write the value, or status O (missing), L (not collected), M (cannot exist) or Q (suppressed)"});
    }
  }
  for (const Flow& f : context.data.flows) {
    const bool has_value = f.value || f.net_weight || f.quantity;
    if (f.value && is_missing_status(f.status)) {
      context.report(f, {"value-of-missing", "value", "'" + f.id + "' has a value and the status " + f.status, meaning,
                         "delete the value or change the status"});
    }
    if (!has_value && !is_missing_status(f.status) && !context.is_filled(f, "value")) {
      context.report(f, {"reason-for-missing", "value", "'" + f.id + "' has no value", "an absent figure is not zero",
                         "write the value, or status O (missing), L (not collected), M (cannot exist) or Q (suppressed)"});
    }
  }
}

}  // namespace attache::dataset
