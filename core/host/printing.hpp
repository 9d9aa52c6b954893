#pragma once
/// How numbers, dates and messages are printed for a plugin. The document's language does it; tests give their own.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"

namespace attache::host {

/// Meanings as in text::Language.
class Printing {
 public:
  virtual ~Printing() = default;
  [[nodiscard]] virtual std::string number(const Decimal& value, int decimals) const = 0;
  [[nodiscard]] virtual std::string integer(std::int64_t value, bool grouping) const = 0;
  [[nodiscard]] virtual std::string figure(const Decimal* value, int decimals, text::Missing missing, std::string_view status) const = 0;
  [[nodiscard]] virtual std::string date(const Edtf& date) const = 0;
  /// An unknown id gives the id.
  [[nodiscard]] virtual std::string message(std::string_view id, const std::vector<text::Argument>& arguments) const = 0;
};

[[nodiscard]] std::shared_ptr<const Printing> printing_in(std::shared_ptr<const text::Language> language);

}  // namespace attache::host
