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
struct SharedOrganisations {
  std::vector<SharedOrganisation> all;
  bool open = false;  ///< there may be more: undated memberships whose sources are of a later day were left out
};
[[nodiscard]] SharedOrganisations shared_organisations(const Context& context);
/// "Both are members of CIS and EAEU.", with the sources of both sides' memberships; says so where the list is open.
[[nodiscard]] Inline memberships_sentence(Context& context, const SharedOrganisations& shared, const std::vector<std::string>& names);

}  // namespace attache::report
