#pragma once

#include <string>

#include "host/src/check/trial.hpp"

namespace attache::host::check {

/// The folders of one trial; all exist, all but `artifacts` must stay empty.
struct TrialFolders {
  std::string artifacts, current, home, temporary;

  /// Below one folder, made where they are missing.
  [[nodiscard]] static TrialFolders in(const std::string& folder);
};

/// Puts this process into the surroundings of a trial; the destructor puts it back, as far as a debugger cares.
class Surroundings {
 public:
  Surroundings(const Trial& trial, const TrialFolders& folders);
  ~Surroundings();
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

  /// Why they could not be made; "" when they could.
  [[nodiscard]] const std::string& missing() const { return missing_; }

 private:
  void set(const char* name, const std::string& value);
  void use_comma_locale(const std::string& folder);

  std::vector<std::pair<std::string, std::string>> saved_;  ///< "\1" = was not set
  std::string folder_, locale_, missing_;
  unsigned mask_;
  std::uint64_t file_limit_;
};

}  // namespace attache::host::check
