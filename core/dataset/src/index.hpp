#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dataset/dataset.hpp"

namespace attache::dataset {

struct IdHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
};

/// Place of each id in its table's vector.
using Places = std::unordered_map<std::string, std::size_t, IdHash, std::equal_to<>>;

struct Index {
  Places areas, agents, offices, events, agreements, indicators, observations, sources, releases, claims;
};

[[nodiscard]] std::shared_ptr<const Index> make_index(const Dataset& dataset);

}  // namespace attache::dataset
