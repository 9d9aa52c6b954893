#include "cell_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "pattern_words.hpp"
#include "value/digest.hpp"
#include "value/joined.hpp"

namespace attache::dataset {
namespace {

constexpr std::size_t longest_matched = 500;  // the expressions recurse by character, and no key is longer

/// A problem of one cell.
struct Fault {
  const char* rule;
  std::string what, why, next;
};

class Checker {
 public:
  Checker(CellTable& table, std::vector<Problem>& problems) : table_(table), problems_(problems) {}

  void check_header(const std::vector<Cell>& header) {
    for (const Cell& cell : header) {
      table_.columns.push_back(resolve(cell));
      if (std::count_if(header.data(), &cell, [&cell](const Cell& other) { return other.text == cell.text; }) > 0) {
        report(cell, cell.text, {"column", "a second column '" + cell.text + "'", "", "delete one of them"});
        table_.columns.back().field = nullptr;
      }
    }
    for (const Field& field : table_.schema->fields) {
      const bool present =
          std::any_of(table_.columns.begin(), table_.columns.end(), [&field](const Column& c) { return c.field == &field; });
      if (field.required && !present) report(Cell{"", 1, 1}, field.name, missing(field));
    }
  }

  void check_rows() {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const Column& column = table_.columns[c];
      if (column.field == nullptr) continue;
      for (const auto& row : table_.rows) check_cell(row[c], column);
      if (column.field->unique) check_unique(c);
    }
    for (const Field& field : table_.schema->fields) {
      if (field.kind == Field::Kind::localised && field.required) check_some_language(field);
    }
  }

 private:
  void report(const Cell& cell, const std::string& column, Fault fault) {
    Problem problem;
    problem.failure = Failure::data;
    problem.rule = fault.rule;
    problem.what = std::move(fault.what);
    problem.why = std::move(fault.why);
    problem.next = std::move(fault.next);
    problem.where = {table_.file, cell.line, cell.column, column};
    problems_.push_back(std::move(problem));
  }

  Column resolve(const Cell& cell) {
    const auto at = cell.text.find('@');
    const std::string base = cell.text.substr(0, at);
    const Field* field = table_.schema->field(base);
    const bool localised = field != nullptr && field->kind == Field::Kind::localised;
    if (field != nullptr && !localised && at == std::string::npos) return {cell.text, field, ""};
    if (localised && at != std::string::npos && is_language_tag(cell.text.substr(at + 1)))
      return {cell.text, field, cell.text.substr(at + 1)};
    report(cell, cell.text, unknown_column(cell.text, base, field));
    return {cell.text, nullptr, ""};
  }

  [[nodiscard]] Fault unknown_column(const std::string& name, const std::string& base, const Field* field) const {
    const std::string what = "no column '" + name + "' in the table " + table_.schema->name;
    if (field != nullptr && field->kind == Field::Kind::localised)
      return {"column", what, "the text needs a language", "call it " + base + "@en"};
    if (field != nullptr) return {"column", what, "it has no languages", "call it " + base};
    std::vector<std::string> names;
    for (const Field& f : table_.schema->fields) names.push_back(f.name);
    const std::string near = nearest(base, names);
    const Field* meant = near.empty() ? nullptr : table_.schema->field(near);
    if (meant == nullptr) return {"column", what, "", "delete it, or keep what it says in note"};
    const std::string language = name.size() > base.size() ? name.substr(base.size()) : "@en";
    return {"column", what, "", "did you mean '" + near + (meant->kind == Field::Kind::localised ? language : "") + "'?"};
  }

  [[nodiscard]] Fault missing(const Field& field) const {
    const std::string name = field.name + (field.kind == Field::Kind::localised ? "@en" : "");
    return {"column", "the table " + table_.schema->name + " lacks the column '" + name + "'", "every row needs it",
            "add it to the first line"};
  }

