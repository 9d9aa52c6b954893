#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "value/decimal.hpp"

using attache::Decimal;

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// Two numbers with a comma between: what is accepted keeps its value, and arithmetic undoes itself where it fits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto comma = text.find(',');
  const auto a = Decimal::parse(text.substr(0, comma));
  if (!a) return 0;
  expect(*Decimal::parse(a->text()) == *a);
  expect(a->negated().negated() == *a);
  expect(a->rounded(a->scale()) == *a);
  if (comma == std::string_view::npos) return 0;
  const auto b = Decimal::parse(text.substr(comma + 1));
  if (!b) return 0;
  if (const auto sum = a->plus(*b)) {
    const auto back = sum->minus(*b);
    expect(!back || *back == *a);
  }
  if (const auto product = a->times(*b); product && !b->is_zero()) {
    const auto back = product->divided(*b, a->scale());
    expect(!back || *back == *a);
  }
  expect(((*a <=> *b) < 0) == ((*b <=> *a) > 0));
  (void)a->divided(*b, Decimal::max_scale);
  (void)a->shifted(b->scale() - 9);
  (void)a->at_scale(b->scale());
  return 0;
}
