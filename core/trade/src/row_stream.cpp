#include "trade/src/row_stream.hpp"

#include <algorithm>

namespace attache::trade {

Outcome<std::unique_ptr<MergedRows>> MergedRows::open(const std::vector<RowInput>& inputs, CodeBook& codes) {
  auto stream = std::make_unique<MergedRows>();
  for (const RowInput& input : inputs) {
    auto reader = input.open(codes);
    if (!reader) return fail(reader.error());
    stream->heads_.push_back({std::move(*reader)});
  }
  for (std::uint32_t i = 0; i < stream->heads_.size(); ++i) {
    if (auto filled = stream->fill(i); !filled) return fail(filled.error());
  }
  return stream;
}

Outcome<> MergedRows::fill(std::uint32_t file) {
  Head& head = heads_[file];
  if (head.any) head.last = head.batch.back();
  head.at = 0;
  if (auto read = head.reader->read(head.batch); !read) return read;
  const auto less = [](const SourcedRow& a, const SourcedRow& b) { return compare_keys(a.row, b.row) < 0; };
  if (!head.batch.empty()) {
    if (head.any && less(head.batch.front(), head.last)) disordered_ = true;
    if (!std::is_sorted(head.batch.begin(), head.batch.end(), less)) disordered_ = true;
  }
  head.any = !head.batch.empty();
  for (SourcedRow& row : head.batch) row.origin.file = file;
  return {};
}

Outcome<> MergedRows::read(std::vector<SourcedRow>& batch) {
  const SourcedRowLess less;
  batch.clear();
  while (batch.size() < RowReader::batch_rows && !disordered_) {
    Head* first = nullptr;
    Head* second = nullptr;
    for (Head& head : heads_) {
      if (is_at_end(head)) continue;
      if (first == nullptr || less(head.batch[head.at], first->batch[first->at])) {
        second = first;
        first = &head;
      } else if (second == nullptr || less(head.batch[head.at], second->batch[second->at])) {
        second = &head;
      }
    }
    if (first == nullptr) break;
    // While this file's rows are the smallest, they are taken together.
    const SourcedRow* limit = second == nullptr ? nullptr : &second->batch[second->at];
    do {
      batch.push_back(first->batch[first->at++]);
    } while (!is_at_end(*first) && batch.size() < RowReader::batch_rows && (limit == nullptr || less(first->batch[first->at], *limit)));
    if (is_at_end(*first)) {
      if (auto filled = fill(static_cast<std::uint32_t>(first - heads_.data())); !filled) return filled;
    }
  }
  if (disordered_) batch.clear();
  return {};
}

Outcome<std::unique_ptr<SortedRows>> SortedRows::open(const std::vector<RowInput>& inputs, CodeBook& codes, const std::string& folder,
                                                      std::size_t budget_bytes) {
  std::unique_ptr<SortedRows> stream(new SortedRows(folder, budget_bytes));
  std::vector<SourcedRow> batch;
  for (std::uint32_t i = 0; i < inputs.size(); ++i) {
    auto reader = inputs[i].open(codes);
    if (!reader) return fail(reader.error());
    for (;;) {
      if (auto read = (*reader)->read(batch); !read) return fail(read.error());
      if (batch.empty()) break;
      for (SourcedRow& row : batch) row.origin.file = i;
      if (auto added = stream->sort_.add(batch); !added) return fail(added.error());
    }
  }
  if (auto finished = stream->sort_.finish(); !finished) return fail(finished.error());
  return stream;
}

}  // namespace attache::trade
