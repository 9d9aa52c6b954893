#pragma once

#include <string_view>
#include <vector>

#include "value/outcome.hpp"

namespace attache::dataset {

/// A rule `load` checks: its id is stable and stands in Problem::rule.
struct Rule {
  std::string_view id;
  Severity severity = Severity::error;
  std::string_view summary;
};

/// All rules, those of the form (files, columns, types, keys) first, then those of the content.
[[nodiscard]] const std::vector<Rule>& rules();

}  // namespace attache::dataset
