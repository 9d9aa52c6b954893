#include <algorithm>
#include <filesystem>
#include <tuple>

#include "dataset/dataset.hpp"
#include "dataset/pair.hpp"
#include "index.hpp"
#include "package.hpp"
#include "references.hpp"
#include "rules/rules.hpp"
#include "typed_rows.hpp"
#include "value/digest.hpp"
#include "value/regular_file.hpp"

namespace attache::dataset {
namespace {

void read_tables(const Package& package, CellTables& cells, std::vector<Problem>& problems) {
  for (const Resource& resource : package.resources) {
    const TableSchema& table = *schema(resource.name);
    const std::string file = package.folder + "/" + resource.path;
    auto bytes = read_regular_file(file);
    if (bytes) {
      cells.emplace(resource.name, read_cells(table, resource.path, file, *bytes, problems));
      continue;
    }
    Problem problem = std::move(bytes.error());
    if (problem.failure == Failure::missing_input) problem.next = "add the file, or delete the resource";
    problem.rule = "path";
    problem.where = resource.at;
    problems.push_back(std::move(problem));
    CellTable missing;
    missing.schema = &table;
    missing.path = resource.path;
    missing.file = file;
    cells.emplace(resource.name, std::move(missing));
  }
}

Problem empty_pair(const std::string& pair) {
  Problem problem;
  problem.severity = Severity::warning;
  problem.rule = "empty-pair";
  problem.what = "no row concerns " + pair + " yet";
  problem.why = "its documents would be empty";
  problem.next = "add observations, flows, events or agreements of both areas, or take the pair out";
  return problem;
}

void check_pairs(const Dataset& dataset, const Package& package, const CellTables& cells, std::vector<Problem>& problems) {
  const bool all_read = std::all_of(cells.begin(), cells.end(), [](const auto& table) { return table.second.readable; });
  for (std::size_t i = 0; i < dataset.settings.pairs.size(); ++i) {
    auto pair = parse_pair(dataset, dataset.settings.pairs[i]);
    if (pair && (!all_read || has_rows_of(dataset, *pair))) continue;
    Problem problem = pair ? empty_pair(dataset.settings.pairs[i]) : std::move(pair.error());
    problem.failure = Failure::data;
    problem.where = package.pairs_at[i];
    problems.push_back(std::move(problem));
  }
}

std::string digest_of(const Settings& settings, const CellTables& cells) {
  Sha256 sha;
  const auto add = [&sha](std::string_view text) {
    sha.add(std::to_string(text.size()) + ":");
    sha.add(text);
  };
  for (const std::string_view text : {settings.name, settings.title, settings.language, settings.licence}) add(text);
  add(settings.as_of ? settings.as_of->text() : "");
  for (const std::string& pair : settings.pairs) add(pair);
  for (const auto& [name, table] : cells) {
    add(name);
    add(table.sha256);
  }
  return sha.hex();
}

std::vector<TableFile> table_files(const Package& package, const CellTables& cells) {
  std::vector<TableFile> out;
  for (const Resource& resource : package.resources) out.push_back({resource.name, resource.path, cells.at(resource.name).rows.size()});
  return out;
}

/// datapackage.json first, then the tables in its order, each from its first line to its last.
void sort_problems(const Package& package, std::vector<Problem>& problems) {
  std::map<std::string, std::size_t> order = {{package.file, 0}};
  for (const Resource& resource : package.resources) order.emplace(package.folder + "/" + resource.path, order.size());
  std::stable_sort(problems.begin(), problems.end(), [&order](const Problem& a, const Problem& b) {
    const auto key = [&order](const Problem& p) {
      const auto found = order.find(p.where.file);
      return std::tuple(found == order.end() ? order.size() : found->second, p.where.line, p.where.column);
    };
    return key(a) < key(b);
  });
}

}  // namespace

Outcome<Loaded> load(const std::string& path) {
  Loaded out;
  auto package = read_package(path, out.problems);
  if (!package) return fail(std::move(package.error()));
  CellTables cells;
  read_tables(*package, cells, out.problems);
  auto dataset = std::make_shared<Dataset>();
  dataset->folder = std::filesystem::absolute(package->folder).lexically_normal().string();
  if (dataset->folder.size() > 1 && dataset->folder.ends_with('/')) dataset->folder.pop_back();
  dataset->settings = package->settings;
  fill(*dataset, cells, out.problems);
  dataset->tables = table_files(*package, cells);
  dataset->digest = digest_of(dataset->settings, cells);
  dataset->index = make_index(*dataset);
  check_references(cells, out.problems);
  check_pairs(*dataset, *package, cells, out.problems);
  Context context(*dataset, cells, out.problems);
  check_content(context);
  sort_problems(*package, out.problems);
  out.tables = dataset->tables;
  const bool has_error =
      std::any_of(out.problems.begin(), out.problems.end(), [](const Problem& p) { return p.severity == Severity::error; });
  if (!has_error) out.dataset = std::move(dataset);
  return out;
}

}  // namespace attache::dataset
