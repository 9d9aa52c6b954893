#pragma once
/// The room `text`: everything that depends on the language of a document: messages, numbers, dates, plurals, lists, names of
/// areas. It never asks the caller's locale, and knows neither datasets nor file formats.

#include <cstdint>
#include <initializer_list>
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

/// A value for a {placeholder} of a message: text, or a number that plural rules may look at.
struct Argument {
  std::string name;
  std::string text;
  bool is_number = false;
  double number = 0;
  Argument(std::string n, std::string_view t) : name(std::move(n)), text(t) {}
  Argument(std::string n, const char* t) : name(std::move(n)), text(t) {}
  Argument(std::string n, const std::string& t) : name(std::move(n)), text(t) {}
  Argument(std::string n, std::int64_t value) : name(std::move(n)), text(std::to_string(value)), is_number(true), number(static_cast<double>(value)) {}
};

/// One language's messages and formats. Immutable and shared between threads.
class Language {
 public:
  /// `tag` is BCP 47. Unknown: Failure::usage with the nearest one; a catalogue that is not complete: the same, with its share.
  [[nodiscard]] static Outcome<std::shared_ptr<const Language>> load(std::string_view tag);
  [[nodiscard]] static std::vector<std::string> available();
  ~Language();

  [[nodiscard]] const std::string& tag() const;
  [[nodiscard]] bool right_to_left() const;

  /// The message `id` with ICU MessageFormat arguments filled. An unknown id gives the id.
  [[nodiscard]] std::string message(std::string_view id, const std::vector<Argument>& arguments = {}) const;
  [[nodiscard]] bool has_message(std::string_view id) const;

  /// Grouped, so many decimals (-1 = the value's own scale), U+2212 for minus, never "-0".
  [[nodiscard]] std::string number(const Decimal& value, int decimals) const;
  [[nodiscard]] std::string integer(std::int64_t value, bool grouping = true) const;
  /// The printed form of a figure with its sign: "0*" when a non-zero value rounds to zero, "[x]" …, and " [p]" etc. from the SDMX status.
  [[nodiscard]] std::string figure(const Decimal* value, int decimals, Missing missing, std::string_view status) const;
  /// "14 October 2015", "March 1994", "2003", "January–June 2015", "about 1994", "undated".
  [[nodiscard]] std::string date(const Edtf& date) const;
  /// "A, B and C".
  [[nodiscard]] std::string list(const std::vector<std::string>& items) const;
  /// "12th", "12-й".
  [[nodiscard]] std::string ordinal(std::int64_t value) const;
  /// "a" < "b" by the language's collation.
  [[nodiscard]] bool less(std::string_view a, std::string_view b) const;
  /// Name of an ISO 3166-1 alpha-3 country (CLDR), a former country or an ISO 3166-2 subdivision (iso-codes); "" when unknown.
  [[nodiscard]] std::string area_name(std::string_view code) const;

  /// The signs this language's figures may use with their meanings: {"[x]", "not available"} …, in a fixed order.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> legend() const;

 private:
  struct Data;
  explicit Language(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace attache::text
