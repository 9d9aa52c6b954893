#pragma once

#include <memory>
#include <string_view>

#include "text/language.hpp"

/// A language that must be there, finished or not.
inline std::shared_ptr<const attache::text::Language> language(std::string_view tag) {
  return attache::text::Language::load_incomplete(tag).value();
}
inline attache::Decimal decimal(std::string_view text) { return attache::Decimal::parse(text).value(); }
