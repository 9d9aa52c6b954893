#pragma once

#include "trade/row_reader.hpp"
#include "trade/src/import/file_plan.hpp"
#include "trade/src/import/row_maker.hpp"

namespace attache::trade {

/// Rows of a file with one trade row a record.
class TableReader final : public RowReader {
 public:
  /// A survey reads everything and keeps no numbers. `rejected` may be empty.
  [[nodiscard]] static Outcome<std::unique_ptr<TableReader>> open(const FilePlan& plan, bool is_survey, CodeBook& codes,
                                                                  RejectedRecord rejected);
  [[nodiscard]] Outcome<> read(std::vector<SourcedRow>& batch) override;
  [[nodiscard]] const Seen& seen() const { return maker_.seen(); }
  [[nodiscard]] std::uint64_t extra_fields() const { return extra_fields_; }

 private:
  TableReader(const FilePlan& plan, bool is_survey, CodeBook& codes, RejectedRecord rejected, std::unique_ptr<ByteSource> bytes);
  [[nodiscard]] bool is_whole();
  [[nodiscard]] bool is_header() const;
  void reject(std::size_t field, std::string rule, std::string what, std::string next);

  FilePlan plan_;
  RowMaker maker_;
  CsvReader csv_;
  CsvRecord record_;
  RejectedRecord rejected_;
  std::size_t shift_ = 0;
  bool is_first_ = true;
  std::uint64_t extra_fields_ = 0;
};

/// Gives names to areas or products and no rows: the code lists beside BACI's data.
[[nodiscard]] Outcome<std::unique_ptr<RowReader>> open_list(const FilePlan& plan, CodeBook& codes);

}  // namespace attache::trade
