#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"
#include "registry.hpp"
#include "report/report.hpp"

namespace attache::report {

/// "all", "last 12", "2005..2015": which years' figures a report shows.
struct Period {
  std::optional<int> last_years;
  std::optional<int> from, to;
  [[nodiscard]] static Outcome<Period> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
};

struct SectionSpec {
  const Builder* builder = nullptr;
  std::string id;
  Options options;
  Position at;
};

struct Definition::Data {
  std::string name, origin, file, toml;
  LocalText title, summary;
  std::string plugin, perspective = "first", marking = "PUBLIC";
  Period period;
  std::vector<SectionSpec> sections;
  std::map<std::string, std::string> layout;  ///< meta keys "layout.…"
};

/// Reads a definition; everything wrong goes to `problems`. `name` is used when the file has no `id`.
void read_definition(const std::string& text, Definition::Data& data, std::vector<Problem>& problems);

}  // namespace attache::report
