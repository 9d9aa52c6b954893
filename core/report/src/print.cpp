#include "print.hpp"

#include <algorithm>

namespace attache::report {

namespace {

/// What the precision bears; an exact figure needs no zeros after the point.
int decimals_of(const Quantity& quantity, int magnitude, int most) {
  const int known = known_decimals(quantity, magnitude, most);
  return quantity.low == quantity.high ? needed_decimals(at_magnitude(*quantity.value, magnitude), known) : known;
}

std::string bounded(const Context& context, const Quantity& quantity, const std::string& printed, bool about) {
  if (quantity.bound == "lower") return context.t("report.bound.lower", {{"value", printed}});
  if (quantity.bound == "upper") return context.t("report.bound.upper", {{"value", printed}});
  return about ? context.t("report.bound.about", {{"value", printed}}) : printed;
}

/// " [f]": the sign of a status, as it stands behind the number of a table.
std::string status_sign(const Context& context, const std::string& status) {
  const Decimal one = Decimal::of(1);
  const std::string bare = context.language.figure(&one, 0, Missing::present, "");
  return context.language.figure(&one, 0, Missing::present, status).substr(bare.size());
}

enum class Sign { as_is, none, always };

std::string in_words(const Context& context, const Quantity& quantity, int most_decimals, Sign sign) {
  if (!quantity.present()) return context.language.figure(nullptr, 0, quantity.missing, quantity.status);
  const int magnitude = prose_magnitude(quantity);
  const int decimals = decimals_of(quantity, magnitude, most_decimals);
  const Decimal shown = at_magnitude(*quantity.value, magnitude);
  const std::string printed = context.language.quantity(sign == Sign::none ? shown.absolute() : shown, decimals, quantity.unit, magnitude,
                                                        text::UnitForm::abbreviated);
  const std::string with_sign = sign == Sign::always && shown.sign() > 0 ? context.t("report.plus", {{"value", printed}}) : printed;
  return bounded(context, quantity, with_sign, is_about(quantity, magnitude, decimals)) + status_sign(context, quantity.status);
}

}  // namespace

int magnitude_of(const Decimal& largest) {
  const Decimal size = largest.absolute();
  if (size >= Decimal(1, 0).shifted(13).value_or(Decimal())) return 9;
  if (size >= Decimal::of(10'000'000)) return 6;
  return size >= Decimal::of(100'000) ? 3 : 0;
}

int prose_magnitude(const Quantity& quantity) {
  if (!quantity.present() || !is_money(quantity.unit)) return 0;
  const Decimal size = quantity.value->absolute();
  if (size >= Decimal::of(1'000'000'000)) return 9;
  if (size >= Decimal::of(1'000'000)) return 6;
  return size >= Decimal::of(10'000) ? 3 : 0;
}

std::string unit_name(const Context& context, const std::string& unit, int magnitude) {
  return context.language.unit_name(unit, magnitude, text::UnitForm::words);
}

Decimal boundary(const Decimal& value) {
  for (int scale = std::min(value.scale(), 6); scale > 0; --scale) {
    if (const Decimal rounded = value.rounded(scale); rounded.at_scale(scale)) return rounded;
  }
  return value.rounded(0);
}

Figure figure(const Context& context, const Quantity& quantity, int magnitude, int most_decimals, bool with_plus) {
  Figure result;
  result.status = quantity.status;
  if (!quantity.present()) {
    result.cell = Cell(quantity.missing);
    result.printed = context.language.figure(nullptr, 0, quantity.missing, quantity.status);
    return result;
  }
  const int decimals = decimals_of(quantity, magnitude, most_decimals);
  const Decimal shown = at_magnitude(*quantity.value, magnitude);
  result.cell = Cell(boundary(shown.rounded(needed_decimals(shown, 6))));
  std::string printed = context.language.figure(&shown, decimals, Missing::present, quantity.status);
  if (with_plus && shown.sign() > 0) printed = context.t("report.plus", {{"value", printed}});
  result.printed = bounded(context, quantity, printed, is_about(quantity, magnitude, decimals));
  return result;
}

std::string amount(const Context& context, const Quantity& quantity, int most_decimals) {
  return in_words(context, quantity, most_decimals, Sign::as_is);
}
std::string size(const Context& context, const Quantity& quantity, int most_decimals) {
  return in_words(context, quantity, most_decimals, Sign::none);
}

std::string change(const Context& context, const Quantity& quantity, int most_decimals) {
  return in_words(context, quantity, most_decimals, Sign::always);
}

std::string traced(Context& context, const Place& place, const Quantity& quantity, std::string printed) {
  context.trace(place.block, place.what, printed, quantity);
  return printed;
}

}  // namespace attache::report
