#include <doctest/doctest.h>

#include <random>
#include <string>

#include "slow_number.hpp"
#include "value/decimal.hpp"

using attache::Decimal;

namespace {

const std::string largest = "170141183460469231731687303715884105727";

/// A written decimal taken apart: sign, all its digits as a whole number, digits after the point.
struct Written {
  bool negative = false;
  std::string digits = "0";
  int scale = 0;

  [[nodiscard]] std::string text() const {
    std::string out = digits;
    const auto places = static_cast<std::size_t>(scale);
    if (out.size() < places + 1) out.insert(0, places + 1 - out.size(), '0');
    if (places > 0) out.insert(out.size() - places, 1, '.');
    return (negative && digits != "0" ? "-" : "") + out;
  }
  [[nodiscard]] std::string at(int to) const { return slow::trimmed(digits + std::string(static_cast<std::size_t>(to - scale), '0')); }
};

class Generator {
 public:
  explicit Generator(unsigned seed) : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  Written decimal() {
    Written out;
    out.negative = below(2) == 0;
    out.scale = below(Decimal::max_scale + 1);
    const int length = 1 + below(38);
    std::string digits;
    for (int i = 0; i < length; ++i) digits += static_cast<char>('0' + (below(4) == 0 ? 0 : below(10)));
    out.digits = slow::trimmed(digits);
    return out;
  }

 private:
  std::mt19937 engine_;
};

Written slow_sum(const Written& a, const Written& b) {
  Written out;
  out.scale = std::max(a.scale, b.scale);
  const std::string x = a.at(out.scale), y = b.at(out.scale);
  if (a.negative == b.negative) {
    out.digits = slow::add(x, y);
    out.negative = a.negative;
  } else {
    const bool first = !slow::less(x, y);
    out.digits = first ? slow::subtract(x, y) : slow::subtract(y, x);
    out.negative = first ? a.negative : b.negative;
  }
  return out;
}

Written slow_quotient(const Written& a, const Written& b, int scale) {
  Written out;
  out.scale = scale;
  out.negative = a.negative != b.negative;
  const int shift = b.scale + scale - a.scale;
  const auto zeros = [](int n) { return std::string(static_cast<std::size_t>(std::max(0, n)), '0'); };
  out.digits = slow::divide(a.digits + zeros(shift), slow::trimmed(b.digits + zeros(-shift)));
  return out;
}

/// Equal to the reference; nothing only where the reference, written out, does not fit.
void check(const std::optional<Decimal>& got, const Written& expected) {
  const bool fits = expected.scale <= Decimal::max_scale && !slow::less(largest, expected.digits);
  if (fits) REQUIRE(got.has_value());
  if (!got) return;
  Written shortest = expected;
  while (shortest.scale > 0 && shortest.digits.back() == '0') {
    shortest.digits = slow::trimmed(shortest.digits.substr(0, shortest.digits.size() - 1));
    --shortest.scale;
  }
  const auto wanted = Decimal::parse(shortest.text());
  REQUIRE(wanted.has_value());
  CHECK(*got == *wanted);
}

}  // namespace

TEST_CASE("decimal arithmetic agrees with schoolbook arithmetic") {
  for (const unsigned seed : {1U, 20151014U, 3000000001U}) {
    Generator random(seed);
    for (int round = 0; round < 1500; ++round) {
      const Written a = random.decimal(), b = random.decimal();
      CAPTURE(seed);
      CAPTURE(round);
      CAPTURE(a.text());
      CAPTURE(b.text());
      const auto x = Decimal::parse(a.text()), y = Decimal::parse(b.text());
      if (!x || !y) continue;
      REQUIRE(x->text() == a.text());
      check(x->plus(*y), slow_sum(a, b));
      Written minus_b = b;
      minus_b.negative = !b.negative;
      check(x->minus(*y), slow_sum(a, minus_b));
      check(x->times(*y), {a.negative != b.negative, slow::multiply(a.digits, b.digits), a.scale + b.scale});
      const int scale = random.below(Decimal::max_scale + 1);
      if (!y->is_zero()) {
        const Written q = slow_quotient(a, b, scale);
        const auto got = x->divided(*y, scale);
        const bool fits = !slow::less(largest, q.digits);
        CHECK(got.has_value() == fits);
        if (got && fits) CHECK(got->text() == q.text());
      }
      if (scale < a.scale) CHECK(x->rounded(scale).text() == slow_quotient(a, {false, "1", 0}, scale).text());
      const Written difference = slow_sum(a, minus_b);
      const int order = difference.digits == "0" ? 0 : difference.negative ? -1 : 1;
      CHECK((*x < *y) == (order < 0));
      CHECK((*x == *y) == (order == 0));
    }
  }
}
