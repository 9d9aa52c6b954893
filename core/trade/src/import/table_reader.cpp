#include "trade/src/import/table_reader.hpp"

#include <algorithm>

namespace attache::trade {

namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class ListReader final : public RowReader {
 public:
  Outcome<> read(std::vector<SourcedRow>& batch) override {
    batch.clear();
    return {};
  }
};

/// The column with that key, or -1.
int column_of(const Layout& layout, std::string_view key) {
  for (std::size_t i = 0; i < layout.header.size(); ++i) {
    if (column_key(layout.header[i]) == key) return static_cast<int>(i);
  }
  return -1;
}

void label_area_of(const CsvRecord& record, const Layout& layout, CodeBook& codes) {
  int name = column_of(layout, "countrynamefull");
  if (name < 0) name = column_of(layout, "countryname");
  const int code = column_of(layout, "countrycode");
  if (name < 0 || code < 0) return;
  const std::string_view number = trimmed(record[static_cast<std::size_t>(code)]);
  if (!is_number(number) || number.size() > 3) return;
  const std::string padded = std::string(3 - number.size(), '0') + std::string(number);
  if (const auto area = codes.area(padded)) codes.label_area(*area, repaired(trimmed(record[static_cast<std::size_t>(name)])));
}

void label_product_of(const CsvRecord& record, const FilePlan& plan, CodeBook& codes) {
  const int code = column_of(plan.layout, "code"), text = column_of(plan.layout, "description");
  if (code < 0 || text < 0 || !plan.basis.classification) return;
  std::string digits(trimmed(record[static_cast<std::size_t>(code)]));
  if (is_number(digits) && digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  if (const auto product = codes.product(*plan.basis.classification, digits)) {
    codes.label_product(*product, repaired(trimmed(record[static_cast<std::size_t>(text)])));
  }
}

}  // namespace

Outcome<std::unique_ptr<RowReader>> open_list(const FilePlan& plan, CodeBook& codes) {
  auto bytes = open_bytes(plan.path, plan.encoding);
  if (!bytes) return fail(bytes.error());
  CsvReader csv(std::move(*bytes), plan.path, plan.separator);
  CsvRecord record;
  bool is_first = true;
  while (true) {
    const auto more = csv.next(record);
    if (!more) return fail(more.error());
    if (!*more) break;
    if (std::exchange(is_first, false)) continue;
    if (plan.layout.format == FileFormat::baci_countries) {
      label_area_of(record, plan.layout, codes);
    } else {
      label_product_of(record, plan, codes);
    }
  }
  return std::make_unique<ListReader>();
}

Outcome<std::unique_ptr<TableReader>> TableReader::open(const FilePlan& plan, bool is_survey, CodeBook& codes, RejectedRecord rejected) {
  auto bytes = open_bytes(plan.path, plan.encoding);
  if (!bytes) return fail(bytes.error());
  std::unique_ptr<TableReader> reader(new TableReader(plan, is_survey, codes, std::move(rejected), std::move(*bytes)));
  for (std::size_t i = 0; i < plan.layout.header_records; ++i) {
    if (const auto more = reader->csv_.next(reader->record_); !more) return fail(more.error());
  }
  return reader;
}

TableReader::TableReader(const FilePlan& plan, bool is_survey, CodeBook& codes, RejectedRecord rejected, std::unique_ptr<ByteSource> bytes)
    : plan_(plan),
      maker_(plan_.layout, plan_.basis, is_survey ? nullptr : &plan_.scales, codes),
      csv_(std::move(bytes), plan.path, plan.separator),
      rejected_(std::move(rejected)) {}

void TableReader::reject(std::size_t field, std::string rule, std::string what, std::string next) {
  if (!rejected_) return;
  Position at = record_.place(field, plan_.path);
  const std::size_t column = field - std::min(field, shift_);
  std::string why;
  if (column < plan_.layout.header.size()) {
    at.field = plan_.layout.header[column];
    why = "column '" + at.field + "'";
  }
  rejected_({.failure = Failure::data,
             .rule = std::move(rule),
             .what = std::move(what),
             .where = std::move(at),
             .why = std::move(why),
             .next = std::move(next)},
            record_.raw());
}

bool TableReader::is_header() const {
  if (record_.size() != plan_.layout.header.size()) return false;
  for (std::size_t i = 0; i < record_.size(); ++i) {
    if (record_[i] != plan_.layout.header[i]) return false;
  }
  return true;
}

bool TableReader::is_whole() {
  const std::size_t columns = plan_.layout.header.size();
  if (record_.broken_field() >= 0) {
    reject(static_cast<std::size_t>(record_.broken_field()), "csv", "something follows the closing quote of this field",
           "double quotes that are meant as characters");
    return false;
  }
  // A row label before the first column, as R writes it: the header has no name for it.
  if (std::exchange(is_first_, false) && record_.size() == columns + 1 && !record_[columns].empty() && is_number(record_[0])) shift_ = 1;
  if (record_.size() == columns + shift_) return true;
  if (record_.size() == columns + 1 && record_[columns].empty()) {
    ++extra_fields_;
    return true;
  }
  if (record_.size() < columns && record_.is_unterminated()) {
    reject(record_.size(), "cut-off",
           "the last line ends in the middle, after " + std::to_string(record_.size()) + " of " + std::to_string(columns) + " fields",
           "fetch the file again");
    return false;
  }
  reject(std::min(record_.size(), columns + shift_), "ragged-row",
         "the row has " + std::to_string(record_.size()) + " fields, the header " + std::to_string(columns),
         record_.size() > columns ? "put quotes around texts with a separator in them" : "see whether a separator is missing");
  return false;
}

Outcome<> TableReader::read(std::vector<SourcedRow>& batch) {
  batch.clear();
  SourcedRow out;
  while (batch.size() < batch_rows) {
    const auto more = csv_.next(record_);
    if (!more) return fail(more.error());
    if (!*more) break;
    if (record_.size() != plan_.layout.header.size() || record_.broken_field() >= 0 || is_first_) {
      if (!is_whole()) continue;
    }
    if (!maker_.make(record_, shift_, out.row)) {
      if (is_header()) continue;  // files put one after the other
      const RowFault& fault = maker_.fault();
      reject(fault.field < 0 ? 0 : static_cast<std::size_t>(fault.field), fault.rule, fault.what, fault.next);
      continue;
    }
    out.origin.line = record_.line();
    batch.push_back(out);
  }
  return {};
}

}  // namespace attache::trade
