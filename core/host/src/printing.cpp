#include "host/printing.hpp"

#include <cstdint>

namespace attache::host {
namespace {

class LanguagePrinting final : public Printing {
 public:
  explicit LanguagePrinting(std::shared_ptr<const text::Language> language) : language_(std::move(language)) {}
  std::string number(const Decimal& value, int decimals) const override { return language_->number(value, decimals); }
  std::string integer(std::int64_t value, bool grouping) const override { return language_->integer(value, grouping); }
  std::string figure(const Decimal* value, int decimals, text::Missing missing, std::string_view status) const override {
    return language_->figure(value, decimals, missing, status);
  }
  std::string date(const Edtf& date) const override { return language_->date(date); }
  std::string message(std::string_view id, const std::vector<text::Argument>& arguments) const override {
    return language_->message(id, arguments);
  }

 private:
  std::shared_ptr<const text::Language> language_;
};

}  // namespace

std::shared_ptr<const Printing> printing_in(std::shared_ptr<const text::Language> language) {
  return std::make_shared<LanguagePrinting>(std::move(language));
}

}  // namespace attache::host
