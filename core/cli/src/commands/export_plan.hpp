#pragma once

#include <string>

#include "host/host.hpp"
#include "invocation.hpp"

namespace attache::cli {

/// What `attache export` will do, everything decided that can be decided without making the document.
struct ExportPlan {
  host::ExportJob job;
  bool name_chosen_here = false;  ///< no -o was given, so the user must be told where the file is
};

[[nodiscard]] Outcome<ExportPlan> plan_export(const Invocation& call);

}  // namespace attache::cli
