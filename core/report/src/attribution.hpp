#pragma once
/// Who says what, in words made from the claim's fields.

#include <string>

#include "context.hpp"

namespace attache::report {

/// Short, for a sentence or a tile: "according to V. Putin, President of the Russian Federation", "statistics, source not named".
[[nodiscard]] std::string attribution(const Context& context, const dataset::Claim& claim);
/// Long, for the box of claims: who, in which office, where, when, how, reported by whom.
[[nodiscard]] std::string full_attribution(const Context& context, const dataset::Claim& claim);
/// "V. Putin, President of the Russian Federation"; the publisher for the source's own voice; "" when nobody is named.
[[nodiscard]] std::string speaker(const Context& context, const dataset::Claim& claim);
/// The claim's words: the source's own, in quotation marks, only if it is somebody's direct speech or the source's own voice;
/// else our words, else the reported words introduced as such.
[[nodiscard]] std::string statement(const Context& context, const dataset::Claim& claim);

}  // namespace attache::report
