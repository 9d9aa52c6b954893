#pragma once

#include <string>
#include <vector>

namespace attache::report {

/// A file that was embedded at build time.
struct Embedded {
  std::string name;  ///< without extension: "briefing"
  std::string text;
};

[[nodiscard]] const std::vector<Embedded>& embedded_reports();
[[nodiscard]] const std::vector<Embedded>& embedded_themes();

}  // namespace attache::report
