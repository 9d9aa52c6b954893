#pragma once

#include "report/document.hpp"

#include <cstdint>

namespace attache::host::check {

/// month or day 0 = not known
[[nodiscard]] Date sample_point(int year, int month, int day);
[[nodiscard]] Edtf sample_date(int year, int month, int day);

/// Four years of trade: status letters, group heads, growth, share, a subtotal, a residual and a total.
[[nodiscard]] report::Table yearly_table();
/// Every column type, every missing kind, dates of every precision, hostile texts.
[[nodiscard]] report::Table types_table();
[[nodiscard]] report::Table empty_table();
[[nodiscard]] report::Table one_row_table();
[[nodiscard]] report::Table large_table(std::int64_t rows, int columns);

}  // namespace attache::host::check
