#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dataset/dataset.hpp"

namespace attache::dataset {

/// SDMX OBS_STATUS of a figure that has no value: holiday, not collected, cannot exist, missing, suppressed.
[[nodiscard]] inline bool is_missing_status(std::string_view status) {
  return status == "H" || status == "L" || status == "M" || status == "O" || status == "Q";
}

/// The value in whole units, × 10^multiplier.
[[nodiscard]] inline std::optional<Decimal> amount(const std::optional<Decimal>& value, int multiplier) {
  return value ? value->shifted(multiplier) : std::nullopt;
}

/// The observation's unit, or its indicator's.
[[nodiscard]] std::string_view unit_of(const Dataset& dataset, const Observation& observation);
/// Its currency: stated, or the unit when that is one; "" for what is no money.
[[nodiscard]] std::string_view currency_of(const Dataset& dataset, const Observation& observation);
/// An ISO 4217 code in use or withdrawn since 1990.
[[nodiscard]] bool is_currency(std::string_view code);

/// All of them.
[[nodiscard]] std::vector<std::string> currency_codes();

/// A figure that stands for one value: in whole units, with half a unit of the last digit it was known with.
struct Figure {
  Decimal amount, half_unit;
};
/// Nothing for what is missing, deprecated or a bound.
[[nodiscard]] std::optional<Figure> figure(const Observation& observation);
[[nodiscard]] std::optional<Figure> figure(const Flow& flow);

/// "7.27 billion USD": the amount at the multiplier, two decimals.
[[nodiscard]] std::string scaled_text(const Decimal& amount, int multiplier, std::string_view unit);

}  // namespace attache::dataset
