#include <algorithm>

#include "cell_table.hpp"
#include "dataset/dataset.hpp"
#include "value/regular_file.hpp"

namespace attache::dataset {
namespace {

/// The file's columns in the order of the schema, those of one localised field in the order of the file.
std::vector<std::size_t> schema_order(const CellTable& table) {
  std::vector<std::size_t> order;
  for (const Field& field : table.schema->fields) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (table.columns[c].field == &field) order.push_back(c);
    }
  }
  return order;
}

}  // namespace

Outcome<RawTable> raw_table(const Dataset& dataset, std::string_view name) {
  const auto file = std::find_if(dataset.tables.begin(), dataset.tables.end(), [name](const TableFile& t) { return t.name == name; });
  if (file == dataset.tables.end()) {
    std::vector<std::string> names;
    for (const TableFile& table : dataset.tables) names.push_back(table.name);
    const std::string suggestion = did_you_mean(name, names);
    return fail(Failure::usage, "the dataset has no table '" + std::string(name) + "'",
                suggestion.empty() ? "see 'attache data info'" : suggestion);
  }
  const auto bytes = read_regular_file(dataset.folder + "/" + file->path);
  if (!bytes) return fail(bytes.error());
  std::vector<Problem> problems;
  const CellTable cells = read_cells(*schema(name), file->path, file->path, *bytes, problems);
  RawTable out{std::string(name), file->path, {}, {}};
  const auto order = schema_order(cells);
  for (const std::size_t c : order) out.columns.push_back(cells.columns[c].name);
  for (const auto& row : cells.rows) {
    auto& cells_out = out.rows.emplace_back();
    for (const std::size_t c : order) cells_out.push_back(row[c].text);
  }
  return out;
}

}  // namespace attache::dataset
