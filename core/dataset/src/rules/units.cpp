#include <algorithm>
#include <array>
#include <utility>

#include "../suggestions.hpp"
#include "figures.hpp"
#include "rules.hpp"

namespace attache::dataset {
namespace {

/// Beside the currencies: SDMX's PC and PT, SI units and what customs count in (UN Comtrade's quantity units), people and things.
constexpr auto units = std::to_array<std::string_view>(
    {"1",   "%",  "PC",   "PT",     "currency", "persons", "households", "index", "points", "ratio", "mm",  "cm",  "m",
     "km",  "m2", "km2",  "ha",     "m3",       "l",       "hl",         "bbl",   "g",      "kg",    "t",   "ct",  "s",
     "min", "h",  "days", "months", "years",    "W",       "kW",         "MW",    "GW",     "kWh",   "MWh", "GWh", "TWh",
     "J",   "GJ", "TJ",   "toe",    "u",        "2u",      "12u",        "1000u", "pa",     "tkm",   "pkm", "°C"});

/// What people write instead.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> meant = {{
    {"dollar", "USD"},     {"dollars", "USD"},   {"$", "USD"},         {"us$", "USD"},      {"us dollars", "USD"}, {"usd dollars", "USD"},
    {"euro", "EUR"},       {"euros", "EUR"},     {"€", "EUR"},         {"ruble", "RUB"},    {"rubles", "RUB"},     {"rouble", "RUB"},
    {"roubles", "RUB"},    {"₽", "RUB"},       {"tenge", "KZT"},     {"₸", "KZT"},        {"yuan", "CNY"},       {"yen", "JPY"},
    {"pounds", "GBP"},     {"£", "GBP"},         {"percent", "%"},     {"per cent", "%"},   {"pct", "%"},          {"person", "persons"},
    {"people", "persons"}, {"kilometres", "km"}, {"kilometers", "km"}, {"kilograms", "kg"}, {"tons", "t"},         {"tonnes", "t"},
    {"tonne", "t"},        {"litres", "l"},      {"count", "1"},       {"number", "1"},
}};

bool is_known(std::string_view unit) { return is_currency(unit) || std::find(units.begin(), units.end(), unit) != units.end(); }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

class Units {
 public:
  explicit Units(Context& context) : context_(context) {}

  void check(const Row& row, const char* column, const std::string& unit) {
    if (unit.empty() || is_known(unit)) return;
    const std::string suggestion = suggestions_.take(row.at.file) ? suggested(unit) : "";
    context_.report(row, {"unknown-unit", column, "'" + row.id + "' has the unknown unit '" + unit + "'",
                          "it is printed as it stands, in every language",
                          suggestion.empty() ? "write an ISO 4217 code, %, 1 for a bare number, persons, km, t …" : suggestion});
  }

 private:
  /// An exact synonym, else a currency or a unit that was nearly written.
  static std::string suggested(const std::string& unit) {
    const std::string word = lower(unit);
    const auto synonym = std::find_if(meant.begin(), meant.end(), [&word](const auto& each) { return each.first == word; });
    if (synonym != meant.end()) return "did you mean '" + std::string(synonym->second) + "'?";
    std::vector<std::string> known(units.begin(), units.end());
    const std::vector<std::string> codes = currency_codes();
    known.insert(known.end(), codes.begin(), codes.end());
    return did_you_mean(unit, known);
  }

  Context& context_;
  Suggestions suggestions_;
};

}  // namespace

/// A unit is one that documents can print in every language. A warning: whoever counts in something else may.
void check_units(Context& context) {
  Units check(context);
  for (const Indicator& i : context.data.indicators) check.check(i, "unit", i.unit);
  for (const Observation& o : context.data.observations) {
    if (context.is_filled(o, "unit")) check.check(o, "unit", o.unit);
  }
  for (const Flow& f : context.data.flows) check.check(f, "quantity_unit", f.quantity_unit);
  for (const Claim& c : context.data.claims) check.check(c, "unit", c.unit);
}

}  // namespace attache::dataset
