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
constexpr std::time_t young_s = 60;  ///< a folder of another process that may not have its lock yet

/// Removes staging folders whose process is gone: nobody holds their lock.
void remove_abandoned(const std::string& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    const int opened = ::open(entry.path().c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened < 0) continue;
    struct stat found {};
    const bool old = ::fstat(opened, &found) == 0 && found.st_uid == ::geteuid() && std::time(nullptr) - found.st_mtime > young_s;
    std::error_code ignored;
    if (old && ::flock(opened, LOCK_EX | LOCK_NB) == 0) fs::remove_all(entry.path(), ignored);
    ::close(opened);
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
  const int lock = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock >= 0) ::flock(lock, LOCK_EX | LOCK_NB);
  Staging staging(std::move(path), lock);
  if (::mkdir(staging.artifacts().c_str(), 0700) != 0 || ::mkdir(staging.nowhere().c_str(), 0700) != 0) return refuse(errno);
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
