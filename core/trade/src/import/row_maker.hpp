#pragma once

#include <bitset>
#include <set>
#include <string>
#include <unordered_set>

#include "trade/code_book.hpp"
#include "trade/src/import/csv.hpp"
#include "trade/src/import/layout.hpp"

namespace attache::trade {

/// Scales of the release that rows are made for.
struct Scales {
  int value = 0, weight = 0, quantity = 0;
};

/// What was met in the rows made so far.
struct Seen {
  int value_decimals = 0, weight_decimals = 0, quantity_decimals = 0;  ///< as written
  std::int64_t largest_value = 0, largest_weight = 0, largest_quantity = 0;
  std::uint64_t noisy = 0;         ///< numbers with more than six decimals
  std::uint64_t lost_zeros = 0;    ///< product codes whose leading zeros were put back
  std::uint64_t zero_amounts = 0;  ///< weights and quantities of 0 beside a value, taken as not available
  std::uint64_t estimates = 0;
  std::set<std::string> groups;  ///< names that are no country
  std::set<std::string> currencies;
};

/// Why a record is no trade row.
struct RowFault {
  int field = -1;
  std::string rule, what, next;
};

/// Makes trade rows from records with one row each.
class RowMaker {
 public:
  /// `codes` must outlive it. Without scales (a survey) numbers are read but not kept.
  RowMaker(const Layout& layout, const Basis& basis, const Scales* scales, CodeBook& codes);

  /// False: fault() says why. `shift` fields at the record's start are no columns.
  [[nodiscard]] bool make(const CsvRecord& record, std::size_t shift, TradeRow& row);
  [[nodiscard]] const RowFault& fault() const { return fault_; }
  [[nodiscard]] const Seen& seen() const { return seen_; }

 private:
  struct AreaColumns {
    int code, iso, name;
    std::optional<AreaCode> basis;
    const char* what;
    std::string last_text;
    AreaCode last = 0;
  };
  struct Measure {
    int power, scale;
    int* decimals;
    std::int64_t* largest;
  };
  [[nodiscard]] std::string_view text(Role role) const;
  bool refuse(int column, std::string rule, std::string what, std::string next);
  bool area(AreaColumns& columns, AreaCode& out);
  bool named_area(AreaColumns& columns, int column, AreaCode& out);
  bool partner2(TradeRow& row);
  bool flow(TradeRow& row);
  bool period(TradeRow& row);
  bool classification(Classification& out);
  bool product(TradeRow& row);
  [[nodiscard]] std::string_view whole_code(std::string_view code, int level, bool digits_pair);
  bool breakdown(TradeRow& row);
  bool small_number(Role role, int most, int& out);
  bool measure(Role role, const Measure& how, std::int64_t& out, text::Missing& missing, bool& estimate);
  bool value(TradeRow& row);
  bool amounts(TradeRow& row);

  const Layout& layout_;
  const Basis& basis_;
  const Scales* scales_;
  CodeBook& codes_;
  AreaColumns reporter_, partner_;
  const CsvRecord* record_ = nullptr;
  std::size_t shift_ = 0;
  RowFault fault_;
  Seen seen_;
  std::string last_flow_, last_period_, last_frequency_, last_classification_, last_product_, padded_;
  Flow flow_ = Flow::m;
  Period period_;
  Classification classification_ = Classification::hs;
  Product product_;
  std::bitset<65536> labelled_areas_;
  std::unordered_set<std::uint64_t> labelled_products_;
};

}  // namespace attache::trade
