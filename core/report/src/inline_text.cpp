#include "inline_text.hpp"

namespace attache::report {

std::string plain_text(const Inline& text) {
  std::string all;
  for (const auto& run : text) all += run.citation != 0 ? " [" + std::to_string(run.citation) + "]" : run.text;
  return all;
}

}  // namespace attache::report
