#pragma once

#include <vector>

#include "context.hpp"

namespace attache::report {

/// Which rows of a table as written a document about this pair and day may hold: those known on the as-of day (undated ones from the
/// day their source was published) and, where the table names areas, about the pair: both areas where a row names two, the only one
/// where it names one. One flag a row. Rows that are over stay.
[[nodiscard]] std::vector<bool> shown_rows(const Context& context, const dataset::RawTable& raw);

}  // namespace attache::report
