#include "trade/src/summary.hpp"

#include <algorithm>

#include "trade/src/row_digest.hpp"

namespace attache::trade {

void SummaryMaker::add(const Cell& cell) {
  const Frequency frequency = cell.period.frequency();
  SeriesSummary& summary =
      series_.try_emplace({cell.total.series, frequency}, SeriesSummary{cell.total.series, frequency, 0, cell.period, cell.period})
          .first->second;
  summary.rows += cell.total.rows;
  summary.first = std::min(summary.first, cell.period);
  summary.last = std::max(summary.last, cell.period);
  flows_.insert(cell.flow);
  rows_ += cell.total.rows;
  digest_ = mixed(digest_, cell.digest);
}

void SummaryMaker::finish(ReleaseSummary& summary) const {
  summary.series.clear();
  for (const auto& [key, each] : series_) summary.series.push_back(each);
  summary.flows.assign(flows_.begin(), flows_.end());
  summary.rows = rows_;
  summary.digest = digest_;
}

}  // namespace attache::trade
