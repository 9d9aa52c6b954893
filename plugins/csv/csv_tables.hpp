#pragma once

#include <attache/plugin.hpp>

#include "csv_writer.hpp"

namespace csv {

/// Writes a table: its columns by id, after each measure a column `<id>_missing` that says why a cell is empty, and last a column
/// `row_kind` where rows are not all of one kind.
void write_table(const attache::sdk::Table& table, Writer writer, bool header);

}  // namespace csv
