#include "number_format.hpp"

#include <algorithm>
#include <cmath>

namespace attache::xlsx {

std::string number_format(int decimals, bool grouping) {
  const std::string whole = grouping ? "#,##0" : "0";
  if (decimals < 0) return grouping ? "#,##0.###############" : "General";
  if (decimals == 0) return whole;
  return whole + "." + std::string(static_cast<std::size_t>(std::min(decimals, decimals_max)), '0');
}

std::string tiny_format(int decimals, bool grouping) {
  const int places = std::clamp(decimals, 0, decimals_max);
  const std::string half = places == 0 ? "0.5" : "0." + std::string(static_cast<std::size_t>(places), '0') + "5";
  const std::string shown = number_format(places, grouping);
  return "[>=" + half + "]" + shown + ";[<=-" + half + "]-" + shown + ";\"0*\"";
}

bool rounds_to_zero(double value, int decimals) {
  return value != 0 && decimals >= 0 && decimals <= decimals_max && std::fabs(value) * power_of_ten(decimals) < 0.5;
}

double power_of_ten(int n) {
  double power = 1;
  for (int i = 0; i < std::clamp(n, 0, 22); ++i) power *= 10;
  return power;
}

}  // namespace attache::xlsx
