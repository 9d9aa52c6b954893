#include "reach.hpp"

#include <algorithm>

#include "events.hpp"
#include "trade.hpp"

namespace attache::report {

namespace {

/// Rows about the pair: how many, and the years the dated ones span.
struct Reach {
  std::size_t rows = 0;
  int first = 0, last = 0;  ///< years; 0 = none is dated

  void take(const Edtf& date) {
    ++rows;
    if (date.is_undated()) return;
    const int from = date.open_start() ? date.end().year : date.start().year;
    const int to = date.open_end() ? date.start().year : date.end().year;
    first = first == 0 ? from : std::min(first, from);
    last = std::max(last, to);
  }
  [[nodiscard]] bool dated() const { return last != 0; }
  [[nodiscard]] std::string text() const {
    return first == last ? "are of " + std::to_string(first) : "run from " + std::to_string(first) + " to " + std::to_string(last);
  }
};

std::string pair_of(const Context& context) { return context.parameters.first + "-" + context.parameters.second; }

bool names_pair(const Context& context, const std::string& pair) {
  return pair == pair_of(context) || pair == context.parameters.second + "-" + context.parameters.first;
}

/// Flows and observations about the pair, those known on the as-of day or all there are.
Reach figures(const Context& context, bool as_of) {
  Reach reach;
  for (const auto& row : context.data.flows) {
    if (context.is_pair(row.reporter, row.partner) && (!as_of || context.visible(row))) reach.take(row.period);
  }
  for (const auto& row : context.data.observations) {
    if (context.is_pair(row.area, row.counterpart) && (!as_of || context.visible(row))) reach.take(row.period);
  }
  return reach;
}

Reach all_rows(const Context& context, bool as_of) {
  Reach reach = figures(context, as_of);
  for (const auto& row : context.data.relationships) {
    if (context.is_pair(row.first, row.second) && (!as_of || context.known(row.from, row))) reach.take(row.from);
  }
  for (const auto& row : context.data.missions) {
    if (context.is_pair(row.sender, row.host) && (!as_of || context.known(row.from, row))) reach.take(row.from);
  }
  for (const auto& row : context.data.events) {
    if (concerns_pair(context, row) && (!as_of || context.visible(row))) reach.take(row.date);
  }
  for (const auto& row : context.data.agreements) {
    if (is_between(context, row) && (!as_of || context.known(row.signed_on, row))) reach.take(row.signed_on);
  }
  return reach;
}

/// Is one of the figures known on the as-of day of a year of the period?
bool any_figure_in(const Context& context, const Period& period) {
  const auto lies_in = [&](const Edtf& of) {
    const int from = of.open_start() ? of.end().year : of.start().year;
    const int to = of.open_end() ? of.start().year : of.end().year;
    return !of.is_undated() && (!period.from || to >= *period.from) && (!period.to || from <= *period.to);
  };
  const auto& flows = context.data.flows;
  const auto& observations = context.data.observations;
  return std::any_of(flows.begin(), flows.end(),
                     [&](const dataset::Flow& row) {
                       return context.is_pair(row.reporter, row.partner) && context.visible(row) && lies_in(row.period);
                     }) ||
         std::any_of(observations.begin(), observations.end(), [&](const dataset::Observation& row) {
           return context.is_pair(row.area, row.counterpart) && context.visible(row) && lies_in(row.period);
         });
}

}  // namespace

Outcome<> check_pair(const Context& context) {
  const auto& pairs = context.data.settings.pairs;
  if (std::any_of(pairs.begin(), pairs.end(), [&](const std::string& pair) { return names_pair(context, pair); })) return {};
  if (all_rows(context, false).rows > 0) return {};
  std::string known;
  for (const auto& pair : pairs) known += (known.empty() ? "" : ", ") + pair;
  std::string next = known.empty() ? "give a pair that the dataset has rows about" : "the dataset is about " + known;
  if (const std::string hint = did_you_mean(pair_of(context), pairs); !hint.empty()) next += "; " + hint;
  return fail(Failure::usage, "the dataset has no row about " + pair_of(context), next);
}

void warn_of_gaps(Context& context) {
  for (const auto& warning : context.trade().warnings) context.warn(warning);
  const std::string pair = pair_of(context);
  const std::string day = context.parameters.as_of.text();
  const Reach there = all_rows(context, false);
  if (there.rows == 0 && !context.data.texts.empty()) return;  // a document of texts
  if (there.rows == 0) return context.warn("the dataset has no row about " + pair + " yet");
  if (there.dated() && !all_rows(context, true).dated())
    return context.warn("nothing about " + pair + " is dated " + day + " or before; its data " + there.text() + ": give another --as-of");
  const Period& period = context.parameters.period;
  if (!period.from || any_figure_in(context, period)) return;
  const Reach known = figures(context, true);
  context.warn(known.dated() ? "the figures for " + pair + " known on " + day + " " + known.text() + "; none lies in " + period.text()
                             : "there are no figures for " + pair + " known on " + day + ", so none lies in " + period.text());
}

}  // namespace attache::report
