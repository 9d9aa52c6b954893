#pragma once

#include <map>
#include <string>

#include "analysis/measure.hpp"

namespace attache::analysis {

/// Values by product at one level of one classification, in one unit.
using Basket = std::map<std::string, Decimal>;

/// Trade complementarity of exporter i and importer j: 100 · (1 − ½ · Σ_k |m_jk − x_ik|) with shares as fractions; 100 = i sells just
/// what j buys (Michaely 1996; WITS). An empty or all-zero basket: zero_base; a negative value: negative_base.
[[nodiscard]] Result complementarity(const Basket& exports, const Basket& imports);

/// Grubel–Lloyd: 1 − Σ|X_k − M_k| / Σ(X_k + M_k); 0 = one-way, 1 = two-way trade in every product (Grubel and Lloyd 1975). Products
/// traded in neither direction count for nothing. State the level (HS4 unless said otherwise).
[[nodiscard]] Result grubel_lloyd(const Basket& exports, const Basket& imports);

/// Balassa's revealed comparative advantage: (x_ik / X_i) / (x_wk / X_w); above 1 = advantage (Balassa 1965). World figures from the
/// same dataset.
[[nodiscard]] Result revealed_advantage(const Input& product, const Input& total, const Input& world_product, const Input& world_total);
/// (RCA − 1) / (RCA + 1), from −1 to 1, for charts (Laursen 2015).
[[nodiscard]] Result symmetric_advantage(const Result& revealed_advantage);

/// Trade intensity: (x_ij / X_i) / (x_wj / X_w); above 1 = more than j's weight in world trade explains (Kojima 1964; World Bank).
[[nodiscard]] Result trade_intensity(const Input& to_partner, const Input& total, const Input& world_to_partner, const Input& world_total);

/// Indicative potential trade of a product: min(X_i→world, M_j←world) − x_ij, not below 0 (ITC, Trade Map).
[[nodiscard]] Result indicative_potential(const Input& exports_to_world, const Input& imports_from_world, const Input& between_them);

}  // namespace attache::analysis
