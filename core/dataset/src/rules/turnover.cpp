#include <map>
#include <tuple>

#include "figures.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

/// What three figures must share to be added: all of the basis but the indicator.
using Basis = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string_view, std::string_view, std::string,
                         std::string, std::string>;

struct Trio {
  std::vector<const Observation*> exports, imports, turnover;
};

/// "near-border-exports" → the vector for exports, under "near-border-".
std::vector<const Observation*>* member_of(std::string_view indicator, std::string& prefix, Trio& trio) {
  for (const auto& [word, member] : {std::pair<std::string_view, std::vector<const Observation*>*>{"exports", &trio.exports},
                                     {"imports", &trio.imports},
                                     {"turnover", &trio.turnover}}) {
    if (!indicator.ends_with(word)) continue;
    prefix = indicator.substr(0, indicator.size() - word.size());
    if (prefix.empty() || prefix.ends_with('-')) return member;
  }
  return nullptr;
}

/// Half of the last digit the figure was known with, in whole units.
Decimal half_unit(const Observation& o) {
  const int decimals = o.decimals.value_or(o.value->scale());
  const auto last_digit = Decimal(5, 1).shifted(o.multiplier);
  return last_digit ? last_digit->shifted(-decimals).value_or(Decimal()) : Decimal();
}

bool usable(const Observation& o) {
  return o.value && !is_missing_status(o.status) && o.rank != "deprecated" && (o.bound == "exact" || o.bound == "approx");
}

/// Nothing when the three agree, or cannot be added.
std::optional<Decimal> discrepancy(const Observation& x, const Observation& m, const Observation& t) {
  const auto exports = amount(x.value, x.multiplier), imports = amount(m.value, m.multiplier), turnover = amount(t.value, t.multiplier);
  if (!exports || !imports || !turnover) return std::nullopt;
  const auto sum = exports->plus(*imports);
  const auto difference = sum ? sum->minus(*turnover) : std::nullopt;
  const auto two_halves = half_unit(x).plus(half_unit(m));
  const auto tolerance = two_halves ? two_halves->plus(half_unit(t)) : std::nullopt;
  if (!difference || !tolerance || difference->absolute() <= *tolerance) return std::nullopt;
  return difference;
}

/// Against all exports and imports of its basis; the first that does not add up is told, for the others say the same.
void check_one(Context& context, const Observation& turnover, const Trio& trio) {
  for (const Observation* x : trio.exports) {
    for (const Observation* m : trio.imports) {
      const auto difference = discrepancy(*x, *m, turnover);
      if (!difference) continue;
      const std::string off = scaled_text(*difference, turnover.multiplier, unit_of(context.data, turnover));
      context.report(turnover,
                     {"turnover-sum", "value", "turnover '" + turnover.id + "' is not the sum of '" + x->id + "' and '" + m->id + "'",
                      "the sum differs by " + off + ", more than rounding explains",
                      "correct one of the three, or give those of another basis their own reporter, period or source"});
      return;
    }
  }
}

}  // namespace

/// Exports plus imports is turnover (IMTS 2010), each known to within half a unit of its last digit.
void check_turnover(Context& context) {
  std::map<Basis, Trio> trios;
  const Dataset& data = context.data;
  for (const Observation& o : data.observations) {
    Trio probe;
    std::string prefix;
    if (!usable(o) || member_of(o.indicator, prefix, probe) == nullptr) continue;
    Trio& trio = trios[{prefix, o.area, o.counterpart, o.reporter, o.period.text(), unit_of(data, o), currency_of(data, o), o.price_basis,
                        o.adjustment, o.comparison + "\n" + o.source}];
    member_of(o.indicator, prefix, trio)->push_back(&o);
  }
  for (const auto& entry : trios) {
    for (const Observation* turnover : entry.second.turnover) check_one(context, *turnover, entry.second);
  }
}

}  // namespace attache::dataset
