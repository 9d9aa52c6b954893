#pragma once

#include "context.hpp"

#include <cstdint>

namespace attache::report {

/// Fills what the request leaves open from the report and the dataset; what it gives wrongly is Failure::usage with a suggestion.
[[nodiscard]] Outcome<Parameters> resolve(const dataset::Dataset& dataset, const Definition& definition, const Request& request);
/// A marking that everybody may read.
[[nodiscard]] bool is_public(const std::string& marking);
/// Seconds since 1970 of the day's 00:00 UTC.
[[nodiscard]] std::int64_t epoch_of_day(std::int32_t yyyymmdd);

}  // namespace attache::report
