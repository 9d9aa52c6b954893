#include "figures.hpp"

namespace attache::dataset {
namespace {

/// ISO 4217, as in iso-codes 4.15, with codes withdrawn since 1990; each followed by a blank.
constexpr std::string_view currencies =
    "AED AFN ALL AMD ANG AOA ARS ATS AUD AWG AZM AZN BAM BBD BDT BEF BGL BGN BHD BIF BMD BND BOB BOV BRL BSD "
    "BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CSD CSJ CSK CUC CUP CVE CYP CZK DDM "
    "DEM DJF DKK DOP DZD EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEK GEL GHC GHS GIP GMD GNF GRD GTQ GYD "
    "HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK "
    "LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN "
    "NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PLZ PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD "
    "SCR SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD SSP STD STN SUR SVC SYP SZL THB TJR TJS TMM TMT TND TOP "
    "TRL TRY TTD TWD TZS UAH UAK UGX USD USN UYI UYU UYW UZS VEB VED VEF VES VND VUV WST XAF XAG XAU XBA XBB "
    "XBC XBD XCD XDR XOF XPD XPF XPT XSU XUA YER YUM ZAR ZMK ZMW ZWD ZWL ";

/// Half of the last digit, in whole units.
Decimal half_unit(int multiplier, int decimals) {
  const auto tenth = Decimal(5, 1).shifted(multiplier);
  return tenth ? tenth->shifted(-decimals).value_or(Decimal()) : Decimal();
}

}  // namespace

bool is_currency(std::string_view code) {
  if (code.size() != 3) return false;
  const auto at = currencies.find(std::string(code) + " ");
  return at != std::string_view::npos && at % 4 == 0;
}

std::vector<std::string> currency_codes() {
  std::vector<std::string> codes;
  for (std::size_t at = 0; at < currencies.size(); at += 4) codes.emplace_back(currencies.substr(at, 3));
  return codes;
}

std::optional<Figure> figure(const Observation& o) {
  const auto whole = amount(o.value, o.multiplier);
  if (!whole || is_missing_status(o.status) || o.rank == "deprecated" || (o.bound != "exact" && o.bound != "approx")) return std::nullopt;
  return Figure{*whole, half_unit(o.multiplier, o.decimals.value_or(o.value->scale()))};
}

std::optional<Figure> figure(const Flow& f) {
  const auto whole = amount(f.value, f.multiplier);
  if (!whole || is_missing_status(f.status)) return std::nullopt;
  return Figure{*whole, half_unit(f.multiplier, f.value->scale())};
}

std::string_view unit_of(const Dataset& dataset, const Observation& observation) {
  if (!observation.unit.empty()) return observation.unit;
  const Indicator* indicator = dataset.indicator(observation.indicator);
  return indicator == nullptr ? std::string_view() : std::string_view(indicator->unit);
}

std::string_view currency_of(const Dataset& dataset, const Observation& observation) {
  if (!observation.currency.empty()) return observation.currency;
  const std::string_view unit = unit_of(dataset, observation);
  return is_currency(unit) ? unit : std::string_view();
}

std::string scaled_text(const Decimal& amount, int multiplier, std::string_view unit) {
  const auto scaled = amount.shifted(-multiplier);
  std::string out = (scaled ? scaled->rounded(2) : amount.rounded(2)).text();
  if (scaled && multiplier == 3) out += " thousand";
  if (scaled && multiplier == 6) out += " million";
  if (scaled && multiplier == 9) out += " billion";
  if (scaled && multiplier == 12) out += " trillion";
  if (!unit.empty() && unit != "1") out += " " + std::string(unit);
  return out;
}

}  // namespace attache::dataset
