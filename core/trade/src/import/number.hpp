#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attache::trade {

/// A number as written: mantissa × 10^-decimals, zeros at its end left out, at most six decimals.
struct WrittenNumber {
  std::int64_t mantissa = 0;
  int decimals = 0;          ///< 0 … 6
  bool is_noise = false;     ///< there were more than six decimals: they are noise of floating point, and were rounded away
  bool is_estimate = false;  ///< "0.14 e"
};

enum class NumberFault : std::uint8_t { none, missing, not_a_number, too_large };

/// How a file writes numbers.
struct NumberForm {
  char point = '.';
  bool grouped = false;  ///< blanks (also no-break ones), or whichever of . , ' is not the point, may stand between digits
};

/// "1234.5", "-3", "32825863.0", "1.0E-005", "       13.235", "0.14 e". missing: "", "NA", "N/A", "NaN", "-", "…", "...", "x", ":".
[[nodiscard]] NumberFault read_number(std::string_view text, const NumberForm& form, WrittenNumber& number);

/// The number × 10^(power + scale), rounded half away from zero; nothing when it does not fit.
[[nodiscard]] std::optional<std::int64_t> at_scale(const WrittenNumber& number, int power_and_scale);

/// `text` without blanks around it: ASCII ones and the no-break space.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace attache::trade
