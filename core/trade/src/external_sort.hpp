#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "trade/src/spill_file.hpp"
#include "value/outcome.hpp"

namespace attache::trade {

/// Sorts more records than fit into memory: runs in an unlinked file, merged in one pass. Without a folder all stays in memory.
/// `Less` must order completely: equal records may come in any order.
template <class Record, class Less>
class ExternalSort {
  static_assert(std::is_trivially_copyable_v<Record>);

 public:
  ExternalSort(std::string folder, std::size_t budget_bytes)
      : folder_(std::move(folder)), capacity_(std::max<std::size_t>(budget_bytes / sizeof(Record), 1024)) {}

  [[nodiscard]] Outcome<> add(std::span<const Record> records) {
    while (!records.empty()) {
      if (records_.size() == records_.capacity() && records_.capacity() < capacity_ && !folder_.empty()) {
        records_.reserve(std::min(capacity_, std::max<std::size_t>(records_.capacity() * 4, 65536)));
      }
      const std::size_t room = folder_.empty() ? records.size() : std::min(records.size(), capacity_ - records_.size());
      records_.insert(records_.end(), records.begin(), records.begin() + static_cast<std::ptrdiff_t>(room));
      records = records.subspan(room);
      if (!folder_.empty() && records_.size() == capacity_) {
        if (auto spilled = spill(); !spilled) return spilled;
      }
    }
    return {};
  }

  /// Ends adding; what follows are calls of read.
  [[nodiscard]] Outcome<> finish() {
    if (runs_.empty()) {
      sort();
      return {};
    }
    if (auto spilled = spill(); !spilled) return spilled;
    std::vector<Record>().swap(records_);
    const std::size_t share = std::max<std::size_t>(capacity_ / runs_.size(), 64);
    for (Run& run : runs_) {
      run.share = share;
      if (auto filled = fill(run); !filled) return filled;
      if (run.at < run.buffer.size()) heap_.push_back(&run);
    }
    std::make_heap(heap_.begin(), heap_.end(), later);
    return {};
  }

  /// Replaces `batch` by the next records, at most `count`; empty at the end.
  [[nodiscard]] Outcome<> read(std::vector<Record>& batch, std::size_t count) {
    batch.clear();
    if (runs_.empty()) {
      const std::size_t n = std::min(count, records_.size() - at_);
      batch.assign(records_.begin() + static_cast<std::ptrdiff_t>(at_), records_.begin() + static_cast<std::ptrdiff_t>(at_ + n));
      at_ += n;
      return {};
    }
    while (batch.size() < count && !heap_.empty()) {
      std::pop_heap(heap_.begin(), heap_.end(), later);
      Run& run = *heap_.back();
      batch.push_back(run.buffer[run.at++]);
      if (run.at == run.buffer.size()) {
        if (auto filled = fill(run); !filled) return filled;
      }
      if (run.at == run.buffer.size()) {
        heap_.pop_back();
      } else {
        std::push_heap(heap_.begin(), heap_.end(), later);
      }
    }
    return {};
  }

 private:
  struct Run {
    std::uint64_t at_file = 0, records = 0;
    std::vector<Record> buffer{};
    std::size_t at = 0, share = 0;
  };
  static bool later(const Run* a, const Run* b) { return Less()(b->buffer[b->at], a->buffer[a->at]); }

  void sort() {
    if (!std::is_sorted(records_.begin(), records_.end(), Less())) std::sort(records_.begin(), records_.end(), Less());
  }

  [[nodiscard]] Outcome<> spill() {
    if (records_.empty()) return {};
    sort();
    if (!file_) {
      auto file = SpillFile::create(folder_);
      if (!file) return fail(file.error());
      file_ = std::move(*file);
    }
    Run run{.at_file = file_->size(), .records = records_.size()};
    if (auto written = file_->append(records_.data(), records_.size() * sizeof(Record)); !written) return written;
    runs_.push_back(std::move(run));
    records_.clear();
    return {};
  }

  [[nodiscard]] Outcome<> fill(Run& run) {
    const std::size_t n = std::min<std::uint64_t>(run.records, run.share);
    run.buffer.resize(n);
    run.at = 0;
    if (n == 0) return {};
    if (auto done = file_->read_at(run.at_file, run.buffer.data(), n * sizeof(Record)); !done) return done;
    run.at_file += n * sizeof(Record);
    run.records -= n;
    return {};
  }

  std::string folder_;
  std::size_t capacity_;
  std::vector<Record> records_;
  std::size_t at_ = 0;
  std::unique_ptr<SpillFile> file_;
  std::vector<Run> runs_;
  std::vector<Run*> heap_;
};

}  // namespace attache::trade
