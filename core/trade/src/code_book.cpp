#include "trade/code_book.hpp"

#include <algorithm>
#include <array>

namespace attache::trade {

namespace {

constexpr std::uint16_t first_own_unit = 100;
constexpr std::size_t most_own_areas = 65536 - first_own_area, most_own_units = 10000;

// Comtrade's quantity units by code, from 2 on.
constexpr std::array<std::string_view, 40> comtrade_units = {
    "m²",     "1000 kWh",   "m",          "u",          "2u",           "l",       "kg",      "1000u",      "U (jeu/pack)", "12u",
    "m³",     "carat",      "km",         "g",          "hive",         "1000 m³", "TJ",      "BBL",        "1000 L",       "1000 KG",
    "kWH",    "l alc 100%", "head",       "kg/net eda", "kg C5H14ClNO", "kg P2O5", "kg H2O2", "kg met.am.", "kg N",         "kg KOH",
    "kg K2O", "kg NaOH",    "kg 90% sdt", "kg U",       "ct/l",         "Bq",      "gi F/S",  "GRT",        "GT",           "ce/el"};

std::string three_digits(AreaCode area) {
  const std::string out = std::to_string(area);
  return out.size() < 3 ? std::string(3 - out.size(), '0') + out : out;
}

std::optional<AreaCode> number_of(std::string_view id) {
  if (id.size() != 3 || !std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  return static_cast<AreaCode>((id[0] - '0') * 100 + (id[1] - '0') * 10 + (id[2] - '0'));
}

template <class Map, class Key>
std::string text_at(const Map& map, const Key& key) {
  const auto at = map.find(key);
  return at == map.end() ? std::string() : at->second;
}

}  // namespace

Outcome<Product> CodeBook::product(Classification c, std::string_view code, int level) {
  if (level < 0 || level == static_cast<int>(code.size()) || code == "TOTAL") {
    if (const auto known = Product::parse(c, code)) return *known;
  }
  const std::size_t characters = level < 0 ? code.size() : static_cast<std::size_t>(level);
  if (code.empty() || code.size() > 64 || characters == 0 || characters > Product::longest_level) {
    return fail(Failure::data, "'" + std::string(code) + "' is no product code", "codes have 1 to 15 characters");
  }
  const Series series{c, static_cast<std::uint8_t>(characters)};
  const auto [at, is_new] = odd_.try_emplace({series, std::string(code)}, Product());
  if (!is_new) return at->second;
  auto& next = next_odd_.try_emplace(series, Product::first_odd(series.level)).first->second;
  const Product product = Product::of_number(series, next);
  if (product > Product::last_of(series) || product.series() != series) {
    odd_.erase(at);
    return fail(Failure::data, "too many product codes that are not numbers", "see that the column of product codes is the right one");
  }
  ++next;
  at->second = product;
  contents_.odd_products.emplace(product.packed(), code);
  return product;
}

std::string CodeBook::product_code(Product product) const {
  return product.is_odd() ? text_at(contents_.odd_products, product.packed()) : product.code();
}

void CodeBook::label_product(Product product, std::string_view text) { contents_.product_labels.try_emplace(product.packed(), text); }

std::string CodeBook::product_label(Product product) const { return text_at(contents_.product_labels, product.packed()); }

Outcome<Classification> CodeBook::classification(std::string_view code) {
  if (const auto known = parse_classification(code)) return *known;
  auto& own = contents_.classifications;
  auto at = std::find(own.begin(), own.end(), code);
  if (at == own.end()) {
    if (code.empty() || own.size() == classification_limit - first_own_classification) {
      return fail(Failure::data, "'" + std::string(code) + "' is no classification", "known are HS, H0 … H6, S1 … S4, B4, EB10, CN, EAEU");
    }
    own.emplace_back(code);
    at = own.end() - 1;
  }
  return static_cast<Classification>(first_own_classification + (at - own.begin()));
}

std::string CodeBook::classification_text(Classification c) const {
  const auto index = static_cast<std::size_t>(c);
  if (index < first_own_classification) return std::string(classification_code(c));
  const std::size_t own = index - first_own_classification;
  return own < contents_.classifications.size() ? contents_.classifications[own] : std::string();
}

Outcome<AreaCode> CodeBook::area(std::string_view id) {
  if (const auto known = area_of_iso3(id)) return *known;
  if (const auto number = number_of(id)) return *number;
  if (const auto at = own_areas_.find(id); at != own_areas_.end()) return at->second;
  if (id.empty() || contents_.own_areas.size() == most_own_areas) {
    return fail(Failure::data, "'" + std::string(id) + "' is no area",
                "areas are ISO alpha-3 codes, Comtrade numbers, or words joined by dashes");
  }
  const auto code = static_cast<AreaCode>(first_own_area + contents_.own_areas.size());
  contents_.own_areas.emplace_back(id);
  own_areas_.emplace(id, code);
  return code;
}

std::string CodeBook::area_id(AreaCode area) const {
  if (area < first_own_area) {
    const std::string_view iso3 = iso3_of(area);
    return iso3.empty() ? three_digits(area) : std::string(iso3);
  }
  const std::size_t own = area - std::size_t{first_own_area};
  return own < contents_.own_areas.size() ? contents_.own_areas[own] : std::string();
}

void CodeBook::label_area(AreaCode area, std::string_view name) { contents_.area_labels.try_emplace(area, name); }

std::string CodeBook::area_label(AreaCode area) const { return text_at(contents_.area_labels, area); }

Outcome<std::uint16_t> CodeBook::unit(std::string_view abbreviation) {
  if (abbreviation.empty() || abbreviation == "N/A") return std::uint16_t{0};
  const auto* known = std::find(comtrade_units.begin(), comtrade_units.end(), abbreviation);
  if (known != comtrade_units.end()) return static_cast<std::uint16_t>(known - comtrade_units.begin() + 2);
  auto& own = contents_.units;
  auto at = std::find(own.begin(), own.end(), abbreviation);
  if (at == own.end()) {
    if (own.size() == most_own_units)
      return fail(Failure::data, "too many units of quantity", "see that the column of units is the right one");
    own.emplace_back(abbreviation);
    at = own.end() - 1;
  }
  return static_cast<std::uint16_t>(first_own_unit + (at - own.begin()));
}

std::string CodeBook::unit_text(std::uint16_t unit) const {
  if (unit >= first_own_unit) {
    const std::size_t own = unit - std::size_t{first_own_unit};
    return own < contents_.units.size() ? contents_.units[own] : std::string();
  }
  return unit >= 2 && unit < comtrade_units.size() + 2 ? std::string(comtrade_units[unit - 2U]) : std::string();
}

Outcome<CodeBook> CodeBook::from(Contents contents) {
  CodeBook book;
  const auto damaged = [] { return fail(Failure::data, "the store's lists of codes are damaged", "import again"); };
  if (contents.classifications.size() > classification_limit - first_own_classification) return damaged();
  if (contents.own_areas.size() > most_own_areas || contents.units.size() > most_own_units) return damaged();
  for (std::size_t i = 0; i < contents.own_areas.size(); ++i) {
    if (!book.own_areas_.emplace(contents.own_areas[i], static_cast<AreaCode>(first_own_area + i)).second) return damaged();
  }
  for (const auto& [packed, code] : contents.odd_products) {
    const Product product = Product::from_packed(packed);
    if (!product.is_odd() || !book.odd_.emplace(std::pair(product.series(), code), product).second) return damaged();
    auto& next = book.next_odd_[product.series()];
    next = std::max(next, product.number() + 1);
  }
  book.contents_ = std::move(contents);
  return book;
}

}  // namespace attache::trade
