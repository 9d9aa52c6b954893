#include <algorithm>
#include <map>
#include <set>

#include "figures.hpp"
#include "rules.hpp"
#include "value/joined.hpp"

namespace attache::dataset {
namespace {

bool differ(const Figure& a, const Figure& b) {
  const auto difference = a.amount.minus(b.amount);
  const auto tolerance = a.half_unit.plus(b.half_unit);
  return difference && tolerance && difference->absolute() > *tolerance;
}

/// Does one release replace the other, directly or by way of others?
bool replaces(const Dataset& data, const std::string& newer, const std::string& older) {
  const Release* release = data.release(newer);
  for (std::size_t steps = 0; release != nullptr && !release->replaces.empty() && steps < data.releases.size(); ++steps) {
    if (release->replaces == older) return true;
    release = data.release(release->replaces);
  }
  return false;
}

void report(Context& context, const Row& row, const Row& other, std::string next) {
  context.report(row, {"disagreement", "value", "'" + row.id + "' and '" + other.id + "' differ by more than their precision",
                       "line " + std::to_string(other.at.line) + " has another value for the same thing and period", std::move(next)});
}

void check_observations(Context& context) {
  std::set<std::string> claimed;
  for (const Claim& c : context.data.claims) claimed.insert({c.observation, c.base});
  std::map<std::string, std::vector<const Observation*>> same;
  for (const Observation& o : context.data.observations) {
    if (!figure(o)) continue;
    same[joined({o.indicator, o.area, o.counterpart, o.reporter, o.period.text(), std::string(unit_of(context.data, o)), o.currency,
                 o.price_basis, o.adjustment, o.comparison},
                "\n")]
        .push_back(&o);
  }
  for (const auto& entry : same) {
    const Observation& first = *entry.second.front();
    for (const Observation* o : entry.second) {
      if (claimed.contains(o->id) || claimed.contains(first.id) || !differ(*figure(*o), *figure(first))) continue;
      report(context, *o, first, "say who claims which in claims.csv, or give the wrong one rank deprecated");
    }
  }
}

void check_flows(Context& context) {
  std::map<std::string, std::vector<const Flow*>> same;
  for (const Flow& f : context.data.flows) {
    if (!figure(f)) continue;
    same[joined({f.reporter, f.partner, f.flow, f.frequency, f.period.text(), f.classification, f.product, f.currency}, "\n")].push_back(
        &f);
  }
  for (const auto& entry : same) {
    const Flow& first = *entry.second.front();
    for (const Flow* f : entry.second) {
      const bool revised = replaces(context.data, f->release, first.release) || replaces(context.data, first.release, f->release);
      if (f->release == first.release || revised || !differ(*figure(*f), *figure(first))) continue;
      report(context, *f, first, "say in releases.csv which release replaces which, or delete one of the rows");
    }
  }
}

}  // namespace

/// Two figures for the same thing and period, known too precisely to be both right: somebody's claims, a revision, or a slip.
void check_disagreements(Context& context) {
  check_observations(context);
  check_flows(context);
}

}  // namespace attache::dataset
