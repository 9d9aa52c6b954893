#include "rules.hpp"

namespace attache::dataset {
namespace {

struct Ends {
  const char* from_column;
  const Edtf& from;
  const char* to_column;
  const Edtf& to;
};

void check_ends(Context& context, const Row& row, const Ends& ends) {
  if (ends.from.is_undated() || ends.to.is_undated() || ends.to.latest() >= ends.from.earliest()) return;
  context.report(
      row, {"period-order", ends.to_column, "'" + row.id + "' ends before it begins", ends.to.text() + " is before " + ends.from.text(),
            std::string("correct ") + ends.from_column + " or " + ends.to_column});
}

template <class R>
void check_rows(Context& context, const std::vector<R>& rows) {
  for (const R& row : rows) check_ends(context, row, {"from", row.from, "to", row.to});
}

}  // namespace

/// Nothing ends before it begins, and nothing enters into force before it was signed.
void check_periods(Context& context) {
  const Dataset& d = context.data;
  for (const Area& a : d.areas) check_ends(context, a, {"valid_from", a.valid_from, "valid_to", a.valid_to});
  check_rows(context, d.offices);
  check_rows(context, d.missions);
  check_rows(context, d.relationships);
  check_rows(context, d.memberships);
  check_rows(context, d.links);
  for (const Agreement& a : d.agreements) check_ends(context, a, {"signed_on", a.signed_on, "in_force", a.in_force});
}

}  // namespace attache::dataset
