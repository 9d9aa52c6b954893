#pragma once
/// Numbers, dates and messages for tests: English forms without a catalogue, so that no test depends on a language's wording.

#include <memory>

#include "host/printing.hpp"

namespace attache::test {

/// "1,234.5", "−3", "0*", "[x]", "2015-10-14"; a message is its id in braces.
[[nodiscard]] std::shared_ptr<const host::Printing> plain_printing();

}  // namespace attache::test
