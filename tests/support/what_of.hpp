#pragma once

#include <string>

#include "value/outcome.hpp"

namespace attache::test {

/// The error's text, "" for a success: fit for doctest's messages, which are also made for checks that hold.
template <class T>
[[nodiscard]] std::string what_of(const Outcome<T>& outcome) {
  return outcome.has_value() ? std::string{} : outcome.error().message();
}

}  // namespace attache::test
