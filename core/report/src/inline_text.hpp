#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/document.hpp"

namespace attache::report {

[[nodiscard]] inline Run text_run(std::string text, std::uint32_t style = Run::plain) {
  Run run;
  run.text = std::move(text);
  run.style = style;
  return run;
}
[[nodiscard]] inline Run citation_run(std::uint32_t number) {
  Run run;
  run.citation = number;
  return run;
}
[[nodiscard]] inline Inline plain(std::string text) { return {text_run(std::move(text))}; }
/// The text of an inline, citations as "[n]".
[[nodiscard]] std::string plain_text(const Inline& text);

/// " [3] [4]": those of the numbers of sources that are not `cited` already, for a cell that is plain text.
[[nodiscard]] std::string further_marks(const std::vector<std::uint32_t>& numbers, std::uint32_t cited);

}  // namespace attache::report
