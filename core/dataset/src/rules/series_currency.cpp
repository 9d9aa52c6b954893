#include <map>
#include <set>

#include "figures.hpp"
#include "rules.hpp"
#include "value/joined.hpp"

namespace attache::dataset {
namespace {

/// What a series has in common, and the row that gave it its currency.
class Currencies {
 public:
  explicit Currencies(Context& context) : context_(context) {}

  void see(std::string series, const Row& row, std::string_view currency) {
    if (currency.empty()) return;
    const auto [first, added] = first_.try_emplace(std::move(series), std::pair{&row, currency});
    if (added || first->second.second == currency || !told_.insert(first->first).second) return;
    context_.report(row, {"series-currency", "currency",
                          "'" + row.id + "' is in " + std::string(currency) + ", '" + first->second.first->id + "' of the same series in " +
                              std::string(first->second.second),
                          "figures of two currencies are never compared or drawn together", "convert one of them and say so in note"});
  }

 private:
  Context& context_;
  std::map<std::string, std::pair<const Row*, std::string_view>> first_;
  std::set<std::string> told_;
};

}  // namespace

/// A series is kept in one currency.
void check_series_currencies(Context& context) {
  Currencies currencies(context);
  for (const Flow& f : context.data.flows)
    currencies.see(joined({"flow", f.reporter, f.partner, f.flow, f.frequency, f.classification, f.product}, "\n"), f, f.currency);
  for (const Observation& o : context.data.observations)
    currencies.see(joined({o.indicator, o.area, o.counterpart, o.reporter, o.price_basis}, "\n"), o, currency_of(context.data, o));
}

}  // namespace attache::dataset
