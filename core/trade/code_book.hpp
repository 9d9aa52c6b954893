#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trade/trade_codes.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// Names for what a TradeRow holds as numbers: odd product codes, areas without a Comtrade code, units and classifications that are
/// not Comtrade's, and the labels files bring along. A reader asks it for numbers; a store keeps it. The same names asked for in the
/// same order give the same numbers. Not for several threads at once.
class CodeBook {
 public:
  struct Area {
    std::string id;    ///< of a dataset: ISO alpha-3, or lower-case words joined by dashes
    std::string name;  ///< as the file says; may be ""
    friend bool operator==(const Area&, const Area&) = default;
  };

  /// Any code; those of digits and TOTAL cost no look-up. `level` is for codes whose length is not their level (EBOPS "SC1");
  /// -1 = the number of characters. Failure::data when it is empty, longer than 15 characters, or there are too many odd ones.
  [[nodiscard]] Outcome<Product> product(Classification c, std::string_view code, int level = -1);
  [[nodiscard]] std::string product_code(Product product) const;
  void label_product(Product product, std::string_view text);  ///< the first label stays
  [[nodiscard]] std::string product_label(Product product) const;

  /// The classification of that code, a new one if need be. Failure::data when there are more than 16 new ones.
  [[nodiscard]] Outcome<Classification> classification(std::string_view code);
  [[nodiscard]] std::string classification_text(Classification c) const;

  /// The area of a dataset's id ("KAZ", "WLD", "eurasian-economic-union"): its Comtrade code, or an id from 1000 on.
  [[nodiscard]] Outcome<AreaCode> area(std::string_view id);
  /// Its id: "KAZ" for 398; for a code without a letter code the three digits, "490".
  [[nodiscard]] std::string area_id(AreaCode area) const;
  /// Names an area of the file; the first name stays.
  void label_area(AreaCode area, std::string_view name);
  [[nodiscard]] std::string area_label(AreaCode area) const;

  /// Comtrade's units by their abbreviation ("kg" 8, "u" 5 …), others from 100 on; "" and "N/A" are 0.
  [[nodiscard]] Outcome<std::uint16_t> unit(std::string_view abbreviation);
  [[nodiscard]] std::string unit_text(std::uint16_t unit) const;

  /// What the book holds beyond the built-in lists, for keeping it.
  struct Contents {
    std::vector<std::string> classifications;             ///< from 48 on
    std::map<std::uint64_t, std::string> odd_products;    ///< by Product::packed
    std::map<std::uint64_t, std::string> product_labels;  ///< by Product::packed
    std::vector<std::string> own_areas;                   ///< ids, from 1000 on
    std::map<AreaCode, std::string> area_labels;
    std::vector<std::string> units;  ///< from 100 on
    friend bool operator==(const Contents&, const Contents&) = default;
  };
  [[nodiscard]] const Contents& contents() const { return contents_; }
  /// Failure::data when the contents contradict themselves.
  [[nodiscard]] static Outcome<CodeBook> from(Contents contents);

 private:
  Contents contents_;
  std::map<std::pair<Series, std::string>, Product> odd_;
  std::map<Series, std::uint64_t> next_odd_;
  std::map<std::string, AreaCode, std::less<>> own_areas_;
};

/// ISO alpha-3 (WLD; ISO 3166-3 for former countries) of a Comtrade area code; "" when it has none.
[[nodiscard]] std::string_view iso3_of(AreaCode area);
/// The Comtrade code of an alpha-3 code: the one in use today where a country has several.
[[nodiscard]] std::optional<AreaCode> area_of_iso3(std::string_view iso3);
/// Today's Comtrade code of an ISO numeric code: 250 → 251, 840 → 842.
[[nodiscard]] AreaCode area_of_iso_numeric(int numeric);

}  // namespace attache::trade
