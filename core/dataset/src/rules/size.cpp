#include "figures.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

/// Money of the whole world in the smallest currency stays far below; documents print millions with eighteen digits.
constexpr int most_digits = 24;

void check_size(Context& context, const Row& row, const std::optional<Decimal>& value, int multiplier) {
  if (!value) return;
  const auto whole = amount(value, multiplier);
  if (whole && whole->absolute() < *Decimal(1, 0).shifted(most_digits)) return;
  context.report(row,
                 {"size", "value", "'" + row.id + "' is " + value->text() + " × 10^" + std::to_string(multiplier),
                  "no figure has more than " + std::to_string(most_digits) + " digits before the point", "correct value or multiplier"});
}

}  // namespace

/// A figure is of a size that documents can print.
void check_sizes(Context& context) {
  for (const Observation& o : context.data.observations) check_size(context, o, o.value, o.multiplier);
  for (const Flow& f : context.data.flows) check_size(context, f, f.value, f.multiplier);
}

}  // namespace attache::dataset
