#pragma once

#include <string>
#include <string_view>

#include "schema.hpp"

namespace attache::dataset {

/// A field's description as part of a sentence: without its full stop.
[[nodiscard]] std::string sentence(std::string_view description);
/// What to write instead of `text`, which does not match the field's pattern: "write it like 'visit-2'". In words, not as an expression.
[[nodiscard]] std::string instead_of(const Field& field, std::string_view text);

}  // namespace attache::dataset
