#pragma once

#include <memory>
#include <string>
#include <vector>

#include "trade/row_reader.hpp"
#include "trade/src/external_sort.hpp"

namespace attache::trade {

/// Rows of all inputs in key order; equal keys in the order of files and lines.
class RowStream {
 public:
  virtual ~RowStream() = default;
  /// Replaces `batch` by the next rows; an empty one is the end.
  [[nodiscard]] virtual Outcome<> read(std::vector<SourcedRow>& batch) = 0;
};

struct SourcedRowLess {
  [[nodiscard]] bool operator()(const SourcedRow& a, const SourcedRow& b) const {
    const auto order = compare_keys(a.row, b.row);
    if (order != 0) return order < 0;
    return a.origin.file != b.origin.file ? a.origin.file < b.origin.file : a.origin.line < b.origin.line;
  }
};

/// Merges inputs that are sorted each, without sorting anything.
class MergedRows final : public RowStream {
 public:
  [[nodiscard]] static Outcome<std::unique_ptr<MergedRows>> open(const std::vector<RowInput>& inputs, CodeBook& codes);
  [[nodiscard]] Outcome<> read(std::vector<SourcedRow>& batch) override;
  /// An input turned out not to be sorted: the stream has ended early and its rows are worth nothing.
  [[nodiscard]] bool is_disordered() const { return disordered_; }

 private:
  struct Head {
    std::unique_ptr<RowReader> reader;
    std::vector<SourcedRow> batch{};
    std::size_t at = 0;
    SourcedRow last{};
    bool any = false;
  };
  [[nodiscard]] Outcome<> fill(std::uint32_t file);
  [[nodiscard]] bool is_at_end(const Head& head) const { return head.at == head.batch.size(); }

  std::vector<Head> heads_;
  bool disordered_ = false;
};

/// Sorts inputs in any order, in bounded memory.
class SortedRows final : public RowStream {
 public:
  [[nodiscard]] static Outcome<std::unique_ptr<SortedRows>> open(const std::vector<RowInput>& inputs, CodeBook& codes,
                                                                 const std::string& folder, std::size_t budget_bytes);
  [[nodiscard]] Outcome<> read(std::vector<SourcedRow>& batch) override { return sort_.read(batch, RowReader::batch_rows); }

 private:
  SortedRows(const std::string& folder, std::size_t budget_bytes) : sort_(folder, budget_bytes) {}
  ExternalSort<SourcedRow, SourcedRowLess> sort_;
};

}  // namespace attache::trade
