#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "registry.hpp"

namespace attache::report {

/// Gives the runs of a fact placeholder {{name}}.
using Fact = std::function<Inline(std::string_view)>;

/// The small Markdown of text blocks: paragraphs, "- " lists, "# " heads, **strong**, *emphasis*, `code`, [text](url), {{fact}}.
void add_markdown(std::string_view text, const Fact& fact, SectionDraft& draft);

}  // namespace attache::report
