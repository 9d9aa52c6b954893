#pragma once

#include <string>

#include "host/src/check/trial.hpp"

namespace attache::host::check {

/// Runs a trial of a plugin in this process. `folder` exists and is the trial's own.
[[nodiscard]] Observation perform(const Trial& trial, const std::string& plugin, const std::string& folder);

}  // namespace attache::host::check
