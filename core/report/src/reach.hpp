#pragma once
/// How far the data about the pair reach, so that an empty document is never written without a word.

#include "context.hpp"

namespace attache::report {

/// Refuses a pair that neither the dataset's settings nor any of its rows name.
[[nodiscard]] Outcome<> check_pair(const Context& context);
/// Warns when nothing about the pair is known on the as-of day, or when no figure lies in the period that was asked for.
void warn_of_gaps(Context& context);

}  // namespace attache::report
