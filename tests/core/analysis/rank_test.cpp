#include "analysis/rank.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "core/analysis/figures.hpp"

using namespace attache::analysis;

TEST_CASE("equals share a place and the next place counts them all") {
  const auto ranks = competition_ranks({{decimal("30")}, {decimal("20")}, {decimal("20.00")}, {decimal("10")}});
  CHECK(ranks == std::vector<Rank>{{1, false, 4}, {2, true, 4}, {2, true, 4}, {4, false, 4}});
}

TEST_CASE("the world, groups and missing partners have no rank and count for nothing") {
  const auto ranks = competition_ranks({{decimal("900"), true}, {decimal("10")}, {std::nullopt}, {decimal("20")}});
  CHECK(ranks == std::vector<Rank>{{}, {2, false, 2}, {}, {1, false, 2}});
  CHECK(competition_ranks({}).empty());
}

TEST_CASE("a tie is one of the unrounded values") {
  const auto ranks = competition_ranks({{decimal("20.0000001")}, {decimal("20")}});
  CHECK(!ranks[0].joint);
  CHECK(ranks[1].place == 2);
}

TEST_CASE("a place is one more than the number of larger values, in any order of the input") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<Contender> contenders;
    for (std::int64_t i = dice.roll(0, 40); i > 0; --i) {
      Contender contender{attache::Decimal(dice.roll(0, 12), static_cast<int>(dice.roll(0, 1))), dice.roll(0, 9) == 0};
      if (dice.roll(0, 9) == 0) contender.value.reset();
      contenders.push_back(contender);
    }
    const auto ranks = competition_ranks(contenders);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      if (!contenders[i].value || contenders[i].aggregate) {
        CHECK(ranks[i].place == 0);
        continue;
      }
      const auto counted = [&](auto compare) {
        return std::count_if(contenders.begin(), contenders.end(), [&](const Contender& other) {
          return other.value && !other.aggregate && compare(*other.value, *contenders[i].value);
        });
      };
      CHECK(ranks[i].place == 1 + counted(std::greater<>()));
      CHECK(ranks[i].joint == (counted(std::equal_to<>()) > 1));
    }
  }
}
