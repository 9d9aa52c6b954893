#pragma once

#include <string>

#include "value/outcome.hpp"

namespace attache::trade {

/// The one way a store file changes: locked, written beside it, renamed over it.
class Publication {
 public:
  /// Takes the lock `path`.lock without waiting, refuses a store with a journal beside it, and removes what dead imports left.
  [[nodiscard]] static Outcome<Publication> begin(const std::string& path);
  Publication(Publication&& other) noexcept;
  Publication& operator=(Publication&&) = delete;
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;
  /// Removes the temporary file, unless it was published, and lets go of the lock.
  ~Publication();

  [[nodiscard]] const std::string& target() const { return target_; }        ///< links resolved
  [[nodiscard]] const std::string& temporary() const { return temporary_; }  ///< not there yet
  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] Outcome<> copy_former() const;
  /// Makes the temporary file durable and puts it in the target's place.
  [[nodiscard]] Outcome<> publish();

 private:
  Publication() = default;
  std::string target_, temporary_, folder_;
  int lock_ = -1;
};

}  // namespace attache::trade
