#pragma once
/// A figure with its history: a value in base units (7.5 bn USD is 7500000000 USD), how far it may be off, where it came from, how it
/// was computed. The formulas are core/analysis's; here they carry sources, status and the expression along.

#include <optional>
#include <string>
#include <vector>

#include "analysis/measure.hpp"
#include "report/document.hpp"
#include "value/decimal.hpp"

namespace attache::report {

struct Quantity {
  std::optional<Decimal> value;  ///< unrounded
  Decimal low, high;             ///< the true value lies between; equal to value for a count
  Missing missing = Missing::not_available;
  std::string status;                ///< SDMX letters, "" = A
  std::string unit;                  ///< "USD", "km", "%", "1"
  std::string basis;                 ///< price basis and adjustment: "nominal", "real, seasonal"; figures of different ones never meet
  std::string bound;                 ///< approx | lower | upper | range | open | ""
  std::vector<std::string> inputs;   ///< "observations:turnover-2015-h1"
  std::vector<std::string> sources;  ///< source ids, without repetition, the first is the one to cite
  std::string expression;            ///< of the inputs' ids; the input's id for a figure that was read

  [[nodiscard]] bool present() const { return value.has_value(); }
  [[nodiscard]] static Quantity none(Missing why, std::string unit = {});
};

/// A figure as read from the row `input` ("flows:…").
[[nodiscard]] Quantity read(const analysis::Input& measure, std::string input, std::string source);

[[nodiscard]] Quantity sum(const Quantity& a, const Quantity& b);
[[nodiscard]] Quantity difference(const Quantity& a, const Quantity& b);
/// 100·a/b; b = 0: not applicable.
[[nodiscard]] Quantity percent(const Quantity& a, const Quantity& b);
[[nodiscard]] Quantity ratio(const Quantity& a, const Quantity& b);
/// 100·(a/b − 1); b = 0: not applicable.
[[nodiscard]] Quantity growth(const Quantity& a, const Quantity& b);
/// What `now` was before it grew `fold`-fold.
[[nodiscard]] Quantity implied_base(const Quantity& now, const Quantity& fold);
/// What `now` was before a growth of `rate` per cent.
[[nodiscard]] Quantity implied_previous(const Quantity& now, const Quantity& rate);
/// (a − b)/(a + b), between −1 and 1.
[[nodiscard]] Quantity normalised_balance(const Quantity& a, const Quantity& b);
/// 100·(fold^(1/years) − 1).
[[nodiscard]] Quantity annual_growth(const Quantity& fold, int years);
/// 100·(a − b)/((a + b)/2): how far two reports of one flow are apart.
[[nodiscard]] Quantity asymmetry(const Quantity& imports, const Quantity& exports);

/// An ISO 4217 code as unit.
[[nodiscard]] bool is_money(const std::string& unit);
/// The value divided by 10^magnitude.
[[nodiscard]] Decimal at_magnitude(const Decimal& value, int magnitude);
/// Digits after the point that the figure's precision bears at this magnitude, at most `most`.
[[nodiscard]] int known_decimals(const Quantity& quantity, int magnitude, int most);
/// Digits after the point without the zeros at the end, at most `most`.
[[nodiscard]] int needed_decimals(const Decimal& value, int most);
/// Is it less certain than these decimals say?
[[nodiscard]] bool is_about(const Quantity& quantity, int magnitude, int decimals);

}  // namespace attache::report
