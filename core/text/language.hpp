#pragma once
/// The room `text`: everything that depends on the language of a document: messages, numbers, dates, plurals, lists, names of
/// areas. It never asks the caller's locale, and knows neither datasets nor file formats.

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/decimal.hpp"
#include "value/edtf.hpp"
#include "value/outcome.hpp"

namespace attache::text {

/// Why a figure is missing; the signs are those of the legend.
enum class Missing : std::uint8_t { present, not_available, not_applicable, confidential, not_collected, blank };

/// A value for a {placeholder} of a message: text, or a number that plural rules may look at. A figure that is printed goes in
/// as text from number(), figure() or quantity(); a bare number is for counts ("{n, plural, one {# visit} other {# visits}}").
struct Argument {
  std::string name;
  std::string text;  ///< of a number: its ASCII decimal form, read exactly
  bool is_number = false;
  Argument(std::string n, std::string_view t) : name(std::move(n)), text(t) {}
  Argument(std::string n, const char* t) : name(std::move(n)), text(t) {}
  Argument(std::string n, const std::string& t) : name(std::move(n)), text(t) {}
  Argument(std::string n, const Decimal& value) : name(std::move(n)), text(value.text()), is_number(true) {}
  Argument(std::string n, std::integral auto value) : name(std::move(n)), text(std::to_string(value)), is_number(true) {}
};

/// "billion USD", or "bn USD" where room is short.
enum class UnitForm : std::uint8_t { words, abbreviated };

/// How far a language's catalogue is: so many of English's messages.
struct CatalogueState {
  std::string tag;
  int translated = 0;
  int messages = 0;
  [[nodiscard]] bool complete() const { return translated == messages; }
};

/// One language's messages and formats. Immutable and shared between threads.
class Language {
 public:
  /// `tag` is BCP 47. Unknown: Failure::usage with the nearest one; a catalogue that is not complete: the same, with its share.
  [[nodiscard]] static Outcome<std::shared_ptr<const Language>> load(std::string_view tag);
  /// For translators and tests: any language that has a catalogue; what it lacks is printed in English.
  [[nodiscard]] static Outcome<std::shared_ptr<const Language>> load_incomplete(std::string_view tag);
  /// Tags that load() accepts, sorted.
  [[nodiscard]] static std::vector<std::string> available();
  /// Every language that has a catalogue, sorted by tag.
  [[nodiscard]] static std::vector<CatalogueState> catalogues();
  ~Language();

  [[nodiscard]] const std::string& tag() const;
  [[nodiscard]] bool right_to_left() const;

  /// The message `id` with ICU MessageFormat arguments filled. An unknown id gives the id.
  [[nodiscard]] std::string message(std::string_view id, const std::vector<Argument>& arguments = {}) const;
  [[nodiscard]] bool has_message(std::string_view id) const;

  /// Grouped, so many decimals (-1 = the value's own scale), U+2212 for minus, never "-0".
  [[nodiscard]] std::string number(const Decimal& value, int decimals) const;
  [[nodiscard]] std::string integer(std::int64_t value, bool grouping = true) const;
  /// The printed form of a figure with its signs, unit not. "0" for zero, "0*" when a non-zero value rounds to zero; a null value
  /// gives the sign of `missing`, or, when that says present, of the SDMX status (O L → [x], M → [z], Q → [c], else [x]).
  /// A present value gets [p] [r] [e] [f] [b] [u] after a no-break space for P, R, E or I, F, B, U; other letters print nothing.
  [[nodiscard]] std::string figure(const Decimal* value, int decimals, Missing missing, std::string_view status) const;
  /// 44.2 → "44.2 %": the value is in per cent already; the space does not break.
  [[nodiscard]] std::string percent(const Decimal& value, int decimals) const;
  /// ("USD", 9) → "billion USD"; ("km", 0) → "km"; a unit the catalogue does not know is itself; "1" is no unit.
  [[nodiscard]] std::string unit_name(std::string_view unit, int magnitude, UnitForm form = UnitForm::words) const;
  /// Number, no-break space, unit: "7.5 billion USD", "1 person", "44.2 %". `value` is in units of 10^magnitude.
  [[nodiscard]] std::string quantity(const Decimal& value, int decimals, std::string_view unit, int magnitude = 0,
                                     UnitForm form = UnitForm::words) const;
  /// In the language's quotation marks: “…”, «…».
  [[nodiscard]] std::string quoted(std::string_view text) const;
  /// "14 October 2015", "March 1994", "2003", "January–June 2015", "14–16 October 2015", "2015–2016", "about 1994",
  /// "1994 (uncertain)", "from 2003", "until 2015", "1990s", "undated".
  [[nodiscard]] std::string date(const Edtf& date) const;
  /// "A, B and C".
  [[nodiscard]] std::string list(const std::vector<std::string>& items) const;
  /// "12th", "12-й".
  [[nodiscard]] std::string ordinal(std::int64_t value) const;
  /// "a" < "b" by the language's collation; texts it holds equal are ordered by their bytes.
  [[nodiscard]] bool less(std::string_view a, std::string_view b) const;
  /// Name of an ISO 3166-1 alpha-3 country (CLDR), a former country or an ISO 3166-2 subdivision (iso-codes, if installed), or of
  /// WLD. "" when unknown or without a name in this language.
  [[nodiscard]] std::string area_name(std::string_view code) const;

  /// The signs this language's figures may use with their meanings: {"[x]", "not available"} …, in a fixed order.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> legend() const;

 private:
  friend struct Loader;
  struct Data;
  explicit Language(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

/// Language::area_name in any language that has a catalogue, complete or not; "" for a language without one.
[[nodiscard]] std::string area_name(std::string_view code, std::string_view language);

}  // namespace attache::text
