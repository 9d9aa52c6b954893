#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trade/trade_row.hpp"

namespace attache::bench {

/// A made world like that of BACI: 226 areas of very different sizes, 5,000 products of six digits, pairs that trade some of them year
/// after year. The same arguments give the same rows on every machine.
class MadeWorld {
 public:
  static constexpr int areas = 226, products = 5000;

  /// About that many rows in all years together.
  MadeWorld(std::uint64_t rows, int years);
  [[nodiscard]] int years() const { return years_; }
  /// A year's exports of an area, by partner and product: reporter, X, partner, value in thousandths of thousand USD, kilograms.
  [[nodiscard]] std::vector<trade::TradeRow> exports(int year, int area) const;
  [[nodiscard]] trade::AreaCode code(int area) const { return codes_[static_cast<std::size_t>(area)]; }

 private:
  int years_;
  double density_ = 0;
  std::vector<trade::AreaCode> codes_;
  std::vector<double> closeness_;  ///< areas × areas
  std::vector<float> advantage_;   ///< areas × products
  std::vector<trade::Product> codes_of_products_;
};

}  // namespace attache::bench
