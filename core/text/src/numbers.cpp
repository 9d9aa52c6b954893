#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "icu_text.hpp"
#include "language_data.hpp"

namespace attache::text {
namespace {

std::string formatted(const icu::number::LocalizedNumberFormatter& formatter, const std::string& ascii) {
  UErrorCode status = U_ZERO_ERROR;
  const auto result = formatter.formatDecimal(icu::StringPiece(ascii.data(), static_cast<std::int32_t>(ascii.size())), status);
  std::string text = from_icu(result.toString(status));
  return ascii.starts_with('-') ? std::string(minus_sign) + text : text;
}

/// Source of the letters: SDMX code list CL_OBS_STATUS 2.2; R (revised) is ours, a relation between two vintages.
std::string_view sign_of(Missing missing, std::string_view status) {
  switch (missing) {
    case Missing::not_available:
    case Missing::not_collected:
      return "[x]";
    case Missing::not_applicable:
      return "[z]";
    case Missing::confidential:
      return "[c]";
    case Missing::blank:
      return "";
    case Missing::present:
      break;
  }
  if (status.find('Q') != std::string_view::npos) return "[c]";
  if (status.find('M') != std::string_view::npos) return "[z]";
  return "[x]";
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> status_signs = {
    {{"P", "[p]"}, {"R", "[r]"}, {"EI", "[e]"}, {"F", "[f]"}, {"B", "[b]"}, {"U", "[u]"}}};

/// The last word of the spoken numeral as a number (1,250 → 50, 300 → 100): in some languages the ending follows its sound.
std::int64_t last_word(std::int64_t value) {
  if (value % 10 != 0) return std::abs(value % 10);
  if (value % 100 != 0) return std::abs(value % 100);
  if (value % 1000 != 0) return 100;
  if (value % 1'000'000 != 0) return 1000;
  return value % 1'000'000'000 != 0 ? 1'000'000 : value != 0 ? 1'000'000'000 : 0;
}

}  // namespace

std::string Language::number(const Decimal& value, int decimals) const {
  const int shown = std::clamp(decimals < 0 ? value.scale() : decimals, 0, Decimal::max_scale);
  const Decimal rounded = shown < value.scale() ? value.rounded(shown) : value;
  return formatted(data_->decimals[static_cast<std::size_t>(shown)], rounded.text());
}

std::string Language::integer(std::int64_t value, bool grouping) const {
  return formatted(grouping ? data_->decimals[0] : data_->ungrouped, std::to_string(value));
}

std::string Language::figure(const Decimal* value, int decimals, Missing missing, std::string_view status) const {
  if (value == nullptr) return std::string(sign_of(missing, status));
  std::string printed = value->is_zero() ? number(*value, 0) : number(*value, decimals);
  if (decimals >= 0 && decimals < value->scale() && !value->is_zero() && value->rounded(decimals).is_zero()) {
    printed = number(Decimal::of(0), 0) + "*";
  }
  for (const auto& [letters, sign] : status_signs) {
    if (status.find_first_of(letters) == std::string_view::npos) continue;
    printed += no_break_space;
    printed += sign;
  }
  return printed;
}

std::string Language::percent(const Decimal& value, int decimals) const {
  return message("number.percent", {{"number", number(value, decimals)}});
}

std::string Language::ordinal(std::int64_t value) const {
  return message("ordinal", {{"n", value}, {"number", integer(value)}, {"last", std::to_string(last_word(value))}});
}

std::vector<std::pair<std::string, std::string>> Language::legend() const {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> signs = {{{"0", "sign.zero"},
                                                                                           {"0*", "sign.rounds-to-zero"},
                                                                                           {"[x]", "sign.not-available"},
                                                                                           {"[z]", "sign.not-applicable"},
                                                                                           {"[c]", "sign.confidential"},
                                                                                           {"[p]", "sign.provisional"},
                                                                                           {"[r]", "sign.revised"},
                                                                                           {"[e]", "sign.estimated"},
                                                                                           {"[f]", "sign.forecast"},
                                                                                           {"[b]", "sign.break"},
                                                                                           {"[u]", "sign.low-reliability"}}};
  std::vector<std::pair<std::string, std::string>> entries;
  entries.reserve(signs.size());
  for (const auto& [sign, id] : signs) entries.emplace_back(sign, message(id));
  return entries;
}

}  // namespace attache::text
