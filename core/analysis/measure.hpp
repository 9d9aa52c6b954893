#pragma once
/// The room `analysis`: the indicators of reports as pure functions on exact values, each with its formula, its source and its rule
/// for when it does not apply. It reads no files, prints nothing, knows no language and no report, and never guesses a missing value.
///
/// Every function rounds nothing but quotients (to working_scale digits); who prints rounds once, last. Precision of the inputs is
/// carried along: a result of rounded figures has the range it may lie in and the number of decimals it may be printed with.

#include <cstdint>
#include <optional>
#include <string>

#include "analysis/precision.hpp"
#include "text/language.hpp"
#include "value/decimal.hpp"

namespace attache::dataset {
struct Observation;
struct Flow;
}  // namespace attache::dataset

namespace attache::analysis {

using text::Missing;

/// A value with what it is a value of. Measures are added, compared and divided only when unit and basis are the same text.
struct Measure {
  Decimal value;
  std::string unit;                  ///< "USD", "t", "persons"
  int multiplier = 0;                ///< the value is × 10^multiplier units; different ones are brought together exactly
  std::string basis;                 ///< price basis and adjustment: "nominal", "real, seasonal"; "" = not stated
  std::optional<Decimal> half_unit;  ///< how far off it may be, at the same multiplier; nothing = exact
};

/// The value as written, off by up to half of its last digit.
[[nodiscard]] Measure rounded_measure(const Decimal& written, std::string unit, int multiplier = 0);
/// Nothing when the observation has no value. A whole number of multiplier 0 is a count and exact; anything else is off by up to half
/// of its last digit (`decimals` where given, else as written).
[[nodiscard]] std::optional<Measure> measure_of(const dataset::Observation& observation);
/// The trade value. Of multiplier 0 it is exact; in thousands or millions it is off by up to half of its last digit.
[[nodiscard]] std::optional<Measure> measure_of(const dataset::Flow& flow);

/// Why there is no value.
enum class Reason : std::uint8_t {
  none,
  input_missing,   ///< a figure it needs is not there; it is never taken as zero
  units_differ,    ///< units or bases that may not meet in one formula
  zero_base,       ///< division by zero
  negative_base,   ///< a base below zero has no growth and no share
  small_base,      ///< the base is below the threshold: a rate would say nothing
  too_few,         ///< fewer observations than the formula needs
  out_of_range,    ///< beyond 128 bits
  not_applicable,  ///< anything else the formula's rule excludes
};

/// An indicator: a value or why there is none.
struct Result {
  std::optional<Decimal> value;  ///< unrounded
  std::string unit;              ///< "%" for per cent (44.2 means 44.2 %), "1" for a ratio, else a unit of the inputs
  int multiplier = 0;
  std::string basis;
  Reason reason = Reason::none;
  std::optional<Range> range;  ///< where it may lie, when an input was rounded and the range is bounded
  int decimals = -1;           ///< decimals the inputs support; -1 = no limit by the inputs
  bool about = false;          ///< printed with `decimals` the ends of the range differ: say "about"

  [[nodiscard]] explicit operator bool() const { return value.has_value(); }
  /// The sign to print: present, not_available for a missing input, else not_applicable.
  [[nodiscard]] Missing missing() const;
  /// As an input of the next formula, its range as half unit.
  [[nodiscard]] std::optional<Measure> measure() const;
  [[nodiscard]] static Result refused(Reason reason);
};

/// What a formula takes: nothing = the figure is missing.
using Input = std::optional<Measure>;

}  // namespace attache::analysis
