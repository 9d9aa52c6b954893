#pragma once

#include <vector>

#include "typed_rows.hpp"

namespace attache::dataset {

/// Every reference a schema declares must find its row (rule "foreign-key").
void check_references(const CellTables& cells, std::vector<Problem>& problems);

}  // namespace attache::dataset
