#include "trade/src/import/cross_reader.hpp"

#include <algorithm>

#include "trade/src/import/letters.hpp"
#include "trade/src/import/words.hpp"

namespace attache::trade {

namespace {

constexpr std::size_t most_title_records = 60;

/// "2006" alone; 0 for anything else.
int year_of(std::string_view text) {
  text = trimmed(text);
  const auto period = text.size() == 4 ? Period::parse(text) : std::nullopt;
  return period && period->year() > 1800 ? period->year() : 0;
}

}  // namespace

CrossReader::CrossReader(const FilePlan& plan, bool is_survey, CodeBook& codes, RejectedRecord rejected, std::unique_ptr<ByteSource> bytes)
    : plan_(plan),
      codes_(codes),
      is_survey_(is_survey),
      rejected_(std::move(rejected)),
      csv_(std::move(bytes), plan.path, plan.separator),
      areas_(plan_.basis, codes, seen_),
      reporter_(plan.basis.reporter),
      partner_(plan.basis.partner),
      period_(plan.basis.period),
      flow_(plan.basis.flow) {}

Outcome<std::unique_ptr<CrossReader>> CrossReader::open(const FilePlan& plan, bool is_survey, CodeBook& codes, RejectedRecord rejected) {
  auto bytes = open_bytes(plan.path, plan.encoding);
  if (!bytes) return fail(bytes.error());
  std::unique_ptr<CrossReader> reader(new CrossReader(plan, is_survey, codes, std::move(rejected), std::move(*bytes)));
  if (auto top = reader->read_top(); !top) {
    Problem problem = top.error();
    if (problem.where.file.empty()) problem.where.file = plan.path;
    return fail(std::move(problem));
  }
  return reader;
}

void CrossReader::reject(std::size_t field, const RowFault& fault) {
  if (!rejected_) return;
  Position at = record_.place(field, plan_.path);
  std::string why;
  if (field < header_.back().size() && !header_.back()[field].empty()) {
    at.field = header_.back()[field];
    why = "column '" + at.field + "'";
  }
  rejected_(
      {.failure = Failure::data, .rule = fault.rule, .what = fault.what, .where = std::move(at), .why = std::move(why), .next = fault.next},
      record_.raw());
}

std::optional<Flow> CrossReader::flow_in(std::string_view text) const {
  const std::string small = lower_case(trimmed(text));
  for (const auto& [word, flow] : plan_.cross.flows) {
    if (small.starts_with(word)) return flow;
  }
  return std::nullopt;
}

bool CrossReader::is_header(std::size_t record_number) const {
  const CrossShape& shape = plan_.cross;
  if (shape.header_row > 0) return record_number == shape.header_row;
  if (shape.header != "years") return trimmed(record_[shape.label - 1]).starts_with(shape.header);
  std::size_t years = 0;
  for (std::size_t i = shape.label; i < record_.size(); ++i) {
    if (year_of(record_[i]) > 0) {
      ++years;
    } else if (!trimmed(record_[i]).empty()) {
      return false;
    }
  }
  return years > 0;
}

void CrossReader::read_title() {
  const CrossShape& shape = plan_.cross;
  for (std::size_t i = 0; i < record_.size(); ++i) {
    const std::string_view cell = trimmed(record_[i]);
    if (cell.empty()) continue;
    if (shape.flow == Place::title && !flow_) flow_ = flow_in(cell);
    if (shape.reporter == Place::title && !reporter_) reporter_ = area_of_name(cell);
    if (shape.period != Place::title || period_) continue;
    const std::string small = lower_case(cell);
    const std::size_t mark = shape.period_title.find("{year}");
    const std::size_t at = small.find(shape.period_title.substr(0, mark));
    if (at != std::string::npos && at + mark + 4 <= small.size()) {
      if (const int year = year_of(std::string_view(small).substr(at + mark, 4)); year > 0) period_ = Period::of_year(year);
    }
  }
}

Outcome<> CrossReader::check_title() const {
  const CrossShape& shape = plan_.cross;
  const auto missing = [](const char* what, const std::string& set) {
    return fail({.failure = Failure::data,
                 .rule = "basis",
                 .what = std::string("the table's title does not say its ") + what,
                 .where = {},
                 .why = {},
                 .next = "see whether it is the table the mapping is for, or give it with --set " + set});
  };
  if (shape.flow == Place::title && !flow_) return missing("flow", "flow=X");
  if (shape.reporter == Place::title && !reporter_) return missing("reporter", "reporter=KAZ");
  if (shape.period == Place::title && !period_) return missing("period", "period=2021");
  return {};
}

Outcome<> CrossReader::read_top() {
  const CrossShape& shape = plan_.cross;
  for (std::size_t number = 1;; ++number) {
    const auto more = csv_.next(record_);
    if (!more) return fail(more.error());
    if (!*more || number > most_title_records) {
      return fail({.failure = Failure::data,
                   .rule = "no-header",
                   .what = "the table's header was not found",
                   .where = {},
                   .why = {},
                   .next = shape.header == "years" ? "the mapping looks for a row of years"
                                                   : "the mapping looks for a row that begins '" + shape.header + "'"});
    }
    if (is_header(number)) break;
    read_title();
  }
  if (auto checked = check_title(); !checked) return checked;
  for (std::size_t i = 0; i < shape.header_rows; ++i) {
    if (i > 0) {
      const auto more = csv_.next(record_);
      if (!more) return fail(more.error());
    }
    std::vector<std::string>& heads = header_.emplace_back();
    for (std::size_t column = 0; column < record_.size(); ++column) heads.emplace_back(trimmed(record_[column]));
  }
  const auto product =
      codes_.product(plan_.basis.classification.value_or(Classification::hs), plan_.basis.product.empty() ? "TOTAL" : plan_.basis.product);
  if (!product) return fail(product.error());
  product_ = *product;
  return read_heads();
}

Outcome<> CrossReader::read_heads() {
  const CrossShape& shape = plan_.cross;
  std::size_t columns = 0, used = 0;
  for (const auto& row : header_) columns = std::max(columns, row.size());
  heads_.resize(columns);
  std::string upper;  // a head over several columns stands over the first of them
  for (std::size_t column = shape.label; column < columns; ++column) {
    const auto cell = [&](std::size_t row) { return column < header_[row].size() ? header_[row][column] : std::string(); };
    if (const std::string head = cell(0); !head.empty() || header_.size() == 1) upper = head;
    if (upper.empty() || !lower_case(cell(header_.size() - 1)).starts_with(shape.values_under)) continue;
    Head& head = heads_[column];
    RowFault fault;
    if (shape.flow == Place::column) head.flow = flow_in(upper);
    if (shape.period == Place::column) head.period = period_of_text(upper, plan_.basis.frequency);
    if (shape.partner == Place::column) head.partner = areas_.find(upper, fault);
    head.is_used = (shape.flow != Place::column || head.flow) && (shape.period != Place::column || head.period) &&
                   (shape.partner != Place::column || head.partner);
    if (head.is_used) ++used;
    if (!fault.what.empty()) {
      return fail({.failure = Failure::data,
                   .rule = fault.rule,
                   .what = fault.what,
                   .where = record_.place(column, plan_.path),
                   .why = {},
                   .next = fault.next});
    }
  }
  if (used > 0) return {};
  return fail({.failure = Failure::data,
               .rule = "no-columns",
               .what = "no column of the table holds values the mapping knows",
               .where = record_.place(0, plan_.path),
               .why = {},
               .next = "compare the header with [table] and [flows] of the mapping"});
}

bool CrossReader::has_values() const {
  for (std::size_t column = plan_.cross.label; column < record_.size(); ++column) {
    if (!trimmed(record_[column]).empty()) return true;
  }
  return false;
}

bool CrossReader::take_period(std::string_view label) {
  if (const int year = year_of(label); year > 0) {
    year_ = year;
    period_ = Period::of_year(year);
    return plan_.basis.frequency != Frequency::monthly;
  }
  const int month = month_of_word(label);
  if (month > 0 && year_ > 0) {
    period_ = Period::of_month(year_, month);
    return true;
  }
  if (const auto whole = period_of_text(label, plan_.basis.frequency)) {
    period_ = *whole;
    return true;
  }
  if (has_values())
    reject(plan_.cross.label - 1,
           {0, "period", quoted_start(label) + " is no period", "periods are as 2019, March 2019, or a month below its year"});
  return false;
}

bool CrossReader::take_label() {
  const CrossShape& shape = plan_.cross;
  const std::string_view label = trimmed(record_[shape.label - 1]);
  if (shape.flow == Place::section) {
    if (const auto flow = flow_in(label)) {
      flow_ = flow;
      if (shape.section_partner.empty()) return false;
      partner_ = area_of_letters(shape.section_partner);
      return partner_.has_value();
    }
  }
  if (label.empty()) {
    if (has_values()) reject(shape.label - 1, {0, "no-label", "the row has values and no label", "say what they are"});
    return false;
  }
  if (shape.period == Place::row && !take_period(label)) return false;
  if (shape.partner != Place::row || !has_values()) return has_values();
  RowFault fault;
  partner_ = areas_.find(label, fault);
  if (!partner_) reject(shape.label - 1, fault);
  return partner_.has_value();
}

bool CrossReader::add_cell(std::size_t column, TradeRow& row) {
  const Head& head = heads_[column];
  const auto flow = head.flow ? head.flow : flow_;
  const auto period = head.period ? head.period : period_;
  const auto partner = head.partner ? head.partner : partner_;
  if (!flow || !period || !partner || !reporter_) {
    const char* const what = !flow ? "flow" : !period ? "period" : !partner ? "partner" : "reporter";
    reject(column,
           {0, "basis", std::string("nothing says the ") + what + " of this value", std::string("give it with --set ") + what + "=…"});
    return false;
  }
  WrittenNumber number;
  const NumberFault fault = read_number(record_[column], plan_.basis.numbers, number);
  if (fault == NumberFault::not_a_number || fault == NumberFault::too_large) {
    reject(column, {0, "value", quoted_start(record_[column]) + (fault == NumberFault::too_large ? " is too large" : " is no number"),
                    "correct it, or leave it empty when it is not known"});
    return false;
  }
  row.reporter = *reporter_;
  row.partner = *partner;
  row.flow = *flow;
  row.period = *period;
  row.product = product_;
  row.net_weight_missing = row.quantity_missing = text::Missing::not_available;
  if (fault == NumberFault::missing) {
    row.value_missing = text::Missing::not_available;
    return true;
  }
  if (number.is_noise) ++seen_.noisy;
  if (number.is_estimate) {
    row.status = 'E';
    ++seen_.estimates;
  }
  seen_.value.see(number);
  if (is_survey_) return true;
  const auto value = at_scale(number, plan_.basis.value_power + plan_.scales.value);
  if (value) row.value = *value;
  return value.has_value();
}

void CrossReader::add_cells(std::vector<SourcedRow>& batch) {
  for (std::size_t column = plan_.cross.label; column < record_.size() && column < heads_.size(); ++column) {
    if (!heads_[column].is_used || trimmed(record_[column]).empty()) continue;
    SourcedRow out;
    out.origin.line = record_.line();
    if (add_cell(column, out.row)) batch.push_back(out);
  }
}

Outcome<> CrossReader::read(std::vector<SourcedRow>& batch) {
  batch.clear();
  while (batch.size() < batch_rows) {
    const auto more = csv_.next(record_);
    if (!more) return fail(more.error());
    if (!*more) break;
    if (take_label()) add_cells(batch);
  }
  return {};
}

}  // namespace attache::trade
