#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "trade/flow_source.hpp"

namespace attache::trade {

/// What happened to a trade row between two releases.
enum class Change : std::uint8_t {
  added,
  removed,
  revised,   ///< value, net weight or quantity, or whether it is missing
  reflagged  ///< the numbers are equal; the status, the unit, an estimate mark, the kind of missing or the way it was summed is not
};

struct RowChange {
  Change change = Change::added;
  TradeRow before;  ///< means nothing for added; numbers at the scales of the earlier release
  TradeRow after;   ///< means nothing for removed; numbers at those of the later one
};

struct ReleaseDifference {
  std::uint64_t added = 0, removed = 0, revised = 0, reflagged = 0, same = 0;
  Release before, after;
  [[nodiscard]] std::uint64_t changes() const { return added + removed + revised + reflagged; }
};

/// Compares the totals (C00/0/0) of two releases of one source, in key order, in memory for one reporter at a time. Rows of pairs
/// whose digests are equal are counted, not read. `consume` may be empty. Failure::usage for an unknown release and for two in
/// different currencies.
[[nodiscard]] Outcome<ReleaseDifference> compare_releases(FlowSource& source, const std::string& before, const std::string& after,
                                                          const std::function<void(const RowChange&)>& consume);

}  // namespace attache::trade
