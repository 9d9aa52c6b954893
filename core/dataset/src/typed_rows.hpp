#pragma once

#include <map>
#include <string>
#include <vector>

#include "cell_table.hpp"
#include "dataset/dataset.hpp"

namespace attache::dataset {

/// The package's tables by name.
using CellTables = std::map<std::string, CellTable, std::less<>>;

/// Fills the dataset's tables from cells. A cell that is not of its column's type leaves the member empty and is a problem
/// ("type", "decimal", "edtf").
void fill(Dataset& dataset, const CellTables& cells, std::vector<Problem>& problems);

}  // namespace attache::dataset
