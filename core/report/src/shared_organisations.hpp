#pragma once

#include <string>
#include <vector>

#include "context.hpp"

namespace attache::report {

/// An organisation that has both areas as members on the day of the data.
struct SharedOrganisation {
  std::string id, short_name, name;
  const dataset::Membership* self = nullptr;
  const dataset::Membership* other = nullptr;
};
[[nodiscard]] std::vector<SharedOrganisation> shared_organisations(const Context& context);
/// The distinct sources of both sides' memberships.
[[nodiscard]] std::vector<std::string> sources_of(const std::vector<SharedOrganisation>& organisations);

}  // namespace attache::report
