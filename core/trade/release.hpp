#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trade/trade_codes.hpp"

namespace attache::trade {

/// What all rows of a release share.
struct Release {
  std::string id;  ///< as in releases.csv
  std::string title;
  std::string source;    ///< id in sources.csv; may be ""
  std::string currency;  ///< ISO 4217
  int value_scale = 0;   ///< values are × 10^-scale units of currency; 0 … 18
  int weight_scale = 0;  ///< net weights are × 10^-scale kilograms
  int quantity_scale = 0;
  std::string valuation_exports, valuation_imports;  ///< "FOB", "CIF", "" = not said
  std::string trade_system;                          ///< "general", "special", ""
  bool reconciled = false;                           ///< one figure for both sides of a flow (BACI): a mirror comparison means nothing
  friend bool operator==(const Release&, const Release&) = default;
};

/// What there is of one level of one classification in a release.
struct SeriesSummary {
  Series series;
  Frequency frequency = Frequency::annual;
  std::uint64_t rows = 0;
  Period first, last;
  friend bool operator==(const SeriesSummary&, const SeriesSummary&) = default;
};

/// A release as a source holds it.
struct ReleaseSummary {
  Release release;
  std::string generation;         ///< SHA-256 over inputs, options and the tool's version; "" of a source without a store
  std::uint64_t rows = 0;         ///< totals
  std::uint64_t detail_rows = 0;  ///< parts of them
  std::uint64_t digest = 0;       ///< over the totals
  std::vector<SeriesSummary> series;
  std::vector<Flow> flows;
};

}  // namespace attache::trade
