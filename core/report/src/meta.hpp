#pragma once

#include <string>
#include <utility>
#include <vector>

#include "context.hpp"
#include "theme.hpp"

namespace attache::report {

/// The document's meta, sorted by key; keys are those of the plugin contract.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> meta(Context& context, const Definition::Data& report,
                                                                    const Request& request, const Theme& theme);
/// "2003–2014": the years the report's figures are asked for.
[[nodiscard]] std::string printed_period(Context& context, const Definition::Data& report);

}  // namespace attache::report
