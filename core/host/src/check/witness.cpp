#include "host/src/check/witness.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace attache::host::check {
namespace {

using Clock = std::chrono::steady_clock;

std::string number(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), end.ptr};
}

}  // namespace

Witness::Witness(const Trial& trial, const attache_document* document) : trial_(trial), other_host_(trial.host) {
  for (std::uint32_t i = 0; i < document->table_count; ++i) {
    if (document->tables[i]->row_count > document->tables[largest_table_]->row_count) largest_table_ = i;
  }
  if (document->table_count > 0) rows_read_.resize(static_cast<std::size_t>(document->tables[largest_table_]->row_count));
}

std::int64_t Witness::rows(std::uint32_t table, std::int64_t first, std::int64_t max) {
  if (trial_.reads_fail) return 0;
  const std::int64_t given = trial_.rows_at_once > 0 ? std::min(max, trial_.rows_at_once) : max;
  const auto size = static_cast<std::int64_t>(rows_read_.size());
  for (std::int64_t row = std::max<std::int64_t>(first, 0); table == largest_table_ && row < size && row - first < given; ++row)
    rows_read_[static_cast<std::size_t>(row)] = true;
  return given;
}

void Witness::cell(std::uint32_t table, std::int64_t row) {
  if (table == largest_table_ && row >= 0 && row < static_cast<std::int64_t>(rows_read_.size()))
    rows_read_[static_cast<std::size_t>(row)] = true;
}

bool Witness::may_open(std::string_view, bool by_path) {
  seen_.opens_paths = seen_.opens_paths || by_path;
  return !trial_.opens_fail;
}

bool Witness::may_write(std::size_t bytes) {
  if (trial_.sink_bytes >= 0 && seen_.written + static_cast<std::int64_t>(bytes) > trial_.sink_bytes) return false;
  seen_.written += static_cast<std::int64_t>(bytes);
  return true;
}

void Witness::ended(const CallEnd& end) {
  const std::lock_guard<std::mutex> lock(mutex_);
  seen_.status = end.status;
  seen_.threw = end.threw;
  seen_.error = end.error;
  seen_.host_failed = end.host_failed;
  seen_.misuse = end.misuse;
  seen_.opened = end.opened;
  seen_.left_open = end.left_open;
  if (told_to_stop_) seen_.until_return_s = std::chrono::duration<double>(Clock::now() - told_at_).count();
}

void Witness::progress(double fraction, std::string_view) {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++seen_.progress_calls;
  if (!(fraction <= 1)) seen_.odd_progress = "it says it is at " + number(fraction) + " of 1";
}

bool Witness::cancelled() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (trial_.cancel_at == 0 || seen_.progress_calls < trial_.cancel_at) return false;
  if (!told_to_stop_) told_at_ = Clock::now();
  told_to_stop_ = true;
  return true;
}

void Witness::report_to(Observation& seen) const {
  seen = seen_;
  seen.rows_there = rows_read_.size();
  seen.rows_read = static_cast<std::uint64_t>(std::count(rows_read_.begin(), rows_read_.end(), true));
}

}  // namespace attache::host::check
