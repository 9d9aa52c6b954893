#include "inline_text.hpp"

namespace attache::report {

std::string plain_text(const Inline& text) {
  std::string all;
  for (const auto& run : text) all += run.citation != 0 ? " [" + std::to_string(run.citation) + "]" : run.text;
  return all;
}

std::string further_marks(const std::vector<std::uint32_t>& numbers, std::uint32_t cited) {
  std::string marks;
  for (const auto number : numbers) {
    if (number != cited && number != 0) marks += " [" + std::to_string(number) + "]";
  }
  return marks;
}

}  // namespace attache::report
