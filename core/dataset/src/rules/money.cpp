#include "figures.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

void check_observation(Context& context, const Observation& o) {
  if (!o.value && !o.value_low && !o.value_high) return;
  const std::string unit(unit_of(context.data, o));
  if (unit.empty())
    context.report(o, {"unit", "unit", "'" + o.id + "' has no unit", "neither has its indicator", "write USD, km, persons, % or 1"});
  if (!o.currency.empty() && !is_currency(o.currency)) {
    context.report(o, {"currency", "currency", "no currency '" + o.currency + "'", "ISO 4217 has no such code", "write USD, EUR, KZT …"});
  } else if (is_currency(unit) && !o.currency.empty() && o.currency != unit) {
    context.report(
        o, {"currency", "currency", "'" + o.id + "' has the unit " + unit + " and the currency " + o.currency, "", "correct one of them"});
  }
  if (unit == "currency" && o.currency.empty()) {
    context.report(o, {"currency", "currency", "'" + o.id + "' is money without a currency", "", "write USD, EUR, KZT …"});
  }
  const bool is_rate = unit == "%" && (o.indicator.find("growth") != std::string::npos || o.indicator.find("change") != std::string::npos);
  if (is_rate && o.comparison.empty()) {
    context.report(o, {"comparison", "comparison", "'" + o.id + "' does not say what it is compared with", "",
                       "write previous-year or previous-period"});
  }
}

}  // namespace

/// A figure without its basis is worthless: unit, and for money one currency, and for rates what they compare with.
void check_money(Context& context) {
  for (const Observation& o : context.data.observations) check_observation(context, o);
  for (const Flow& f : context.data.flows) {
    if (f.value && f.currency.empty()) {
      context.report(f, {"currency", "currency", "'" + f.id + "' is money without a currency", "", "write USD, EUR, KZT …"});
    } else if (!f.currency.empty() && !is_currency(f.currency)) {
      context.report(f, {"currency", "currency", "no currency '" + f.currency + "'", "ISO 4217 has no such code", "write USD, EUR, KZT …"});
    }
    if (f.quantity && f.quantity_unit.empty()) {
      context.report(f, {"unit", "quantity_unit", "the quantity of '" + f.id + "' has no unit", "", "write kg, l, m3, u …"});
    }
  }
  for (const Claim& c : context.data.claims) {
    if (c.value && c.unit.empty()) {
      context.report(c, {"unit", "unit", "the figure of '" + c.id + "' has no unit", "", "write %, 1, km, USD …"});
    }
  }
}

}  // namespace attache::dataset
