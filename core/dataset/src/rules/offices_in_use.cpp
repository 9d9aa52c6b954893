#include "rules.hpp"

namespace attache::dataset {
namespace {

struct Use {
  const char* column;
  const std::string& office;
  const Edtf& date;
  std::string what;  ///< "the event 'x'"
};

void check_use(Context& context, const Row& row, const Use& use) {
  const Office* office = context.data.office(use.office);
  if (office == nullptr || office->from.is_undated() || office->from.open_start() || use.date.is_undated() || use.date.open_end()) return;
  if (office->from.earliest() <= use.date.latest()) return;
  context.report(row, {"office-later", use.column, "the office '" + office->id + "' was taken up after " + use.what,
                       "it is held from " + office->from.text() + ", " + use.what + " is of " + use.date.text(),
                       "name the office held then, or correct its dates in offices.csv"});
}

}  // namespace

/// Nobody acts in an office before holding it.
void check_offices_in_use(Context& context) {
  for (const Participation& p : context.data.participations) {
    const Event* event = context.data.event(p.event);
    if (event != nullptr) check_use(context, p, {"office", p.office, event->date, "the event '" + event->id + "'"});
  }
  for (const Claim& c : context.data.claims) check_use(context, c, {"as_office", c.as_office, c.asserted_on, "the claim '" + c.id + "'"});
}

}  // namespace attache::dataset
