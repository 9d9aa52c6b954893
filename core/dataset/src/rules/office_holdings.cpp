#include <cstdint>
#include <limits>
#include <map>

#include "rules.hpp"

namespace attache::dataset {
namespace {

std::int32_t surely_begun(const Office& o) { return o.from.latest(); }
std::int32_t earliest_end(const Office& o) { return o.to.is_undated() ? std::numeric_limits<std::int32_t>::max() : o.to.earliest(); }

/// Certain even at the least favourable reading of the dates; one day is a handover.
bool overlap(const Office& a, const Office& b) {
  if (a.from.is_undated() || b.from.is_undated()) return false;
  return surely_begun(a) < earliest_end(b) && surely_begun(b) < earliest_end(a);
}

}  // namespace

/// An office has one holder at a time. A warning: some offices are shared.
void check_office_holdings(Context& context) {
  std::map<std::pair<std::string, std::string>, std::vector<const Office*>> holders;
  for (const Office& o : context.data.offices) holders[{o.area, std::string(o.title.in("en"))}].push_back(&o);
  for (const auto& [office, rows] : holders) {
    for (std::size_t j = 1; j < rows.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!overlap(*rows[i], *rows[j])) continue;
        context.report(*rows[j],
                       {"office-overlap", "from", "'" + rows[j]->id + "' and '" + rows[i]->id + "' hold the same office at the same time",
                        office.second + ", line " + std::to_string(rows[i]->at.line) + " and here",
                        "end the earlier one, or give the offices their own titles"});
      }
    }
  }
}

}  // namespace attache::dataset
