#include <algorithm>
#include <cstdint>

#include "figures.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

/// Beyond a third of what the data let expect, up or down.
constexpr double least = 0.75, most = 1.0 / 0.75;

/// Whole months from yyyymmdd to yyyymmdd.
struct Span {
  std::int32_t from = 0, to = 0;
  [[nodiscard]] int months() const { return (to / 10000 - from / 10000) * 12 + to / 100 % 100 - from / 100 % 100 + 1; }
  [[nodiscard]] bool covers(const Span& other) const { return from <= other.from && to >= other.to; }
};

Span span(const Edtf& period) { return {period.earliest(), period.latest()}; }
bool is_closed(const Edtf& period) { return !period.is_undated() && !period.open_start() && !period.open_end(); }

/// A figure of the dataset the claim can be held against.
struct Reference {
  std::string name;
  Edtf period;
  Decimal amount;
};

class GrowthClaims {
 public:
  explicit GrowthClaims(Context& context) : context_(context), data_(context.data) {}

  void check(const Claim& claim) const {
    const Observation* end = data_.observation(claim.observation);
    if (end == nullptr || !claim.value || !is_closed(end->period) || claim.rank == "deprecated") return;
    const auto implied = implied_base(claim, *end);
    const auto base = base_span(claim, *end);
    if (!implied || !base) return;
    const auto references = references_for(*end, *base);
    if (references.empty()) return;
    const Reference& reference = references.front();
    const auto expected = share_of(reference, *base);
    if (!expected || expected->sign() <= 0) return;
    const double ratio = implied->to_double() / expected->to_double();
    if (ratio >= least && ratio <= most) return;
    const std::string unit(unit_of(data_, *end));
    const auto text = [&](const Decimal& figure) { return scaled_text(figure, end->multiplier, unit); };
    std::string why = reference.name + " gives " + text(reference.amount) + " for " + reference.period.text();
    if (span(reference.period).months() != base->months()) why += ", which lets expect " + text(*expected);
    context_.report(
        claim, {"implausible-growth", "value", "the claim '" + claim.id + "' implies " + text(*implied) + " for " + text_of(*base), why,
                "say in reason what it was measured against, or set rank deprecated"});
  }

 private:
  /// What the claim makes of the base: v / (1 + g/100), or v / n for "n-fold".
  [[nodiscard]] std::optional<Decimal> implied_base(const Claim& claim, const Observation& end) const {
    const auto value = amount(end.value, end.multiplier);
    std::optional<Decimal> factor;
    if (claim.kind == "growth" && claim.unit == "%") factor = claim.value->shifted(-2).value_or(Decimal()).plus(Decimal::of(1));
    if (claim.kind == "ratio" && claim.unit == "1" && !claim.base.empty()) factor = claim.value;
    if (!value || !factor || factor->sign() <= 0) return std::nullopt;
    return value->divided(*factor, 2);
  }

  /// The period compared with: the named one; of a named observation for a longer period, the same months of its year; else those of the
  /// year before.
  [[nodiscard]] std::optional<Span> base_span(const Claim& claim, const Observation& end) const {
    const Span own = span(end.period);
    if (claim.base.empty()) return shifted(own, -1);
    const Observation* base = data_.observation(claim.base);
    const auto parsed = base == nullptr ? Edtf::parse(claim.base) : Outcome<Edtf>(base->period);
    if (!parsed || !is_closed(*parsed)) return std::nullopt;
    const Span named = span(*parsed);
    return named.months() > own.months() ? shifted(own, named.from / 10000 - own.from / 10000) : named;
  }

  /// The base's share of the reference by months.
  [[nodiscard]] static std::optional<Decimal> share_of(const Reference& reference, const Span& base) {
    const auto part = reference.amount.times(Decimal::of(base.months()));
    return part ? part->divided(Decimal::of(span(reference.period).months()), 2) : std::nullopt;
  }

  [[nodiscard]] static Span shifted(Span s, int years) { return {s.from + years * 10000, s.to + years * 10000}; }

  [[nodiscard]] static std::string text_of(const Span& s) {
    const auto month = [](std::int32_t day) {
      const std::string digits = std::to_string(day);
      return digits.substr(0, 4) + "-" + digits.substr(4, 2);
    };
    if (s.months() == 12 && s.from % 10000 == 101) return std::to_string(s.from / 10000);
    return s.months() == 1 ? month(s.from) : month(s.from) + "/" + month(s.to);
  }

  /// Figures of the same thing that cover the base period, the shortest period first.
  [[nodiscard]] std::vector<Reference> references_for(const Observation& end, const Span& base) const {
    std::vector<Reference> out;
    for (const Observation& o : data_.observations) {
      const bool same = o.indicator == end.indicator && o.area == end.area && o.counterpart == end.counterpart &&
                        o.price_basis == end.price_basis && unit_of(data_, o) == unit_of(data_, end) &&
                        currency_of(data_, o) == currency_of(data_, end);
      const auto value = amount(o.value, o.multiplier);
      if (&o == &end || !same || o.rank == "deprecated" || !value || !is_closed(o.period) || !span(o.period).covers(base)) continue;
      out.push_back({"'" + o.id + "'", o.period, *value});
    }
    if (end.indicator == "turnover") add_declared_turnover(end, base, out);
    std::stable_sort(out.begin(), out.end(),
                     [](const Reference& a, const Reference& b) { return span(a.period).months() < span(b.period).months(); });
    return out;
  }

  /// Exports plus imports of one reporter, release and period in flows.csv.
  void add_declared_turnover(const Observation& end, const Span& base, std::vector<Reference>& out) const {
    for (const Flow& x : data_.flows) {
      if (x.flow != "X" || !is_between(x, end) || !span(x.period).covers(base)) continue;
      for (const Flow& m : data_.flows) {
        const bool same = m.flow == "M" && m.release == x.release && m.reporter == x.reporter && m.partner == x.partner &&
                          m.period == x.period && m.currency == x.currency && m.product == x.product;
        const auto exports = amount(x.value, x.multiplier), imports = same ? amount(m.value, m.multiplier) : std::nullopt;
        const auto sum = exports && imports ? exports->plus(*imports) : std::nullopt;
        if (sum) out.push_back({"flows.csv ('" + x.id + "', '" + m.id + "')", x.period, *sum});
      }
    }
  }

  [[nodiscard]] bool is_between(const Flow& f, const Observation& end) const {
    const bool pair = (f.reporter == end.area && f.partner == end.counterpart) || (f.reporter == end.counterpart && f.partner == end.area);
    return pair && f.product == "TOTAL" && f.currency == currency_of(data_, end) && is_closed(f.period);
  }

  Context& context_;
  const Dataset& data_;
};

}  // namespace

/// A claim of growth implies a figure for its base; where the data have one, the two must be of one order.
void check_growth_claims(Context& context) {
  const GrowthClaims growth(context);
  for (const Claim& claim : context.data.claims) growth.check(claim);
}

}  // namespace attache::dataset
