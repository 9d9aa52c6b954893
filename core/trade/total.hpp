#pragma once

#include <cstdint>

#include "trade/trade_codes.hpp"

namespace attache::trade {

/// How a total over products or areas came about.
enum class Basis : std::uint8_t {
  declared,         ///< the TOTAL row, or the row of the partner World
  sum_of_products,  ///< of the finest level there is, in Total::series
  sum_of_areas      ///< of the partners or reporters, groups left out
};

/// Rows added up, or one declared. Numbers are at the release's scales.
struct Total {
  std::int64_t value = 0;
  std::int64_t net_weight = 0;
  std::uint32_t rows = 0;
  std::uint32_t missing_values = 0;  ///< rows whose value is missing: the sum is a lower bound; = rows: there is no value
  std::uint32_t missing_weights = 0;
  Series series;  ///< what was declared or added
  Basis basis = Basis::declared;

  [[nodiscard]] constexpr bool has_value() const { return missing_values < rows; }
  /// Adds the numbers of `other`, not its series; false when a sum does not fit, and then the total means nothing.
  [[nodiscard]] bool add(const Total& other) {
    rows += other.rows;
    missing_values += other.missing_values;
    missing_weights += other.missing_weights;
    return !__builtin_add_overflow(value, other.value, &value) && !__builtin_add_overflow(net_weight, other.net_weight, &net_weight);
  }
  friend bool operator==(const Total&, const Total&) = default;
};

/// The rows of one reporter, partner, flow, period, level and classification.
struct Cell {
  AreaCode reporter = 0, partner = 0;
  Flow flow = Flow::m;
  Period period;
  Total total;               ///< its `series` is the cell's
  std::uint64_t digest = 0;  ///< over the rows
};

/// An area's total of one product over its partners.
struct ProductTotal {
  Product product;
  Flow flow = Flow::m;
  Period period;
  Total total;
};

/// reporter: what the area declares. partner: what others declare about it.
enum class Side : std::uint8_t { reporter, partner };

}  // namespace attache::trade
