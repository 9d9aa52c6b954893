#pragma once
/// What `attache doctor` looks at. Each function is one section; none of them prints, changes anything, or stops at the first fault.

#include <string>
#include <vector>

#include "host/host.hpp"
#include "invocation.hpp"

namespace attache::cli {

struct Finding {
  enum class State { fine, note, wrong };
  State state = State::fine;
  std::string name;    ///< what was looked at
  std::string detail;  ///< what was seen
  std::string next{};  ///< what to do when it is not fine
};
struct Section {
  std::string name;
  std::vector<Finding> findings;
};

[[nodiscard]] std::string_view name_of(Finding::State state);

/// Version, place of the program, shared libraries it runs with.
[[nodiscard]] Section diagnose_program();
/// Every setting with its value and where it came from; what is wrong in the files.
[[nodiscard]] Section diagnose_configuration(const Invocation& call);
/// Folders, plugins, files that are not used and why; whether a worker starts.
[[nodiscard]] Section diagnose_plugins(const host::Discovery& discovery);
/// Fonts of the theme, and whether they are the files it was made with.
[[nodiscard]] Section diagnose_fonts(const std::string& theme);
/// Languages with their catalogues, and names of former countries and subdivisions from iso-codes.
[[nodiscard]] Section diagnose_languages();
/// The folder for temporary files: writable, and how much is free.
[[nodiscard]] Section diagnose_temporary_folder();

}  // namespace attache::cli
