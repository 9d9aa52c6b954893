#pragma once

#include <unicode/coll.h>
#include <unicode/listformatter.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>

#include <array>
#include <memory>
#include <string>

#include "catalogue.hpp"
#include "text/language.hpp"

namespace attache::text {

/// What a language holds ready. Nothing changes after loading, and only const functions of ICU that its documentation calls
/// thread-safe are used on the members.
struct Language::Data {
  std::string tag;
  icu::Locale locale;  ///< of the formats: "en" prints by CLDR's en-001, the English of the world
  const Catalogue* catalogue = nullptr;
  const Catalogue* english = nullptr;                                                  ///< where the catalogue has a gap
  std::array<icu::number::LocalizedNumberFormatter, Decimal::max_scale + 1> decimals;  ///< by number of decimals, grouped
  icu::number::LocalizedNumberFormatter ungrouped;
  std::array<std::string, 12> months;       ///< as part of a date: "октября"
  std::array<std::string, 12> month_names;  ///< alone: "октябрь"
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::ListFormatter> lists;
  std::unique_ptr<icu::LocaleDisplayNames> names;
};

}  // namespace attache::text
