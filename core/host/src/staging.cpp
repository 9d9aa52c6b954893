#include "host/src/staging.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace attache::host {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view prefix = ".attache-";
constexpr std::string_view lock_name = "lock";
constexpr std::time_t young_s = 60;  ///< a lock file of another process that may not hold its lock yet

/// prefix and mkdtemp's six characters, a folder and no link, holding nothing but what Staging puts there, its lock among it: a user's
/// folder is not taken for one.
bool is_staging(const fs::path& folder) {
  const std::string name = folder.filename().string();
  std::error_code error;
  if (!name.starts_with(prefix) || name.size() != prefix.size() + 6 || !fs::is_directory(fs::symlink_status(folder, error))) return false;
  bool has_lock = false;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string inside = entry.path().filename().string();
    has_lock = has_lock || inside == lock_name;
    if (inside != lock_name && inside != "out" && inside != "cwd" && inside != "tmp" && inside != "trace.json") return false;
  }
  return !error && has_lock;
}

/// Removes staging folders whose process is gone: nobody holds their lock.
void remove_abandoned(const std::string& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!is_staging(entry.path())) continue;
    const int lock = ::open((entry.path() / lock_name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (lock < 0) continue;
    struct stat found {};
    const bool old = ::fstat(lock, &found) == 0 && S_ISREG(found.st_mode) && found.st_size == 0 && found.st_uid == ::geteuid() &&
                     std::time(nullptr) - found.st_mtime > young_s;
    std::error_code ignored;
    if (old && ::flock(lock, LOCK_EX | LOCK_NB) == 0) fs::remove_all(entry.path(), ignored);
    ::close(lock);
  }
}

}  // namespace

Outcome<Staging> Staging::create(const std::string& beside) {
  const auto refuse = [&](int error) {
    const bool absent = error == ENOENT;
    return fail(Failure::cannot_create,
                absent ? "there is no folder '" + beside + "'" : "cannot write into '" + beside + "': " + std::strerror(error),
                absent ? "create it: mkdir -p '" + beside + "'" : "choose another place for the output");
  };
  struct stat found {};
  if (::stat(beside.c_str(), &found) != 0) return refuse(errno);
  if (!S_ISDIR(found.st_mode)) return refuse(ENOTDIR);
  remove_abandoned(beside);
  std::string path = beside + (beside.ends_with('/') ? "" : "/") + std::string(prefix) + "XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) return refuse(errno);
  const int lock = ::open((path + "/" + std::string(lock_name)).c_str(), O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (lock >= 0) ::flock(lock, LOCK_EX | LOCK_NB);
  Staging staging(std::move(path), lock);
  if (::mkdir(staging.artifacts().c_str(), 0700) != 0 || ::mkdir(staging.nowhere().c_str(), 0700) != 0 ||
      ::mkdir(staging.temporary().c_str(), 0700) != 0)
    return refuse(errno);
  return staging;
}

Staging::Staging(Staging&& other) noexcept : path_(std::move(other.path_)), lock_(other.lock_) {
  other.path_.clear();
  other.lock_ = -1;
}

Staging::~Staging() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace attache::host
