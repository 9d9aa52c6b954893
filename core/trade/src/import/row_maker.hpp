#pragma once

#include <bitset>
#include <string>
#include <unordered_set>

#include "trade/code_book.hpp"
#include "trade/src/import/area_finder.hpp"
#include "trade/src/import/csv.hpp"
#include "trade/src/import/layout.hpp"
#include "trade/src/import/seen.hpp"

namespace attache::trade {

/// Makes trade rows from records with one row each.
class RowMaker {
 public:
  /// `codes` must outlive it. Without scales (a survey) numbers are read but not kept.
  RowMaker(const Layout& layout, const FileBasis& basis, const Scales* scales, CodeBook& codes);

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
  /// How numbers of a kind are kept.
  struct Measure {
    int power, scale;
    Gauge* gauge;
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
  const FileBasis& basis_;
  const Scales* scales_;
  CodeBook& codes_;
  Seen seen_;
  AreaFinder areas_;
  AreaColumns reporter_, partner_;
  const CsvRecord* record_ = nullptr;
  std::size_t shift_ = 0;
  RowFault fault_;
  std::string last_flow_, last_period_, last_frequency_, last_classification_, last_product_, padded_;
  Flow flow_ = Flow::m;
  Period period_;
  Classification classification_ = Classification::hs;
  Product product_;
  std::bitset<65536> labelled_areas_;
  std::unordered_set<std::uint64_t> labelled_products_;
};

}  // namespace attache::trade
