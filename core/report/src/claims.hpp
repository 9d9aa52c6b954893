#pragma once
/// Claims that contradict each other or the data, by topic, with what the engine can compute about them.

#include <string>
#include <vector>

#include "context.hpp"

namespace attache::report {

struct Topic {
  std::string id, title;                      ///< title: the subject of the topic's first claim
  std::vector<const dataset::Claim*> claims;  ///< by the choice rule: the one to prefer first
};

/// Topics in which visible claims contradict each other or in which a claim can be held against the data.
[[nodiscard]] std::vector<Topic> conflicts(const Context& context);

/// The claim's value: its observation's, with that precision, when it is about one; else as claimed.
[[nodiscard]] Quantity claimed(const Context& context, const dataset::Claim& claim);
/// "+3.2 %; neither period nor base stated": the printed figure and its basis; "" without a figure.
[[nodiscard]] std::string claimed_figure(Context& context, const dataset::Claim& claim, const std::string& block);
/// 0: a claim of the topic can be tested (a rate, a multiple, a part of a whole); 1: declared statistics answer it; 2: claim stands
/// against claim.
[[nodiscard]] int weight(const Context& context, const Topic& topic);
/// Official statistics of the reporter 1 … agency text 6: the order of the choice rule.
[[nodiscard]] int tier(const Context& context, const dataset::Claim& claim);

}  // namespace attache::report
