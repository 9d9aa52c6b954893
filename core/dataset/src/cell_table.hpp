#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "csv.hpp"
#include "schema.hpp"
#include "value/outcome.hpp"

namespace attache::dataset {

/// A column of a file and the schema's field it is; no field when the schema has no such column.
struct Column {
  std::string name;
  const Field* field = nullptr;
  std::string language;  ///< of name@en
};

/// A table's file as cells with their places.
struct CellTable {
  const TableSchema* schema = nullptr;
  std::string path;  ///< inside the package
  std::string file;  ///< as messages name it
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::string sha256;
  bool readable = false;  ///< false: there was no table to be read, so nothing is concluded from what it lacks

  /// Index of the column, or columns.size().
  [[nodiscard]] std::size_t column(std::string_view name) const;
  [[nodiscard]] Position at(std::size_t row, std::size_t column) const;
};

/// Reads the file's bytes as the schema's table: the columns it has, and every cell's constraints ("column", "required", "unique",
/// "enum", "pattern", "range"). Types are checked where cells become members.
[[nodiscard]] CellTable read_cells(const TableSchema& schema, std::string path, std::string file, std::string_view bytes,
                                   std::vector<Problem>& problems);

/// "a; b" → {"a", "b"}; empty parts are kept, so that they can be refused.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

}  // namespace attache::dataset
