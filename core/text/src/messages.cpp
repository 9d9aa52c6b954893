#include <unicode/msgfmt.h>

#include "icu_text.hpp"

#include <cstdint>
#include "language_data.hpp"

namespace attache::text {
namespace {

/// Fills an ICU MessageFormat pattern; a pattern ICU refuses is printed as it is (a test reads every pattern there is).
std::string filled(std::string_view pattern, const icu::Locale& locale, const std::vector<Argument>& arguments) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(to_icu(pattern), locale, status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const Argument& argument : arguments) {
    names.push_back(to_icu(argument.name));
    if (argument.is_number) {
      values.emplace_back(icu::StringPiece(argument.text.data(), static_cast<std::int32_t>(argument.text.size())), status);
    } else {
      values.emplace_back(to_icu(argument.text));
    }
  }
  icu::UnicodeString result;
  if (U_SUCCESS(status)) format.format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), result, status);
  return U_SUCCESS(status) ? from_icu(result) : std::string(pattern);
}

}  // namespace

std::string Language::message(std::string_view id, const std::vector<Argument>& arguments) const {
  const icu::Locale& world_english = icu::Locale::getEnglish();
  const icu::Locale* locale = &data_->locale;
  auto found = data_->catalogue->find(id);
  if (found == data_->catalogue->end()) {
    found = data_->english->find(id);
    if (found == data_->english->end()) return std::string(id);
    locale = &world_english;  // the plural rules are those of the text
  }
  const std::string_view pattern = found->second;
  if (pattern.find_first_of("{}'") == std::string_view::npos) return std::string(pattern);
  return filled(pattern, *locale, arguments);
}

bool Language::has_message(std::string_view id) const { return data_->catalogue->contains(id); }

}  // namespace attache::text
