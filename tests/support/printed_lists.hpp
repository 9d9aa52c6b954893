#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

/// Lists in the messages of failed checks, a line an item. All files of a test program include it, or none.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static doctest::String convert(const std::vector<std::string>& items) {
    std::string out = std::to_string(items.size()) + " items";
    for (const std::string& item : items) out += "\n    " + item;
    return out.c_str();
  }
};
