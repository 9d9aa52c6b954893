#pragma once

#include <map>
#include <string>
#include <vector>

#include "context.hpp"

namespace attache::report {

/// Links of one kind between the two countries' areas, by the country of the first and the country of the second.
struct LinkGroup {
  std::string first_country, second_country;
  std::vector<const dataset::Link*> links;
  [[nodiscard]] bool is_open() const;  ///< the source's list is not complete
};
[[nodiscard]] std::vector<LinkGroup> links(const Context& context, const std::string& kind);
/// The country an area lies in; itself for a country.
[[nodiscard]] std::string country_of(const Context& context, const std::string& area);

}  // namespace attache::report
