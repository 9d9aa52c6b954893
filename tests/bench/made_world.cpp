#include "made_world.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attache::bench {

using namespace trade;

namespace {

std::uint64_t mix(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

double uniform(std::uint64_t hash) { return static_cast<double>(hash >> 11U) * 0x1.0p-53; }

double normal(std::uint64_t hash) {
  const double a = uniform(mix(hash)) + 1e-18;
  const double b = uniform(mix(hash ^ 0xABCDEF123457ULL));
  return std::sqrt(-2 * std::log(a)) * std::cos(6.283185307179586 * b);
}

std::size_t at(int row, int column, int width) {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
}

/// 0 … n-1 in an order that looks random.
std::vector<int> shuffled(int n, std::uint64_t salt) {
  std::vector<int> out(static_cast<std::size_t>(n));
  std::iota(out.begin(), out.end(), 0);
  std::sort(out.begin(), out.end(),
            [&](int a, int b) { return mix(static_cast<std::uint64_t>(a) + salt) < mix(static_cast<std::uint64_t>(b) + salt); });
  return out;
}

/// Zipf's law over a shuffled order.
std::vector<double> sizes(int n, double exponent, std::uint64_t salt) {
  std::vector<double> out(static_cast<std::size_t>(n));
  const std::vector<int> order = shuffled(n, salt);
  for (int i = 0; i < n; ++i) out[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = std::pow(i + 1.0, exponent);
  return out;
}

}  // namespace

MadeWorld::MadeWorld(std::uint64_t rows, int years) : years_(years), closeness_(areas * areas), advantage_(areas * products) {
  for (int i = 0; i < areas; ++i) codes_.push_back(static_cast<AreaCode>(4 + i * 393 / 100));
  for (int k = 0; k < products; ++k) {
    const int code = (1 + k * 96 / products) * 10000 + k % 500 * 20 + 10;
    codes_of_products_.push_back(Product::parse(Classification::h5, (code < 100000 ? "0" : "") + std::to_string(code)).value());
  }
  std::sort(codes_of_products_.begin(), codes_of_products_.end());
  const std::vector<double> size = sizes(areas, -1.5, 1000);
  const std::vector<double> weight = sizes(products, -0.55, 777777);
  for (int i = 0; i < areas; ++i) {
    for (int j = 0; j < areas; ++j) {
      const auto pair = static_cast<std::uint64_t>(std::min(i, j) * 1009 + std::max(i, j));
      if (i != j)
        closeness_[at(i, j, areas)] =
            size[static_cast<std::size_t>(i)] * size[static_cast<std::size_t>(j)] * std::exp(2.1 * normal(mix(pair ^ 0x9999U)));
    }
    for (int k = 0; k < products; ++k) {
      const auto salt = static_cast<std::uint64_t>(i) * 10007U + static_cast<std::uint64_t>(k);
      advantage_[at(i, k, products)] =
          static_cast<float>(weight[static_cast<std::size_t>(k)] * std::exp(1.1 * normal(mix(salt) ^ 0x5555U)));
    }
  }
  double low = 1e-3, high = 1e9;  // the density that gives so many rows, from a fiftieth of the products
  for (int step = 0; step < 40; ++step) {
    density_ = std::sqrt(low * high);
    double expected = 0;
    for (int i = 0; i < areas; ++i) {
      for (int j = 0; j < areas; ++j) {
        for (int k = (i + j) % 50; k < products; k += 50)
          expected -= std::expm1(-density_ * closeness_[at(i, j, areas)] * static_cast<double>(advantage_[at(i, k, products)]));
      }
    }
    (expected * 50 < static_cast<double>(rows) / years ? low : high) = density_;
  }
}

std::vector<TradeRow> MadeWorld::exports(int year, int area) const {
  std::vector<TradeRow> rows;
  for (int partner = 0; partner < areas; ++partner) {
    const double near = density_ * closeness_[at(area, partner, areas)];
    for (int k = 0; k < products && partner != area; ++k) {
      const double strength = near * static_cast<double>(advantage_[at(area, k, products)]);
      const std::uint64_t hash =
          mix((static_cast<std::uint64_t>(area) * areas + static_cast<std::uint64_t>(partner)) * products + static_cast<std::uint64_t>(k));
      const double chance = std::fmod(uniform(hash) + 0.08 * uniform(mix(hash + static_cast<std::uint64_t>(year))), 1.0);
      if (chance > strength || chance > -std::expm1(-strength)) continue;
      const double noise = normal(hash ^ static_cast<std::uint64_t>(year) * 77U) * 1.6;
      const double value = std::exp(0.5 + 1.2 * std::log1p(strength) + noise + 0.35 * std::log(strength + 1e-4));
      TradeRow row;
      row.reporter = code(area);
      row.partner = code(partner);
      row.flow = Flow::x;
      row.period = Period::of_year(year);
      row.product = codes_of_products_[static_cast<std::size_t>(k)];
      row.value = static_cast<std::int64_t>(value * 1000) + 1;
      row.quantity_missing = text::Missing::not_available;
      row.net_weight = static_cast<std::int64_t>(value / std::exp(1.0 + 1.5 * normal(static_cast<std::uint64_t>(k) + 31337U)) * 1000);
      if ((hash & 31U) == 0) {
        row.net_weight = 0;
        row.net_weight_missing = text::Missing::not_available;
      }
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace attache::bench
