#pragma once

#include <string>

#include "host/host.hpp"

namespace attache::host {

/// Where an output goes: an existing or missing folder and a name in it, the symbolic links of the name followed.
struct Target {
  std::string folder, name;
  bool to_stdout = false;
  [[nodiscard]] std::string path() const { return folder + (folder.ends_with('/') ? "" : "/") + name; }
};

/// The target of -o or --trace; "-" is standard output. Failure::usage for what is no name of a file, ::cannot_create for a name too
/// long, a folder, a link that leads nowhere or in a circle, ::permission for a link that another user put into a folder open to all.
[[nodiscard]] Outcome<Target> target_of(const std::string& output);

/// Are the two one place, whatever the ways to their folders are?
[[nodiscard]] bool is_same_place(const Target& a, const Target& b);

}  // namespace attache::host
