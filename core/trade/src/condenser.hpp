#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "trade/row_reader.hpp"

namespace attache::trade {

/// Parts rows that come in key order into totals and details, counts exact duplicates once, and adds up the breakdown where no total
/// was declared: of the coarsest breakdown there is, so that nothing counts twice.
class Condenser {
 public:
  explicit Condenser(std::vector<std::string> files) : files_(std::move(files)) {}

  /// Appends to `totals` and `details`. Failure::data when two rows with one key differ: names both.
  [[nodiscard]] Outcome<> add(std::span<const SourcedRow> rows, std::vector<TradeRow>& totals, std::vector<TradeRow>& details);
  [[nodiscard]] Outcome<> finish(std::vector<TradeRow>& totals);

  [[nodiscard]] std::uint64_t duplicates() const { return duplicates_; }
  /// Of the first few duplicates: what and where, both.
  [[nodiscard]] const std::vector<Problem>& duplicate_notes() const { return notes_; }
  [[nodiscard]] std::uint64_t summed() const { return summed_; }

 private:
  [[nodiscard]] Outcome<> repeated(const SourcedRow& row);
  [[nodiscard]] Outcome<> close_group(std::vector<TradeRow>& totals);
  [[nodiscard]] Position place(const Origin& origin) const;

  std::vector<std::string> files_;
  SourcedRow last_;
  bool any_ = false;
  bool has_total_ = false;       ///< the group of last_'s short key
  std::vector<TradeRow> group_;  ///< its breakdown while it has no total
  std::uint64_t duplicates_ = 0, summed_ = 0;
  std::vector<Problem> notes_;
};

/// "KAZ X RUS 2019 H5 270900" of a row, for messages; numbers where a code book would be needed.
[[nodiscard]] std::string key_text(const TradeRow& row);

}  // namespace attache::trade
