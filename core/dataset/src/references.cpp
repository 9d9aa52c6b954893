#include "references.hpp"

#include <algorithm>
#include <unordered_set>

#include "suggestions.hpp"
#include "value/joined.hpp"

namespace attache::dataset {
namespace {

std::string singular(const std::string& table) { return table.ends_with('s') ? table.substr(0, table.size() - 1) : table; }

class References {
 public:
  References(const CellTables& cells, std::vector<Problem>& problems) : cells_(cells), problems_(problems) {
    for (const auto& [name, table] : cells) {
      const std::size_t id = table.column("id");
      if (id == table.columns.size()) continue;
      for (const auto& row : table.rows) ids_[name].insert(row[id].text);
    }
  }

  void check(const CellTable& table) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Field* field = table.columns[c].field;
      if (field == nullptr || field->references.empty() || !checkable(*field)) continue;
      for (std::size_t r = 0; r < table.rows.size(); ++r) check_cell(table, r, c);
    }
  }

 private:
  /// Nothing is said about ids of a table that could not be read.
  [[nodiscard]] bool checkable(const Field& field) const {
    return std::all_of(field.references.begin(), field.references.end(), [this](const std::string& name) {
      const auto table = cells_.find(name);
      return table == cells_.end() || (table->second.readable && table->second.column("id") < table->second.columns.size());
    });
  }

  [[nodiscard]] bool has(const std::string& table, const std::string& id) const {
    const auto found = ids_.find(table);
    return found != ids_.end() && found->second.contains(id);
  }

  void check_cell(const CellTable& table, std::size_t row, std::size_t column) {
    const Field& field = *table.columns[column].field;
    const std::string& text = table.rows[row][column].text;
    const std::vector<std::string> ids = field.kind == Field::Kind::list ? split_list(text) : std::vector<std::string>{text};
    for (const std::string& id : ids) {
      const bool found = std::any_of(field.references.begin(), field.references.end(), [&](const std::string& t) { return has(t, id); });
      if (!id.empty() && !found) report(table.at(row, column), field, id);
    }
  }

  void report(Position where, const Field& field, const std::string& id) {
    std::vector<std::string> kinds, paths;
    for (const std::string& name : field.references) {
      kinds.push_back(singular(name));
      const auto table = cells_.find(name);
      paths.push_back(table == cells_.end() ? name + ".csv" : table->second.path);
    }
    const std::string files = joined(paths, " or ");
    const std::string suggestion = suggestions_.take(where.file) ? did_you_mean(id, known_ids(field)) : "";
    Problem problem;
    problem.failure = Failure::data;
    problem.rule = "foreign-key";
    problem.what = "no " + joined(kinds, " or ") + " '" + id + "'";
    problem.where = std::move(where);
    problem.why = field.name + " must be the id of a row of " + files;
    problem.next = suggestion.empty() ? "add it to " + files : suggestion;
    problems_.push_back(std::move(problem));
  }

  [[nodiscard]] std::vector<std::string> known_ids(const Field& field) const {
    std::vector<std::string> known;
    for (const std::string& name : field.references) {
      if (const auto found = ids_.find(name); found != ids_.end()) known.insert(known.end(), found->second.begin(), found->second.end());
    }
    std::sort(known.begin(), known.end());
    return known;
  }

  const CellTables& cells_;
  std::vector<Problem>& problems_;
  std::map<std::string, std::unordered_set<std::string>, std::less<>> ids_;
  Suggestions suggestions_;
};

}  // namespace

void check_references(const CellTables& cells, std::vector<Problem>& problems) {
  References references(cells, problems);
  for (const auto& entry : cells) references.check(entry.second);
}

}  // namespace attache::dataset
