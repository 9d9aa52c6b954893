#pragma once
/// The room `trade`: trade statistics by the million. Trade rows as small fixed records, the trade store (one SQLite file), and
/// reads that cannot add what must not be added. It knows no file format of others (the importers hand it rows) and no report.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attache::trade {

/// A reporter or partner by its UN Comtrade numeric code: ISO numeric but for 251 France, 579 Norway, 699 India, 757 Switzerland,
/// 842 USA. Ids from 1000 on are groups and parts of countries that have no such code; a CodeBook names them.
using AreaCode = std::uint16_t;
inline constexpr AreaCode world = 0;
inline constexpr AreaCode first_own_area = 1000;
/// World, the European Union (97), ASEAN (975) and every id of our own: sums or parts of other areas, never added to them.
[[nodiscard]] constexpr bool overlaps_others(AreaCode area) { return area == world || area == 97 || area == 975 || area >= first_own_area; }

/// M and X are totals. RM and FM are parts of M, RX and DX of X; the others are regimes inside them.
enum class Flow : std::uint8_t { m = 1, x, rm, rx, dx, fm, mip, mop, xip, xop, mif, xif };
inline constexpr int flow_count = 12;
[[nodiscard]] std::string_view flow_code(Flow flow);                  ///< "M", "XOP"
[[nodiscard]] std::optional<Flow> parse_flow(std::string_view code);  ///< exactly the code
[[nodiscard]] constexpr bool is_main(Flow flow) { return flow == Flow::m || flow == Flow::x; }

enum class Frequency : std::uint8_t { annual, quarterly, monthly };
[[nodiscard]] char frequency_letter(Frequency frequency);  ///< A, Q, M

/// A year, quarter or month of the years 1 … 9999 as yyyymm: 00 the year, 21 … 24 its quarters, 01 … 12 its months. The frequency
/// follows from it. Ordered by year, then year before months before quarters.
struct Period {
  std::int32_t packed = 0;

  [[nodiscard]] static constexpr Period of_year(int year) { return {year * 100}; }
  [[nodiscard]] static constexpr Period of_quarter(int year, int quarter) { return {year * 100 + 20 + quarter}; }
  [[nodiscard]] static constexpr Period of_month(int year, int month) { return {year * 100 + month}; }
  /// "2019", "2019-03", "201903", "2019-Q1", "2019Q1", "2019-21".
  [[nodiscard]] static std::optional<Period> parse(std::string_view text);
  [[nodiscard]] constexpr int year() const { return packed / 100; }
  [[nodiscard]] constexpr Frequency frequency() const {
    const int part = packed % 100;
    return part == 0 ? Frequency::annual : part > 20 ? Frequency::quarterly : Frequency::monthly;
  }
  [[nodiscard]] bool is_valid() const;
  [[nodiscard]] std::string text() const;  ///< "2019", "2019-Q1", "2019-03"
  friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

/// An edition of a product classification; others than these get an index from 48 on in a CodeBook. The order inside a family is
/// that of the editions.
enum class Classification : std::uint8_t {
  hs,
  h0,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  h7,
  h8,  // Harmonized System: as reported, 1988/92, 1996, 2002, 2007, 2012, 2017, 2022, 2028
  ss = 12,
  s1,
  s2,
  s3,
  s4,
  s5,  // SITC: as reported, revisions
  bec = 20,
  bec4,
  bec5,  // Broad Economic Categories
  eb = 24,
  eb02,
  eb10,
  eb10s,  // EBOPS (services)
  cn = 32,
  eaeu  // Combined Nomenclature of the EU, of the Eurasian Economic Union
};
inline constexpr std::uint8_t first_own_classification = 48, classification_limit = 64;
[[nodiscard]] std::optional<Classification> parse_classification(std::string_view code);  ///< "HS", "H5", "S4", "B4", "EB10", "CN" …
[[nodiscard]] std::string_view classification_code(Classification c);                     ///< "" for those of a CodeBook
/// Is `c` one of `family`'s editions? hs holds hs … h8, ss holds ss … s5, bec, eb alike; any other holds itself only.
[[nodiscard]] bool is_edition_of(Classification c, Classification family);

/// One level of one classification: the only thing whose rows may be added up. Level 0 is TOTAL; else the code's characters.
struct Series {
  Classification classification = Classification::hs;
  std::uint8_t level = 0;
  friend constexpr auto operator<=>(const Series&, const Series&) = default;
};

/// A product in 46 bits, ordered by level class, classification, level and code, so that a level and a chapter in it are ranges.
/// Codes of up to 6 digits take 29 bits. Codes that are not 1 … 10 digits ("27MMM000") are numbers a CodeBook gives out.
class Product {
 public:
  static constexpr int longest_level = 15;
  constexpr Product() = default;
  [[nodiscard]] static constexpr Product from_packed(std::uint64_t packed) { return Product(packed); }
  [[nodiscard]] static Product total(Classification c) { return of_number({c, 0}, 0); }
  /// "TOTAL" or 1 … 10 digits, leading zeros kept; nothing for other codes: CodeBook::product takes those.
  [[nodiscard]] static std::optional<Product> parse(Classification c, std::string_view code);
  /// The least and the greatest product of a series, for ranges.
  [[nodiscard]] static Product first_of(Series series) { return of_number(series, 0); }
  [[nodiscard]] static Product last_of(Series series);

  [[nodiscard]] constexpr std::uint64_t packed() const { return packed_; }
  [[nodiscard]] Series series() const;
  [[nodiscard]] bool is_total() const { return series().level == 0; }
  /// Its code has letters or more than 10 characters: only a CodeBook knows it.
  [[nodiscard]] bool is_odd() const;
  /// "TOTAL", "0303"; "" when odd.
  [[nodiscard]] std::string code() const;
  friend constexpr auto operator<=>(const Product&, const Product&) = default;

 private:
  friend class CodeBook;
  constexpr explicit Product(std::uint64_t packed) : packed_(packed) {}
  [[nodiscard]] static Product of_number(Series series, std::uint64_t number);
  [[nodiscard]] std::uint64_t number() const;
  [[nodiscard]] static std::uint64_t first_odd(int level);  ///< numbers from here on are a CodeBook's

  std::uint64_t packed_ = 0;
};

}  // namespace attache::trade
