#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "trade/src/product_sums.hpp"
#include "trade/src/sqlite.hpp"
#include "trade/total.hpp"

namespace attache::trade {

/// How many stored totals belong together, and the sum of their seals: a total whose key was damaged is missing where it is looked
/// for, and only this tells. Kept for the cells of each reporter and of each partner, and for each level of an area's products.
class Checksums {
 public:
  enum class Kind : std::uint8_t { cells_of_reporter, cells_of_partner, products_as_reporter, products_as_partner };
  struct Key {
    Kind kind = Kind::cells_of_reporter;
    AreaCode area = 0;
    Flow flow{};      ///< of products only
    Series series{};  ///< of products only
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Sum {
    std::uint64_t rows = 0, seals = 0;
    void add(std::int64_t seal) {
      ++rows;
      seals += static_cast<std::uint64_t>(seal);
    }
    friend bool operator==(const Sum&, const Sum&) = default;
  };

  void add(const Cell& cell);
  void add(const ProductSum& sum);
  [[nodiscard]] static Key of_products(AreaCode area, Side side, Flow flow, Series series);
  /// Nothing stored is a sum of nothing.
  [[nodiscard]] Sum find(const Key& key) const;
  /// Of all cells.
  [[nodiscard]] Sum of_cells() const;

  [[nodiscard]] Outcome<> write(Database& store, std::int64_t release) const;
  [[nodiscard]] static Outcome<Checksums> read(const Database& store, std::int64_t release);

 private:
  std::map<Key, Sum> sums_;
};

}  // namespace attache::trade
