#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include "dataset/pair.hpp"
#include "figures.hpp"
#include "rules.hpp"
#include "value/joined.hpp"

namespace attache::dataset {
namespace {

constexpr double far_factor = 100, near_factor = 10;

/// The figures of one thing by year; of other parts of the year are other series.
struct Value {
  const Row* row;
  double amount;
  bool told = false;
};
using Years = std::map<int, std::vector<Value>>;

struct Series {
  Years years;
  double floor = 0;         ///< what is smaller is by nature uneven
  bool is_certain = false;  ///< one neighbour is enough
};

double ratio(double a, double b) { return std::max(a, b) / std::min(a, b); }

class Scales {
 public:
  explicit Scales(Context& context) : context_(context) {
    for (const std::string& text : context.data.settings.pairs) {
      if (const auto pair = parse_pair(context.data, text)) pairs_.insert({{pair->first, pair->second}, {pair->second, pair->first}});
    }
  }

  void see(const Flow& f) {
    const auto value = figure(f);
    if (!value || value->amount.sign() <= 0 || !dated(f.period)) return;
    const std::string key =
        joined({"flow", f.reporter, f.partner, f.flow, f.frequency, f.classification, f.product, f.currency, part_of_year(f.period)}, "\n");
    Series& series = all_[key];
    series.floor = 1e6;
    series.is_certain = pairs_.contains({f.reporter, f.partner});
    series.years[year(f.period)].push_back({&f, value->amount.to_double()});
  }

  void see(const Observation& o) {
    const auto value = figure(o);
    const std::string unit(unit_of(context_.data, o));
    if (!value || value->amount.sign() <= 0 || !dated(o.period) || unit == "%") return;
    const std::string key = joined(
        {o.indicator, o.area, o.counterpart, unit, o.currency, o.price_basis, o.adjustment, o.comparison, part_of_year(o.period)}, "\n");
    Series& series = all_[key];
    series.floor = 1000;
    series.is_certain = true;
    series.years[year(o.period)].push_back({&o, value->amount.to_double()});
  }

  /// First what stands between two years, then what has one neighbour, the latest first: what was told of is no measure for others.
  void check() {
    for (auto& [key, series] : all_) {
      check_years(series, 2);
      if (series.is_certain) check_years(series, 1);
    }
  }

 private:
  static bool dated(const Edtf& period) { return !period.is_undated() && !period.open_start() && !period.open_end(); }
  static int year(const Edtf& period) { return period.earliest() / 10000; }
  static std::string part_of_year(const Edtf& period) {
    const std::int32_t from = period.earliest();
    return std::to_string(from % 10000) + "-" + std::to_string(period.latest() - from / 10000 * 10000);
  }

  void check_years(Series& series, std::size_t least_neighbours) {
    for (auto year = series.years.rbegin(); year != series.years.rend(); ++year) {
      for (auto value = year->second.rbegin(); value != year->second.rend(); ++value)
        check_value(series, year->first, *value, least_neighbours);
    }
  }

  void check_value(const Series& series, int year, Value& value, std::size_t least_neighbours) {
    std::vector<const Value*> neighbours;
    std::set<int> years;
    for (const int near : {year - 1, year, year + 1}) {
      const auto found = series.years.find(near);
      if (found == series.years.end()) continue;
      for (const Value& other : found->second) {
        if (&other == &value || other.told) continue;
        neighbours.push_back(&other);
        years.insert(near);
      }
    }
    if (value.told || years.size() < least_neighbours || !stands_out(series, value, neighbours)) return;
    value.told = true;
    const bool larger = value.amount > neighbours.front()->amount;
    context_.report(*value.row, {"implausible-scale", "multiplier",
                                 "'" + value.row->id + "' is more than a hundred times " + (larger ? "larger" : "smaller") + " than '" +
                                     neighbours.front()->row->id + "'",
                                 "line " + std::to_string(neighbours.front()->row->at.line) +
                                     " has the same figure of a neighbouring year or another source",
                                 "see whether multiplier or unit slipped; if the figure is right, say why in note"});
  }

  static bool stands_out(const Series& series, const Value& value, const std::vector<const Value*>& neighbours) {
    const auto [low, high] =
        std::minmax_element(neighbours.begin(), neighbours.end(), [](const Value* a, const Value* b) { return a->amount < b->amount; });
    if (neighbours.empty() || ratio((*low)->amount, (*high)->amount) > near_factor) return false;
    const double smallest = series.is_certain ? std::max(value.amount, (*high)->amount) : (*low)->amount;
    return smallest >= series.floor && ratio(value.amount, (*low)->amount) >= far_factor &&
           ratio(value.amount, (*high)->amount) >= far_factor;
  }

  Context& context_;
  std::set<std::pair<std::string, std::string>> pairs_;
  std::map<std::string, Series> all_;
};

}  // namespace

/// A figure a hundred times its neighbours is a slip of the multiplier more often than an event. Trade outside the dataset's pairs is
/// uneven by nature where it is small; there two neighbouring years must agree, and be of some size.
void check_scales(Context& context) {
  Scales scales(context);
  for (const Flow& f : context.data.flows) scales.see(f);
  for (const Observation& o : context.data.observations) scales.see(o);
  scales.check();
}

}  // namespace attache::dataset
