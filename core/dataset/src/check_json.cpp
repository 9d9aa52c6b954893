#include <nlohmann/json.hpp>

#include "dataset/summary.hpp"

namespace attache::dataset {
namespace {

using Json = nlohmann::ordered_json;

Json item(const Problem& p) {
  return {{"rule", p.rule},
          {"severity", p.severity == Severity::error ? "error" : "warning"},
          {"file", p.where.file},
          {"line", p.where.line},
          {"column", p.where.column},
          {"field", p.where.field},
          {"message", p.message()},
          {"what", p.what},
          {"why", p.why},
          {"next", p.next}};
}

/// Errors and warnings of one file.
struct Findings {
  Json errors = Json::array(), warnings = Json::array();
  void add(const Problem& p) { (p.severity == Severity::error ? errors : warnings).push_back(item(p)); }
};

bool is_of(const Problem& problem, const TableFile& table) {
  return problem.where.file == table.path || problem.where.file.ends_with("/" + table.path);
}

std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string check_json(const Loaded& loaded) {
  std::vector<Findings> of_tables(loaded.tables.size());
  Findings of_package;
  std::size_t errors = 0, rows = 0;
  for (const Problem& problem : loaded.problems) {
    if (problem.severity == Severity::error) ++errors;
    std::size_t table = 0;
    while (table < loaded.tables.size() && !is_of(problem, loaded.tables[table])) ++table;
    (table < of_tables.size() ? of_tables[table] : of_package).add(problem);
  }
  Json tasks = Json::array();
  for (std::size_t i = 0; i < loaded.tables.size(); ++i) {
    const TableFile& table = loaded.tables[i];
    const Findings& found = of_tables[i];
    rows += table.rows;
    tasks.push_back({{"name", table.name},
                     {"type", "table"},
                     {"place", table.path},
                     {"valid", found.errors.empty()},
                     {"stats", {{"errors", found.errors.size()}, {"warnings", found.warnings.size()}, {"rows", table.rows}}},
                     {"errors", found.errors},
                     {"warnings", found.warnings}});
  }
  const std::size_t warnings = loaded.problems.size() - errors;
  return dumped({{"valid", errors == 0},
                 {"stats", {{"errors", errors}, {"warnings", warnings}, {"tables", loaded.tables.size()}, {"rows", rows}}},
                 {"errors", of_package.errors},
                 {"warnings", of_package.warnings},
                 {"tasks", tasks}});
}

std::string info_json(const Info& info) {
  Json tables = Json::array();
  for (const TableFile& table : info.tables) tables.push_back({{"name", table.name}, {"path", table.path}, {"rows", table.rows}});
  return dumped({{"name", info.name},
                 {"title", info.title},
                 {"folder", info.folder},
                 {"licence", info.licence},
                 {"language", info.language},
                 {"languages", info.languages},
                 {"pairs", info.pairs},
                 {"as_of", info.as_of},
                 {"period", {{"first", info.first_day}, {"last", info.last_day}}},
                 {"stats", {{"tables", info.tables.size()}, {"rows", info.rows}, {"sources", info.sources}}},
                 {"tables", tables},
                 {"digest", info.digest}});
}

}  // namespace attache::dataset
