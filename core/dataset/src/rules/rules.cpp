#include "rules.hpp"

#include "dataset/checks.hpp"

namespace attache::dataset {

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {"package", Severity::error, "datapackage.json is readable and holds version 1 of the settings"},
      {"resource", Severity::error, "each resource is a table of the model, once"},
      {"path", Severity::error, "each file exists and lies inside the package's folder"},
      {"pair", Severity::error, "each pair is two areas of the dataset"},
      {"encoding", Severity::error, "files are UTF-8"},
      {"csv", Severity::error, "tables are RFC 4180"},
      {"column", Severity::error, "each column is one of its table's schema, once, and the required ones are there"},
      {"required", Severity::error, "required cells are filled"},
      {"unique", Severity::error, "ids are unique in their table"},
      {"enum", Severity::error, "codes are of their closed list"},
      {"pattern", Severity::error, "codes and ids have their form"},
      {"range", Severity::error, "numbers are within their limits"},
      {"type", Severity::error, "whole numbers and lists are what they say"},
      {"decimal", Severity::error, "figures are exact decimals"},
      {"edtf", Severity::error, "dates are EDTF level 1"},
      {"foreign-key", Severity::error, "what a row points to exists"},
      {"turnover-sum", Severity::error, "exports and imports add up to turnover within half units of the printed precision"},
      {"value-of-missing", Severity::error, "a figure of status H, L, M, O or Q has no value"},
      {"reason-for-missing", Severity::error, "a figure without a value has a status that says why"},
      {"bound", Severity::error, "ranges have their ends in order"},
      {"unit", Severity::error, "a figure has a unit"},
      {"currency", Severity::error, "money has one currency"},
      {"comparison", Severity::warning, "a rate of change says what it is measured against"},
      {"planned-outcome", Severity::error, "a planned event has no outcome that was held"},
      {"held-in-future", Severity::warning, "an event held does not begin after its source was published"},
      {"citation", Severity::error, "a claim has a source, and a quote or a locator"},
      {"series-order", Severity::error, "a series' events follow their numbers and none precedes the first"},
      {"period-order", Severity::error, "nothing ends before it begins"},
      {"office-overlap", Severity::warning, "an office has one holder at a time"},
      {"area-validity", Severity::warning, "an area is used within its validity"},
      {"stale-text", Severity::warning, "a text was reviewed by its day"},
      {"placeholder", Severity::error, "a text's placeholders name observations"},
      {"long-quote", Severity::warning, "a quote has at most sixty words"},
      {"implausible-growth", Severity::warning, "what a growth claim implies for its base agrees with the data"},
      {"contradiction", Severity::warning, "claims that contradict each other say so both"},
      {"duplicate-flow", Severity::error, "no trade row stands twice"},
      {"negative-trade", Severity::error, "a trade value is not negative"},
      {"frequency", Severity::error, "a trade row's period is of its frequency"},
      {"release-currency", Severity::error, "a trade row is in the currency of its release"},
      {"own-partner", Severity::error, "nobody but a re-importer is partner to itself"},
      {"series-currency", Severity::warning, "a series has one currency"},
      {"unknown-unit", Severity::warning, "units are known ones"},
      {"disagreement", Severity::warning, "figures for the same thing agree, or are claims"},
      {"implausible-scale", Severity::warning, "no figure is a hundred times its neighbours"},
      {"size", Severity::error, "no figure has more than 24 digits before the point"},
      {"title-language", Severity::warning, "events have a title in the dataset's language"},
      {"office-later", Severity::warning, "nobody acts in an office before holding it"},
      {"empty-pair", Severity::warning, "some row concerns each pair"},
  };
  return all;
}

void check_content(Context& context) {
  check_turnover(context);
  check_missing_values(context);
  check_bounds(context);
  check_money(context);
  check_planned_events(context);
  check_citations(context);
  check_polymorphic_references(context);
  check_series(context);
  check_periods(context);
  check_office_holdings(context);
  check_area_validity(context);
  check_stale_texts(context);
  check_placeholders(context);
  check_quotes(context);
  check_growth_claims(context);
  check_contradictions(context);
  check_flow_keys(context);
  check_trade_rows(context);
  check_series_currencies(context);
  check_units(context);
  check_disagreements(context);
  check_scales(context);
  check_sizes(context);
  check_event_titles(context);
  check_offices_in_use(context);
}

}  // namespace attache::dataset
