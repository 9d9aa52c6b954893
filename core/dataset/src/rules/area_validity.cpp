#include "rules.hpp"

namespace attache::dataset {
namespace {

struct Use {
  const char* column;
  const std::string& area;
  const Edtf& date;
};

void check_use(Context& context, const Row& row, const Use& use) {
  const Area* area = use.area.empty() || use.date.is_undated() ? nullptr : context.data.area(use.area);
  if (area == nullptr) return;
  const bool before = !area->valid_from.is_undated() && use.date.latest() < area->valid_from.earliest();
  const bool after = !area->valid_to.is_undated() && use.date.earliest() > area->valid_to.latest();
  if (!before && !after) return;
  context.report(row, {"area-validity", use.column,
                       "'" + use.area + "' is used for " + use.date.text() + (before ? ", before it began" : ", after it ended"),
                       "areas.csv gives it " + (before ? "valid_from " + area->valid_from.text() : "valid_to " + area->valid_to.text()),
                       "name the area of that time, or correct its validity"});
}

}  // namespace

/// Names and borders have dates: an area is used for what lies within its own.
void check_area_validity(Context& context) {
  const Dataset& d = context.data;
  for (const Event& e : d.events) {
    check_use(context, e, {"place", e.place, e.date});
    check_use(context, e, {"host", e.host, e.date});
    check_use(context, e, {"chair", e.chair, e.date});
  }
  for (const Observation& o : d.observations) {
    check_use(context, o, {"area", o.area, o.period});
    check_use(context, o, {"counterpart", o.counterpart, o.period});
    check_use(context, o, {"reporter", o.reporter, o.period});
  }
  for (const Flow& f : d.flows) {
    check_use(context, f, {"reporter", f.reporter, f.period});
    check_use(context, f, {"partner", f.partner, f.period});
  }
  for (const Agreement& a : d.agreements) {
    for (const std::string& party : a.parties) check_use(context, a, {"parties", party, a.signed_on});
    check_use(context, a, {"place", a.place, a.signed_on});
  }
  for (const Membership& m : d.memberships) {
    check_use(context, m, {"area", m.area, m.from});
    check_use(context, m, {"organisation", m.organisation, m.from});
  }
  for (const Mission& m : d.missions) {
    check_use(context, m, {"sender", m.sender, m.from});
    check_use(context, m, {"host", m.host, m.from});
    check_use(context, m, {"city", m.city, m.from});
  }
}

}  // namespace attache::dataset
