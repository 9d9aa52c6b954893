#pragma once

#include <map>
#include <set>

#include "trade/release.hpp"
#include "trade/total.hpp"

namespace attache::trade {

/// Gathers what a ReleaseSummary says from the release's cells, in their order.
class SummaryMaker {
 public:
  void add(const Cell& cell);
  /// Fills series, flows, rows and digest.
  void finish(ReleaseSummary& summary) const;

 private:
  std::map<std::pair<Series, Frequency>, SeriesSummary> series_;
  std::set<Flow> flows_;
  std::uint64_t rows_ = 0, digest_ = 0;
};

}  // namespace attache::trade
