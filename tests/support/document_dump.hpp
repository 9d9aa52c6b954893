#pragma once

#include <string>

#include "report/document.hpp"

namespace attache::test {

/// The document as plain text, as a reader of a paged format meets it: what tests compare and people read.
/// No-break spaces are plain ones in it.
[[nodiscard]] std::string dump(const report::Document& document);

}  // namespace attache::test
