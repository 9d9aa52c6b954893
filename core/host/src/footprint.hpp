#pragma once

#include <string>

#include <sys/types.h>

#include <array>
#include <csignal>
#include <cstddef>

namespace attache::host {

/// What a plugin must leave as it found it. Taken before it is loaded and looked at again when it has returned.
class Footprint {
 public:
  [[nodiscard]] static Footprint take();
  /// The first thing that is not as it was: "changed the umask from 022 to 077", "left 3 threads running"; "" = all is as it was. Waits
  /// a moment for threads that are about to end.
  [[nodiscard]] std::string change() const;

 private:
  struct File {
    dev_t device = 0;
    ino_t number = 0;
    bool operator==(const File&) const = default;
  };
  using Handler = void (*)(int);

  [[nodiscard]] static File file_of(int descriptor);

  std::array<File, 4> descriptors_{};  ///< standard ones, and the worker's messages on 3
  File folder_;
  mode_t umask_ = 0;
  std::array<Handler, NSIG> handlers_{};
  std::string locale_;
  std::size_t threads_ = 0;
};

}  // namespace attache::host
