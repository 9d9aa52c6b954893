#include "typed_rows.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "members.hpp"

namespace attache::dataset {
namespace {

struct Names {
  std::vector<std::string> names;
  template <class T>
  void operator()(const char* name, T&) {
    names.emplace_back(name);
  }
};

/// Visits a row's members in their order and fills each from its cells.
class Filler {
 public:
  Filler(const CellTable& table, const std::vector<std::string>& names, std::vector<Problem>& problems)
      : table_(table), problems_(problems) {
    for (const std::string& name : names) {
      const Field* field = table.schema->field(name);
      std::vector<std::size_t> columns;
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].field == field) columns.push_back(c);
      }
      columns_.push_back(std::move(columns));
      fields_.push_back(field);
    }
  }

  void start(std::size_t row) {
    row_ = row;
    next_ = 0;
  }

  template <class T>
  void operator()(const char*, T& member) {
    const std::size_t ordinal = next_++;
    current_ = columns_[ordinal].empty() ? table_.columns.size() : columns_[ordinal].front();
    const bool has_cell = current_ < table_.columns.size();
    const std::string& text =
        has_cell && !table_.rows[row_][current_].text.empty() ? table_.rows[row_][current_].text : fields_[ordinal]->fallback;
    if constexpr (std::is_same_v<T, Localised>) {
      for (const std::size_t c : columns_[ordinal]) {
        if (!table_.rows[row_][c].text.empty()) member.by_language[table_.columns[c].language] = table_.rows[row_][c].text;
      }
    } else if (!text.empty()) {
      read(text, member);
    }
  }

 private:
  void read(const std::string& text, std::string& out) { out = text; }

  void read(const std::string& text, std::vector<std::string>& out) {
    out = split_list(text);
    if (std::erase(out, "") == 0) return;
    Problem problem;
    problem.rule = "type";
    problem.what = "'" + text + "' has an empty item";
    problem.next = "separate items by one semicolon";
    report(std::move(problem));
  }

  void read(const std::string& text, int& out) { out = whole_number(text).value_or(0); }

  void read(const std::string& text, std::optional<int>& out) { out = whole_number(text); }

  /// Nothing for what is no number (reported here) or out of its range (reported where constraints are checked): no rule may reckon
  /// with it.
  [[nodiscard]] std::optional<int> whole_number(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) return is_in_range(value) ? std::optional(value) : std::nullopt;
    Problem problem;
    problem.rule = "type";
    problem.what = "'" + text + "' is no whole number";
    problem.next = "write digits only";
    report(std::move(problem));
    return std::nullopt;
  }

  void read(const std::string& text, std::optional<Decimal>& out) {
    auto value = Decimal::parse(text);
    if (value) out = *value;
    if (!value) report(std::move(value.error()));
  }

  void read(const std::string& text, std::optional<Edtf>& out) {
    auto value = Edtf::parse(text);
    if (value) out = *value;
    if (!value) report(std::move(value.error()));
  }

  void read(const std::string& text, Edtf& out) {
    std::optional<Edtf> value;
    read(text, value);
    if (value) out = *value;
  }

  [[nodiscard]] bool is_in_range(int value) const {
    const Field& field = *fields_[next_ - 1];
    const Decimal number = Decimal::of(value);
    return !(field.minimum && number < *field.minimum) && !(field.maximum && *field.maximum < number);
  }

  void report(Problem problem) {
    problem.failure = Failure::data;
    problem.where = table_.at(row_, current_);
    problems_.push_back(std::move(problem));
  }

  const CellTable& table_;
  std::vector<Problem>& problems_;
  std::vector<std::vector<std::size_t>> columns_;  // of each member in its order
  std::vector<const Field*> fields_;
  std::size_t row_ = 0;
  std::size_t next_ = 0;
  std::size_t current_ = 0;
};

template <class R>
void fill_table(const CellTable& table, std::vector<R>& rows, std::vector<Problem>& problems) {
  Names names;
  R example;
  all_members(example, names);
  Filler filler(table, names.names, problems);
  rows.resize(table.rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    filler.start(i);
    all_members(rows[i], filler);
    rows[i].at = {table.file, table.rows[i].front().line, table.rows[i].front().column, ""};
  }
}

/// A figure's unit may stand with its indicator, and "currency" for the unit its currency says.
void complete_units(Dataset& dataset) {
  std::unordered_map<std::string_view, std::string_view> units;
  for (const Indicator& i : dataset.indicators) units.emplace(i.id, i.unit);
  for (Observation& o : dataset.observations) {
    if (const auto unit = units.find(o.indicator); o.unit.empty() && unit != units.end()) o.unit = unit->second;
    if (o.unit == "currency" && !o.currency.empty()) o.unit = o.currency;
  }
}

}  // namespace

void fill(Dataset& dataset, const CellTables& cells, std::vector<Problem>& problems) {
  tables(dataset, [&](const char* name, auto& rows) {
    const auto table = cells.find(name);
    if (table != cells.end()) fill_table(table->second, rows, problems);
  });
  complete_units(dataset);
}

}  // namespace attache::dataset
