#pragma once

#include "claims.hpp"

namespace attache::report {

/// What follows from the claims of a topic and what the data say: sentences with traced figures. Empty when nothing can be computed.
[[nodiscard]] Inline assess(Context& context, const Topic& topic, const std::string& block);
/// The official figures that stand beside the claims, as a claim of their own; none when there are none.
[[nodiscard]] std::vector<ConflictClaim> official_figures(Context& context, const Topic& topic, const std::string& block);

}  // namespace attache::report
