#include <array>
#include <utility>

#include "rules.hpp"

namespace attache::dataset {
namespace {

struct Frequency {
  std::string_view code, name, example;
  int months;
};
constexpr std::array<Frequency, 3> frequencies = {
    {{"A", "annual", "2014", 12}, {"Q", "quarterly", "2014-01/2014-03", 3}, {"M", "monthly", "2014-05", 1}}};

/// Whole months from the first day to the last; 0 when they are no whole months, or the period is a season or has no end.
int whole_months(const Edtf& period) {
  if (period.is_undated() || period.open_start() || period.open_end() || period.start().is_season() || period.end().is_season()) return 0;
  const auto from = period.earliest(), to = period.latest();
  const int last_year = to / 10000, last_month = to / 100 % 100;
  if (from % 100 != 1 || to % 100 != days_in_month(last_year, last_month)) return 0;
  return (last_year - from / 10000) * 12 + last_month - from / 100 % 100 + 1;
}

void check_frequency(Context& context, const Flow& f) {
  for (const Frequency& frequency : frequencies) {
    if (f.frequency != frequency.code || f.period.is_undated() || whole_months(f.period) == frequency.months) continue;
    context.report(f, {"frequency", "period", "'" + f.id + "' is " + std::string(frequency.name) + " and its period is " + f.period.text(),
                       "frequency " + f.frequency + " has periods like " + std::string(frequency.example), "correct frequency or period"});
  }
}

void check_values(Context& context, const Flow& f) {
  if (f.value && f.value->sign() < 0) {
    context.report(f, {"negative-trade", "value", "the trade value of '" + f.id + "' is " + f.value->text(),
                       "what crosses a border is worth something", "correct the value, or write a correction as a row of a new release"});
  }
}

void check_release_currency(Context& context, const Flow& f) {
  const Release* release = context.data.release(f.release);
  if (release == nullptr || release->currency.empty() || f.currency.empty() || f.currency == release->currency) return;
  context.report(f, {"release-currency", "currency", "'" + f.id + "' is in " + f.currency + ", its release in " + release->currency,
                     "currency belongs to the release '" + release->id + "'", "correct the currency here or in releases.csv"});
}

void check_partner(Context& context, const Flow& f) {
  if (f.reporter.empty() || f.reporter != f.partner || f.flow == "RM") return;
  context.report(f, {"own-partner", "partner", "'" + f.id + "' has " + f.partner + " as reporter and as partner",
                     "only re-imports (RM) come from the reporter itself", "correct the partner, or write flow RM"});
}

}  // namespace

/// What IMTS 2010 says of a trade row by itself: a value, a period of its frequency, one currency a release, two parties.
void check_trade_rows(Context& context) {
  for (const Flow& f : context.data.flows) {
    check_values(context, f);
    check_frequency(context, f);
    check_release_currency(context, f);
    check_partner(context, f);
  }
}

}  // namespace attache::dataset
