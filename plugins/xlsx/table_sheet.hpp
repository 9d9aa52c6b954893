#pragma once
/// One table a sheet: title, a line, the heads, the rows, the total below, charts.

#include <memory>
#include <string>
#include <vector>

#include "book.hpp"
#include "table_source.hpp"

namespace attache::xlsx {

struct TableSheet {
  std::string sheet;  ///< name, taken
  std::string title;  ///< with its note marks
  std::string subtitle;
  std::string table_name;  ///< taken
  std::unique_ptr<TableSource> source;
  std::vector<const attache_chart*> charts;
  bool filter = true;
};

/// Writes the table, on further sheets "… (2)" when one is not enough.
void write_table_sheet(Book& book, TableSheet& table);

/// First row of a table's body on its sheet.
constexpr unsigned body_row = head_lines + 1;

}  // namespace attache::xlsx
