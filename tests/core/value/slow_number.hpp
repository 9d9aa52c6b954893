#pragma once

#include <algorithm>
#include <string>

/// Schoolbook arithmetic on strings of digits, to check the fast one against. Non-negative whole numbers only.
namespace slow {

inline std::string trimmed(std::string a) {
  const auto first = a.find_first_not_of('0');
  return first == std::string::npos ? "0" : a.substr(first);
}

inline bool less(const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; }

inline std::string add(std::string a, std::string b) {
  const std::size_t width = std::max(a.size(), b.size()) + 1;
  a.insert(0, width - a.size(), '0');
  b.insert(0, width - b.size(), '0');
  int carry = 0;
  for (std::size_t i = width; i-- > 0;) {
    const int digit = a[i] - '0' + b[i] - '0' + carry;
    a[i] = static_cast<char>('0' + digit % 10);
    carry = digit / 10;
  }
  return trimmed(a);
}

/// a − b with a ≥ b.
inline std::string subtract(std::string a, std::string b) {
  b.insert(0, a.size() - b.size(), '0');
  int borrow = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    int digit = a[i] - b[i] - borrow;
    borrow = digit < 0 ? 1 : 0;
    if (digit < 0) digit += 10;
    a[i] = static_cast<char>('0' + digit);
  }
  return trimmed(a);
}

inline std::string multiply(const std::string& a, const std::string& b) {
  std::string total = "0";
  for (std::size_t i = 0; i < b.size(); ++i) {
    total = trimmed(total + "0");
    for (int k = 0; k < b[i] - '0'; ++k) total = add(total, a);
  }
  return total;
}

/// a / b, half up.
inline std::string divide(const std::string& a, const std::string& b) {
  std::string quotient, rest = "0";
  for (const char digit : a) {
    rest = trimmed(rest + digit);
    int n = 0;
    while (!less(rest, b)) {
      rest = subtract(rest, b);
      ++n;
    }
    quotient += static_cast<char>('0' + n);
  }
  if (!less(add(rest, rest), b)) quotient = add(quotient, "1");
  return trimmed(quotient);
}

}  // namespace slow
