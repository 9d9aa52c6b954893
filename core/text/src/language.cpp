#include "text/language.hpp"

#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <mutex>

#include "icu_text.hpp"
#include "language_data.hpp"
#include "value/joined.hpp"

namespace attache::text {
namespace {

std::string lower(std::string_view tag) {
  std::string result(tag);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

CatalogueState state_of(const std::string& tag) {
  CatalogueState state{tag};
  const Catalogue& own = *catalogue_of(tag);
  for (const auto& message : *catalogue_of("en")) {
    ++state.messages;
    if (own.contains(message.first)) ++state.translated;
  }
  return state;
}

void fill_months(std::array<std::string, 12>& months, const icu::DateFormatSymbols& symbols,
                 icu::DateFormatSymbols::DtContextType context) {
  std::int32_t count = 0;
  const icu::UnicodeString* names = symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
  for (std::size_t i = 0; i < months.size() && i < static_cast<std::size_t>(count); ++i) months[i] = from_icu(names[i]);
}

}  // namespace

/// Makes languages, each once for the whole program.
struct Loader {
  std::mutex mutex;
  std::map<std::string, std::shared_ptr<const Language>, std::less<>> loaded;

  static Loader& instance() {
    static Loader loader;
    return loader;
  }

  static UErrorCode fill_formats(Language::Data& data) {
    UErrorCode status = U_ZERO_ERROR;
    const auto base = icu::number::NumberFormatter::withLocale(data.locale).sign(UNUM_SIGN_NEVER);
    for (std::size_t i = 0; i < data.decimals.size(); ++i) {
      data.decimals[i] = base.precision(icu::number::Precision::fixedFraction(static_cast<std::int32_t>(i)));
    }
    data.ungrouped = base.precision(icu::number::Precision::integer()).grouping(UNUM_GROUPING_OFF);
    data.collator.reset(icu::Collator::createInstance(data.locale, status));
    data.lists.reset(icu::ListFormatter::createInstance(data.locale, status));
    UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_CAPITALIZATION_NONE, UDISPCTX_LENGTH_FULL, UDISPCTX_NO_SUBSTITUTE};
    data.names.reset(icu::LocaleDisplayNames::createInstance(data.locale, contexts, 4));
    const icu::DateFormatSymbols symbols(data.locale, status);
    if (U_FAILURE(status)) return status;
    fill_months(data.months, symbols, icu::DateFormatSymbols::FORMAT);
    fill_months(data.month_names, symbols, icu::DateFormatSymbols::STANDALONE);
    for (std::string& name : data.month_names) name = from_icu(to_icu(name).toLower(data.locale));
    if (data.tag == "en") data.month_names = data.months;
    return status;
  }

  Outcome<std::shared_ptr<const Language>> get(const std::string& tag) {
    const std::scoped_lock lock(mutex);
    if (const auto found = loaded.find(tag); found != loaded.end()) return found->second;
    auto data = std::make_unique<Language::Data>();
    data->tag = tag;
    data->catalogue = catalogue_of(tag);
    data->english = catalogue_of("en");
    const auto formats = data->catalogue->find("language.cldr");
    UErrorCode status = U_ZERO_ERROR;
    const std::string cldr(formats == data->catalogue->end() ? std::string_view(tag) : formats->second);
    data->locale = icu::Locale::forLanguageTag(cldr, status);
    if (U_SUCCESS(status)) status = fill_formats(*data);
    if (U_FAILURE(status)) {
      return fail(Failure::internal, "ICU has no formats for language '" + tag + "': " + u_errorName(status),
                  "install the full libicu data");
    }
    std::shared_ptr<const Language> language(new Language(std::move(data)));
    loaded.emplace(tag, language);
    return language;
  }
};

Language::Language(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Language::~Language() = default;

std::vector<CatalogueState> Language::catalogues() {
  std::vector<CatalogueState> states;
  for (const std::string& tag : catalogue_languages()) states.push_back(state_of(tag));
  return states;
}

std::vector<std::string> Language::available() {
  std::vector<std::string> tags;
  for (const CatalogueState& state : catalogues()) {
    if (state.complete()) tags.push_back(state.tag);
  }
  return tags;
}

Outcome<std::shared_ptr<const Language>> Language::load_incomplete(std::string_view tag) {
  const std::vector<std::string> known = catalogue_languages();
  for (const std::string& candidate : known) {
    if (lower(candidate) == lower(tag)) return Loader::instance().get(candidate);
  }
  const std::string suggestion = did_you_mean(tag, known);
  return fail(Failure::usage, "no language '" + std::string(tag) + "'",
              suggestion.empty() ? "use one of: " + joined(available()) : suggestion);
}

Outcome<std::shared_ptr<const Language>> Language::load(std::string_view tag) {
  auto language = load_incomplete(tag);
  if (!language) return language;
  const CatalogueState state = state_of((*language)->tag());
  if (state.complete()) return language;
  const int share = static_cast<int>(100LL * state.translated / state.messages);
  return fail(Failure::usage,
              "the catalogue of language '" + state.tag + "' is not complete: " + std::to_string(state.translated) + " of " +
                  std::to_string(state.messages) + " messages are translated (" + std::to_string(share) + " %)",
              "use one of: " + joined(available()));
}

const std::string& Language::tag() const { return data_->tag; }
bool Language::right_to_left() const { return data_->locale.isRightToLeft() != 0; }

std::string Language::list(const std::vector<std::string>& items) const {
  std::vector<icu::UnicodeString> texts;
  texts.reserve(items.size());
  for (const std::string& item : items) texts.push_back(to_icu(item));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result;
  data_->lists->format(texts.data(), static_cast<std::int32_t>(texts.size()), result, status);
  return from_icu(result);
}

bool Language::less(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto order = data_->collator->compareUTF8(icu::StringPiece(a.data(), static_cast<std::int32_t>(a.size())),
                                                  icu::StringPiece(b.data(), static_cast<std::int32_t>(b.size())), status);
  return order == UCOL_EQUAL ? a < b : order == UCOL_LESS;
}

}  // namespace attache::text
