#include "context.hpp"

#include <algorithm>
#include <cstdint>

#include "inline_text.hpp"
#include "trade.hpp"
#include "value/add_once.hpp"

namespace attache::report {

bool is_trade_of_two(std::string_view indicator) {
  return indicator == "turnover" || indicator == "exports" || indicator == "imports" || indicator == "near-border-turnover";
}

Context::Context(const dataset::Dataset& dataset, std::shared_ptr<const text::Language> lang, Parameters wanted)
    : data(dataset), language(*lang), parameters(std::move(wanted)) {
  document.language = std::move(lang);
}
Context::~Context() = default;

std::string Context::code(std::string_view list, const std::string& value) const {
  if (value.empty()) return {};
  const std::string id = "report." + std::string(list) + "." + value;
  return language.has_message(id) ? language.message(id) : value;
}

std::string Context::area(const std::string& id) const {
  if (const auto* row = data.area(id); row != nullptr) {
    if (!row->name.empty()) return in(row->name);
    for (const std::string* key : {&row->iso3, &row->iso3166_2}) {
      if (std::string name = key->empty() ? std::string() : language.area_name(*key); !name.empty()) return name;
    }
  }
  std::string name = language.area_name(id);
  return name.empty() ? id : name;
}

std::string Context::agent(const std::string& id) const {
  const auto* row = data.agent(id);
  return row == nullptr || row->name.empty() ? id : in(row->name);
}

std::string Context::agent_short(const std::string& id) const {
  const auto* row = data.agent(id);
  return row == nullptr || row->short_name.empty() ? agent(id) : in(row->short_name);
}

bool Context::over(const Edtf& period) const {
  return period.is_undated() || (!period.open_end() && period.latest() <= parameters.as_of_day);
}

bool Context::ended(const Edtf& period) const {
  if (period.is_undated()) return true;
  // An approximate or month-wide date counts from its first day: what was said "in October 2015" is known on 16 October.
  const bool is_span = period.is_interval() || period.start().precision == Date::Precision::year;
  return (is_span && !period.open_end() && !period.start().approximate ? period.latest() : period.earliest()) <= parameters.as_of_day;
}

bool Context::known(const Edtf& from, const dataset::Row& row) const {
  if (!from.is_undated()) return begun(from);
  const auto* from_source = data.source(row.source);
  return from_source == nullptr || begun(from_source->published);
}

bool Context::visible(const dataset::Observation& row) const {
  if (row.period.is_undated()) return known({}, row);
  const auto* about = data.indicator(row.indicator);
  const bool flows = is_trade_of_two(row.indicator) || (about != nullptr && about->aggregation == "sum");
  return flows ? over(row.period) : ended(row.period);
}

bool Context::visible(const dataset::Event& row) const {
  if (known(row.date, row)) return true;
  // What was announced after the day is not known on it.
  return row.status == "planned" && known({}, row);
}

bool Context::visible(const dataset::Claim& row) const {
  // A claim names no areas: it belongs to the pair of its observation, else to the only pair of the dataset.
  const auto* observation = data.observation(row.observation);
  const bool names_pair = observation != nullptr && !observation->counterpart.empty();
  const bool concerns = names_pair ? is_pair(observation->area, observation->counterpart) : is_own_pair();
  if (!concerns) return false;
  if (!row.asserted_on.is_undated()) return begun(row.asserted_on);
  return row.period.is_undated() ? known({}, row) : ended(row.period);
}

bool Context::is_own_pair() const {
  const auto& pairs = data.settings.pairs;
  if (pairs.size() != 1) return false;
  return pairs.front() == parameters.first + "-" + parameters.second || pairs.front() == parameters.second + "-" + parameters.first;
}

bool Context::is_pair(const std::string& a, const std::string& b) const {
  return (a == parameters.self && b == parameters.other) || (a == parameters.other && b == parameters.self);
}

std::uint32_t Context::cite(const std::string& source) {
  if (source.empty() || data.source(source) == nullptr) return 0;
  auto it = std::find(sources_.begin(), sources_.end(), source);
  if (it == sources_.end()) it = sources_.insert(sources_.end(), source);
  return static_cast<std::uint32_t>(it - sources_.begin()) + 1;
}

std::vector<std::uint32_t> Context::citations(std::string_view table, const dataset::Row& row) {
  std::vector<std::uint32_t> numbers;
  const auto add_number = [&](std::uint32_t number) {
    if (number != 0) add_once(numbers, number);
  };
  add_number(cite(row.source));
  for (const auto& further : data.citations) {
    if (further.table != table || further.row != row.id) continue;
    const auto* source = data.source(further.source);
    if (source == nullptr || begun(source->published)) add_number(cite(further.source));
  }
  return numbers;
}

void Context::cite(Inline& text, std::string_view table, const dataset::Row& row) {
  for (const auto number : citations(table, row)) text.push_back(citation_run(number));
}

void Context::cite(Inline& text, const std::vector<std::string>& sources) {
  for (const auto& source : sources) {
    if (const auto number = cite(source); number != 0) text.push_back(citation_run(number));
  }
}

std::uint32_t Context::note(const std::string& text) {
  auto it = std::find_if(notes_.begin(), notes_.end(), [&](const NoteText& known) { return known.text == text; });
  if (it == notes_.end()) it = notes_.insert(notes_.end(), {text, {}});
  return static_cast<std::uint32_t>(it - notes_.begin()) + 1;
}

void Context::note(Inline& text, const std::string& note_text) {
  const auto number = note(note_text);
  Run run;
  run.text = " " + t("report.note-mark", {{"number", static_cast<std::int64_t>(number)}});
  run.href = "#note-" + std::to_string(number);
  text.push_back(std::move(run));
}

void Context::method(const std::string& message_id) { add_once(methods_, message_id); }

std::uint32_t Context::add(Table table) {
  const auto is_taken = [&](const std::string& name) {
    return std::any_of(document.tables.begin(), document.tables.end(), [&](const Table& other) { return other.sheet_name == name; });
  };
  const std::string wanted = table.sheet_name.empty() ? table.id : table.sheet_name;
  table.sheet_name = wanted;
  for (int number = 2; is_taken(table.sheet_name); ++number) table.sheet_name = wanted + " " + std::to_string(number);
  document.tables.push_back(std::move(table));
  return static_cast<std::uint32_t>(document.tables.size() - 1);
}

void Context::trace(const std::string& block, const std::string& what, const std::string& printed, const Quantity& quantity) {
  trace({block, -1, what, printed, quantity.present() ? quantity.value->text() : std::string(), quantity.expression, quantity.inputs});
}

void Context::warn(const std::string& text) { add_once(document.warnings, text); }

const Trade& Context::trade() {
  if (!trade_) trade_ = std::make_unique<Trade>(read_trade(*this));
  return *trade_;
}

Context::Mark Context::mark() const {
  return {sources_.size(), notes_.size(), methods_.size(), document.tables.size(), document.trace.size(), document.warnings.size()};
}

void Context::undo(const Mark& mark) {
  sources_.resize(mark.sources);
  notes_.resize(mark.notes);
  methods_.resize(mark.methods);
  document.tables.resize(mark.tables);
  document.trace.resize(mark.trace);
  document.warnings.resize(mark.warnings);
}

}  // namespace attache::report
