#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace attache::host::check {

/// What a plugin must leave in this process as it found it, each part by the name that messages use.
struct ProcessState {
  std::map<std::string, std::string> parts;  ///< "the umask" → "22"

  [[nodiscard]] static ProcessState now();
  /// Names of the parts that are not as they were in `before`.
  [[nodiscard]] std::vector<std::string> changes_since(const ProcessState& before) const;
};

[[nodiscard]] int open_descriptors();
/// Threads of this process; waits a moment for those that were joined and are about to go.
[[nodiscard]] int running_threads(int expected);
[[nodiscard]] int child_processes();
/// The largest the process has been.
[[nodiscard]] std::uint64_t peak_memory_bytes();
/// By how much that has grown since it was `before`; 0 in a process whose peak is lower, as a forked one's may be.
[[nodiscard]] std::uint64_t memory_growth(std::uint64_t before);

}  // namespace attache::host::check
