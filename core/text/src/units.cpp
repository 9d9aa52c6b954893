#include "icu_text.hpp"
#include "language_data.hpp"

namespace attache::text {
namespace {

bool is_percent(std::string_view unit) { return unit == "%" || unit == "PC" || unit == "PT"; }

std::string without_outer_blanks(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

/// The unit in the form that goes with `count`.
std::string counted_unit(const Language& language, std::string_view unit, const Decimal& count) {
  if (unit == "1") return "";
  const std::string id = "unit." + std::string(unit);
  const std::string text = language.message(id, {{"count", count}});
  return text == id ? std::string(unit) : text;
}

std::string scaled(const Language& language, const std::string& unit, int magnitude, UnitForm form) {
  if (magnitude == 0) return unit;
  const std::string id = (form == UnitForm::words ? "magnitude." : "magnitude.short.") + std::to_string(magnitude);
  const std::string text = language.message(id, {{"unit", unit}});
  if (text != id) return without_outer_blanks(text);
  return without_outer_blanks(language.message("magnitude.power", {{"power", std::to_string(magnitude)}, {"unit", unit}}));
}

}  // namespace

std::string Language::unit_name(std::string_view unit, int magnitude, UnitForm form) const {
  // Many: the form a head of a column needs ("thousand persons", "persons").
  return scaled(*this, counted_unit(*this, unit, Decimal::of(0)), magnitude, form);
}

std::string Language::quantity(const Decimal& value, int decimals, std::string_view unit, int magnitude, UnitForm form) const {
  if (is_percent(unit) && magnitude == 0) return percent(value, decimals);
  const Decimal count = magnitude == 0 ? value.absolute() : Decimal::of(0);
  const std::string name = scaled(*this, counted_unit(*this, unit, count), magnitude, form);
  const std::string figure = number(value, decimals);
  return name.empty() ? figure : figure + std::string(no_break_space) + name;
}

std::string Language::quoted(std::string_view text) const { return message("quotation", {{"text", text}}); }

}  // namespace attache::text
