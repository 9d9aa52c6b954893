#pragma once
/// Printed forms of quantities: magnitude, decimals that their precision bears, signs, "about", unit.

#include <string>

#include "context.hpp"

namespace attache::report {

/// Powers of ten a reader is used to: 0, 3, 6, 9 (12 for what is beyond).
[[nodiscard]] int magnitude_of(const Decimal& largest);
/// As magnitude_of, for one figure in a sentence: 2,700,000,000 → 9.
[[nodiscard]] int prose_magnitude(const Quantity& quantity);
/// "million USD", "km", "%"; "" for counts.
[[nodiscard]] std::string unit_name(const Context& context, const std::string& unit, int magnitude);
/// The value rounded to six decimals, fewer where an int64 does not hold them: what crosses to an exporter.
[[nodiscard]] Decimal boundary(const Decimal& value);
/// The number alone with its signs, as a tile prints it: "7.5", "more than 20,000", "[x]"; its cell holds the value divided by
/// 10^magnitude, in the unit that unit_name names.
[[nodiscard]] Figure figure(const Context& context, const Quantity& quantity, int magnitude, int most_decimals = 1, bool with_plus = false);
/// For a sentence: "about 7.3 bn USD", "36 %", "5,590".
[[nodiscard]] std::string amount(const Context& context, const Quantity& quantity, int most_decimals = 1);
/// As amount, without the sign of the number: "a deficit of 2.9 bn USD".
[[nodiscard]] std::string size(const Context& context, const Quantity& quantity, int most_decimals = 1);
/// "+3.2 %": a change, with its sign.
[[nodiscard]] std::string change(const Context& context, const Quantity& quantity, int most_decimals = 1);
/// Where a figure is printed, for the trace.
struct Place {
  std::string block;  ///< id of the block
  std::string what;   ///< "turnover", "growth"
};
/// Records the figure and gives `printed` back.
std::string traced(Context& context, const Place& place, const Quantity& quantity, std::string printed);
/// A date or period in print.
[[nodiscard]] inline std::string date(const Context& context, const Edtf& edtf) { return context.language.date(edtf); }

}  // namespace attache::report
