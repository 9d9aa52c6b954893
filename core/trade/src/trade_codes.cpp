#include "trade/trade_codes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace attache::trade {

namespace {

constexpr std::array<std::string_view, flow_count> flow_codes = {"M",   "X",   "RM",  "RX",  "DX",  "FM",
                                                                 "MIP", "MOP", "XIP", "XOP", "MIF", "XIF"};

struct KnownClassification {
  Classification id;
  std::string_view code;
};
using enum Classification;
constexpr std::array known_classifications = {
    KnownClassification{hs, "HS"},     KnownClassification{h0, "H0"},       KnownClassification{h1, "H1"},
    KnownClassification{h2, "H2"},     KnownClassification{h3, "H3"},       KnownClassification{h4, "H4"},
    KnownClassification{h5, "H5"},     KnownClassification{h6, "H6"},       KnownClassification{h7, "H7"},
    KnownClassification{h8, "H8"},     KnownClassification{ss, "SS"},       KnownClassification{s1, "S1"},
    KnownClassification{s2, "S2"},     KnownClassification{s3, "S3"},       KnownClassification{s4, "S4"},
    KnownClassification{s5, "S5"},     KnownClassification{bec, "B"},       KnownClassification{bec4, "B4"},
    KnownClassification{bec5, "B5"},   KnownClassification{eb, "EB"},       KnownClassification{eb02, "EB02"},
    KnownClassification{eb10, "EB10"}, KnownClassification{eb10s, "EB10S"}, KnownClassification{cn, "CN"},
    KnownClassification{eaeu, "EAEU"},
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// All of `text` as a number of exactly that many digits.
std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() != count || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string padded(std::uint64_t number, std::size_t width) {
  std::string out = std::to_string(number);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

constexpr int widest_narrow = 6, longest_digits = 10;
constexpr unsigned narrow_bits = 20, wide_bits = 34;
constexpr std::uint64_t wide_mark = std::uint64_t{1} << 45U;

}  // namespace

std::string_view flow_code(Flow flow) { return flow_codes[static_cast<std::size_t>(flow) - 1]; }

std::optional<Flow> parse_flow(std::string_view code) {
  const auto* at = std::find(flow_codes.begin(), flow_codes.end(), code);
  if (at == flow_codes.end()) return std::nullopt;
  return static_cast<Flow>(at - flow_codes.begin() + 1);
}

char frequency_letter(Frequency frequency) { return std::string_view("AQM")[static_cast<std::size_t>(frequency)]; }

bool Period::is_valid() const {
  const int part = packed % 100;
  return packed > 0 && year() >= 1 && year() <= 9999 && (part <= 12 || (part >= 21 && part <= 24));
}

std::optional<Period> Period::parse(std::string_view text) {
  const auto year = digits(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  std::string_view part = text.substr(4);
  if (part.empty()) return of_year(*year).is_valid() ? std::optional(of_year(*year)) : std::nullopt;
  if (part.front() == '-') part.remove_prefix(1);
  Period period;
  if (const auto quarter = digits(part.substr(part.empty() ? 0 : 1), 1); quarter && part.front() == 'Q') {
    period = of_quarter(*year, *quarter);
  } else if (const auto month = digits(part, 2); month && *month > 0) {
    period = of_month(*year, *month);
  }
  return period.is_valid() ? std::optional(period) : std::nullopt;
}

std::string Period::text() const {
  const std::string out = padded(static_cast<std::uint64_t>(year()), 4);
  const int part = packed % 100;
  if (part == 0) return out;
  if (part > 20) return out + "-Q" + std::to_string(part - 20);
  return out + '-' + padded(static_cast<std::uint64_t>(part), 2);
}

std::optional<Classification> parse_classification(std::string_view code) {
  const auto* at =
      std::find_if(known_classifications.begin(), known_classifications.end(), [&](const auto& each) { return each.code == code; });
  if (at == known_classifications.end()) return std::nullopt;
  return at->id;
}

std::string_view classification_code(Classification c) {
  const auto* at = std::find_if(known_classifications.begin(), known_classifications.end(), [&](const auto& each) { return each.id == c; });
  return at == known_classifications.end() ? std::string_view() : at->code;
}

bool is_edition_of(Classification c, Classification family) {
  switch (family) {
    case hs:
      return c >= hs && c <= h8;
    case ss:
      return c >= ss && c <= s5;
    case bec:
      return c >= bec && c <= bec5;
    case eb:
      return c >= eb && c <= eb10s;
    default:
      return c == family;
  }
}

Product Product::of_number(Series series, std::uint64_t number) {
  const std::uint64_t c = static_cast<std::uint64_t>(series.classification);
  const std::uint64_t level = series.level;
  if (level <= widest_narrow) return Product(c << (narrow_bits + 3) | level << narrow_bits | number);
  return Product(wide_mark | c << (wide_bits + 4) | level << wide_bits | number);
}

Product Product::last_of(Series series) {
  return of_number(series, (std::uint64_t{1} << (series.level <= widest_narrow ? narrow_bits : wide_bits)) - 1);
}

Series Product::series() const {
  if (packed_ < wide_mark) {
    return {static_cast<Classification>(packed_ >> (narrow_bits + 3)), static_cast<std::uint8_t>(packed_ >> narrow_bits & 7U)};
  }
  return {static_cast<Classification>((packed_ ^ wide_mark) >> (wide_bits + 4)), static_cast<std::uint8_t>(packed_ >> wide_bits & 15U)};
}

std::uint64_t Product::number() const { return packed_ & ((std::uint64_t{1} << (packed_ < wide_mark ? narrow_bits : wide_bits)) - 1); }

std::uint64_t Product::first_odd(int level) {
  if (level > longest_digits) return 0;
  std::uint64_t out = 1;
  for (int i = 0; i < level; ++i) out *= 10;
  return out;
}

bool Product::is_odd() const { return number() >= first_odd(series().level); }

std::optional<Product> Product::parse(Classification c, std::string_view code) {
  if (code == "TOTAL") return total(c);
  if (code.empty() || code.size() > longest_digits || !std::all_of(code.begin(), code.end(), is_digit)) return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : code) number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  return of_number({c, static_cast<std::uint8_t>(code.size())}, number);
}

std::string Product::code() const {
  if (is_odd()) return {};
  const std::uint8_t level = series().level;
  return level == 0 ? "TOTAL" : padded(number(), level);
}

}  // namespace attache::trade
