#pragma once

#include <string>
#include <vector>

#include "host/host.hpp"

namespace attache::host {

/// A private dot-folder beside the target; gone, with everything in it, when this is. One that a killed process left behind is
/// removed by the next export into the same folder; it is known by its name, its contents and the lock file in it.
class Staging {
 public:
  /// Failure::cannot_create says why not.
  [[nodiscard]] static Outcome<Staging> create(const std::string& beside);
  ~Staging();
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Where the plugin's artifacts go.
  [[nodiscard]] std::string artifacts() const { return path_ + "/out"; }
  /// The worker's current folder: nothing belongs there.
  [[nodiscard]] std::string nowhere() const { return path_ + "/cwd"; }
  /// For libraries that look for a folder for temporary files.
  [[nodiscard]] std::string temporary() const { return path_ + "/tmp"; }
  [[nodiscard]] std::string trace() const { return path_ + "/trace.json"; }

 private:
  Staging(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  std::string path_;
  int lock_;  ///< the lock file in the folder, locked as long as this lives
};

/// A finished file and where it goes.
struct Placement {
  std::string staged, target, media_type;
};

/// Puts all files in their places or none: hashes and flushes them, refuses existing files with other content unless `overwrite`,
/// renames, and takes everything back when one cannot be placed. The staged files lie on the file system of their targets.
[[nodiscard]] Outcome<std::vector<Written>> place(const std::vector<Placement>& files, bool overwrite);

}  // namespace attache::host
