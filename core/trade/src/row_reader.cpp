#include "trade/row_reader.hpp"

#include <algorithm>

#include "trade/src/row_digest.hpp"
#include "value/digest.hpp"

namespace attache::trade {

namespace {

class MemoryReader final : public RowReader {
 public:
  explicit MemoryReader(std::shared_ptr<const std::vector<SourcedRow>> rows) : rows_(std::move(rows)) {}

  Outcome<> read(std::vector<SourcedRow>& batch) override {
    const std::size_t n = std::min(batch_rows, rows_->size() - at_);
    const auto from = rows_->begin() + static_cast<std::ptrdiff_t>(at_);
    batch.assign(from, from + static_cast<std::ptrdiff_t>(n));
    at_ += n;
    return {};
  }

 private:
  std::shared_ptr<const std::vector<SourcedRow>> rows_;
  std::size_t at_ = 0;
};

}  // namespace

RowInput rows_in_memory(std::string name, std::vector<SourcedRow> rows) {
  std::uint64_t digest = rows.size();
  for (const SourcedRow& each : rows) digest = mixed(digest, each.row);
  const auto shared = std::make_shared<const std::vector<SourcedRow>>(std::move(rows));
  RowInput input;
  input.path = std::move(name);
  input.sha256 = sha256_hex(std::to_string(digest));
  input.bytes = shared->size() * sizeof(SourcedRow);
  input.open = [shared](CodeBook&) -> Outcome<std::unique_ptr<RowReader>> { return std::make_unique<MemoryReader>(shared); };
  return input;
}

}  // namespace attache::trade
