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

/// Nothing when the three agree, or cannot be added.
std::optional<Decimal> discrepancy(const Figure& x, const Figure& m, const Figure& t) {
  const auto sum = x.amount.plus(m.amount);
  const auto difference = sum ? sum->minus(t.amount) : std::nullopt;
  const auto two_halves = x.half_unit.plus(m.half_unit);
  const auto tolerance = two_halves ? two_halves->plus(t.half_unit) : std::nullopt;
  if (!difference || !tolerance || difference->absolute() <= *tolerance) return std::nullopt;
  return difference;
}

/// Against all exports and imports of its basis; the first that does not add up is told, for the others say the same.
void check_one(Context& context, const Observation& turnover, const Trio& trio) {
  for (const Observation* x : trio.exports) {
    for (const Observation* m : trio.imports) {
      const auto difference = discrepancy(*figure(*x), *figure(*m), *figure(turnover));
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
    if (!figure(o) || member_of(o.indicator, prefix, probe) == nullptr) continue;
    Trio& trio = trios[{prefix, o.area, o.counterpart, o.reporter, o.period.text(), unit_of(data, o), currency_of(data, o), o.price_basis,
                        o.adjustment, o.comparison + "\n" + o.source}];
    member_of(o.indicator, prefix, trio)->push_back(&o);
  }
  for (const auto& entry : trios) {
    for (const Observation* turnover : entry.second.turnover) check_one(context, *turnover, entry.second);
  }
}

}  // namespace attache::dataset
