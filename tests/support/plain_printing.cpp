#include "support/plain_printing.hpp"

#include <cstdint>

namespace attache::test {
namespace {

std::string grouped(const std::string& digits) {
  const bool negative = digits.starts_with('-');
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string whole = digits.substr(negative ? 1 : 0, point - (negative ? 1 : 0));
  for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, ",");
  return (negative ? "−" : "") + whole + digits.substr(point);
}

class PlainPrinting final : public host::Printing {
 public:
  std::string number(const Decimal& value, int decimals) const override {
    return grouped((decimals < 0 ? value : value.rounded(decimals)).text());
  }
  std::string integer(std::int64_t value, bool grouping) const override {
    return grouping ? grouped(std::to_string(value)) : std::to_string(value);
  }
  std::string figure(const Decimal* value, int decimals, text::Missing missing, std::string_view status) const override {
    const std::string suffix = status.empty() || status == "A" ? "" : " [" + std::string(status) + "]";
    switch (missing) {
      case text::Missing::present:
        break;
      case text::Missing::not_applicable:
        return "[z]";
      case text::Missing::confidential:
        return "[c]";
      case text::Missing::blank:
        return "";
      default:
        return "[x]";
    }
    if (decimals >= 0 && !value->is_zero() && value->rounded(decimals).is_zero()) return "0*" + suffix;
    return number(*value, decimals) + suffix;
  }
  std::string date(const Edtf& date) const override { return date.is_undated() ? "undated" : date.text(); }
  std::string message(std::string_view id, const std::vector<text::Argument>& arguments) const override {
    std::string filled(id);
    for (const text::Argument& argument : arguments) filled += " {" + argument.name + "=" + argument.text + "}";
    return filled;
  }
};

}  // namespace

std::shared_ptr<const host::Printing> plain_printing() { return std::make_shared<PlainPrinting>(); }

}  // namespace attache::test
