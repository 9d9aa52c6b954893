#pragma once
/// One document with everything an exporter may meet.

#include "report/document.hpp"

#include <cstdint>

namespace attache::host::check {

/// Every block kind; hostile, long, right-to-left, Kazakh and Russian text; tables with every column type, every missing kind,
/// status letters, group heads, subtotals, residual and total rows, dates of each precision; tables of no and of one row; a
/// restricted section. Its language is not set: print it with plain_printing().
[[nodiscard]] report::Document sample_document();

/// A title and nothing else.
[[nodiscard]] report::Document empty_document();

/// One table "rows" of so many rows and `columns` decimal columns after the key.
[[nodiscard]] report::Document large_document(std::int64_t rows, int columns);

}  // namespace attache::host::check