  void check_cell(const Cell& cell, const Column& column) {
    const Field& field = *column.field;
    const std::string& name = column.name;
    if (cell.text.empty()) {
      if (field.required && column.language.empty())
        report(cell, name, {"required", name + " is empty", sentence(field.description), "fill it in"});
      return;
    }
    if (!field.choices.empty() && std::find(field.choices.begin(), field.choices.end(), cell.text) == field.choices.end()) {
      report(
          cell, name,
          {"enum", "no " + name + " '" + cell.text + "'", "it is one of " + joined(field.choices), did_you_mean(cell.text, field.choices)});
    }
    if (!field.pattern.empty() && (cell.text.size() > longest_matched || !std::regex_match(cell.text, field.expression))) {
      report(cell, name,
             {"pattern", "'" + cell.text.substr(0, 80) + "' is no " + name, sentence(field.description), instead_of(field, cell.text)});
    }
    if (field.minimum || field.maximum) check_range(cell, column);
  }

  void check_range(const Cell& cell, const Column& column) {
    const auto value = Decimal::parse(cell.text);
    if (!value) return;
    const Field& field = *column.field;
    const std::string what = column.name + " is " + cell.text;
    if (field.minimum && *value < *field.minimum)
      report(cell, column.name, {"range", what, "the least is " + field.minimum->text(), "correct it"});
    if (field.maximum && *value > *field.maximum)
      report(cell, column.name, {"range", what, "the most is " + field.maximum->text(), "correct it"});
  }

  void check_unique(std::size_t column) {
    std::unordered_map<std::string, int> first_line;
    for (const auto& row : table_.rows) {
      const Cell& cell = row[column];
      if (cell.text.empty()) continue;
      const auto [at, added] = first_line.emplace(cell.text, cell.line);
      if (added) continue;
      const std::string& name = table_.columns[column].name;
      report(
          cell, name,
          {"unique", "a second " + name + " '" + cell.text + "'", "the first is in line " + std::to_string(at->second), "give it its own"});
    }
  }

  void check_some_language(const Field& field) {
    std::vector<std::size_t> languages;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      if (table_.columns[c].field == &field) languages.push_back(c);
    }
    if (languages.empty()) return;
    for (const auto& row : table_.rows) {
      const bool some = std::any_of(languages.begin(), languages.end(), [&row](std::size_t c) { return !row[c].text.empty(); });
      if (some) continue;
      const std::string& name = table_.columns[languages.front()].name;
      report(row[languages.front()], name, {"required", field.name + " is empty in every language", field.description, "fill in " + name});
    }
  }

  CellTable& table_;
  std::vector<Problem>& problems_;
};

}  // namespace

std::size_t CellTable::column(std::string_view name) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [name](const Column& c) { return c.name == name; });
  return static_cast<std::size_t>(found - columns.begin());
}

Position CellTable::at(std::size_t row, std::size_t column) const {
  const Cell& cell = rows[row][std::min(column, columns.size() - 1)];
  return {file, cell.line, cell.column, column < columns.size() ? columns[column].name : ""};
}

CellTable read_cells(const TableSchema& schema, std::string path, std::string file, std::string_view bytes,
                     std::vector<Problem>& problems) {
  CellTable table;
  table.schema = &schema;
  table.path = std::move(path);
  table.file = std::move(file);
  table.sha256 = sha256_hex(bytes);
  CsvText csv = read_csv(bytes, table.file, problems);
  if (csv.header.empty()) return table;
  table.readable = true;
  table.rows = std::move(csv.rows);
  Checker checker(table, problems);
  checker.check_header(csv.header);
  checker.check_rows();
  return table;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto at = std::min(text.find(';'), text.size());
    std::string_view part = text.substr(0, at);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.emplace_back(part);
    if (at == text.size()) break;
    text.remove_prefix(at + 1);
    if (text.empty()) parts.emplace_back();
  }
  return parts;
}

}  // namespace attache::dataset
