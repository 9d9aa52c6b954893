#pragma once

#include <memory>
#include <vector>

#include "trade/row_reader.hpp"
#include "trade/src/import/area_finder.hpp"
#include "trade/src/import/csv.hpp"
#include "trade/src/import/file_plan.hpp"

namespace attache::trade {

/// Rows of a table with several values a record: partners by years, months by partners, exports beside imports.
class CrossReader final : public RowReader {
 public:
  /// Reads the title and the header. A survey reads everything and keeps no numbers. `rejected` may be empty.
  [[nodiscard]] static Outcome<std::unique_ptr<CrossReader>> open(const FilePlan& plan, bool is_survey, CodeBook& codes,
                                                                  RejectedRecord rejected);
  [[nodiscard]] Outcome<> read(std::vector<SourcedRow>& batch) override;
  [[nodiscard]] const Seen& seen() const { return seen_; }

 private:
  /// What a column's head says; a column without values is not used.
  struct Head {
    bool is_used = false;
    std::optional<AreaCode> partner;
    std::optional<Period> period;
    std::optional<Flow> flow;
  };
  CrossReader(const FilePlan& plan, bool is_survey, CodeBook& codes, RejectedRecord rejected, std::unique_ptr<ByteSource> bytes);
  [[nodiscard]] Outcome<> read_top();
  [[nodiscard]] bool is_header(std::size_t record_number) const;
  void read_title();
  [[nodiscard]] Outcome<> read_heads();
  [[nodiscard]] Outcome<> check_title() const;
  [[nodiscard]] std::optional<Flow> flow_in(std::string_view text) const;
  [[nodiscard]] bool has_values() const;
  /// Takes what the row's label says: true when the row's cells are values.
  [[nodiscard]] bool take_label();
  [[nodiscard]] bool take_period(std::string_view label);
  void add_cells(std::vector<SourcedRow>& batch);
  [[nodiscard]] bool add_cell(std::size_t column, TradeRow& row);
  void reject(std::size_t field, const RowFault& fault);

  FilePlan plan_;
  CodeBook& codes_;
  bool is_survey_;
  RejectedRecord rejected_;
  CsvReader csv_;
  CsvRecord record_;
  Seen seen_;
  AreaFinder areas_;
  std::vector<Head> heads_;
  std::vector<std::vector<std::string>> header_;
  std::optional<AreaCode> reporter_, partner_;
  std::optional<Period> period_;
  std::optional<Flow> flow_;
  int year_ = 0;  ///< of the months that follow
  Product product_;
};

}  // namespace attache::trade
