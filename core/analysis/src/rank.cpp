#include "analysis/rank.hpp"

#include <algorithm>

namespace attache::analysis {

std::vector<Rank> competition_ranks(const std::vector<Contender>& contenders) {
  std::vector<Rank> ranks(contenders.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    if (contenders[i].value && !contenders[i].aggregate) order.push_back(i);
  }
  const auto value = [&](std::size_t place) -> const Decimal& { return *contenders[order[place]].value; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return *contenders[a].value > *contenders[b].value; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    Rank& rank = ranks[order[i]];
    const bool as_before = i > 0 && value(i) == value(i - 1);
    rank.place = as_before ? ranks[order[i - 1]].place : static_cast<int>(i) + 1;
    rank.joint = as_before || (i + 1 < order.size() && value(i) == value(i + 1));
    rank.of = static_cast<int>(order.size());
  }
  return ranks;
}

}  // namespace attache::analysis
