#pragma once
/// Number formats of cells. They are written in the spreadsheet's neutral form (point, comma); the program shows its user's signs.

#include <string>

namespace attache::xlsx {

constexpr int decimals_max = 15;

/// "#,##0.0" for one decimal, "0" without grouping; decimals −1 = as many as the value has.
[[nodiscard]] std::string number_format(int decimals, bool grouping = true);

/// For a value that is not zero but rounds to it at so many decimals: shown as 0*, as long as it stays that small.
[[nodiscard]] std::string tiny_format(int decimals, bool grouping = true);

/// Is the value not zero and yet shown as zero at so many decimals?
[[nodiscard]] bool rounds_to_zero(double value, int decimals);

constexpr const char* date_format = "yyyy-mm-dd";

/// 10^n for 0 ≤ n ≤ 22, exact.
[[nodiscard]] double power_of_ten(int n);

}  // namespace attache::xlsx
