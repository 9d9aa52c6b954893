#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <set>

#include "host/src/staging.hpp"
#include "value/digest.hpp"

namespace attache::host {
namespace {

std::string folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

/// 0 or errno.
int flush(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return errno;
  const int error = ::fsync(file) == 0 || errno == EINVAL ? 0 : errno;  // some file systems cannot flush folders
  ::close(file);
  return error;
}

enum class Step { created, exchanged, replaced };

/// 0 or errno; says what was done.
int move_into_place(const std::string& from, const std::string& to, bool overwrite, Step& step) {
  step = Step::created;
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  const bool unsupported = errno == EINVAL || errno == ENOSYS;
  if (unsupported && ::link(from.c_str(), to.c_str()) == 0) return ::unlink(from.c_str()) == 0 ? 0 : errno;
  if (unsupported && errno != EEXIST) {  // folders shared with a virtual machine know no hard links: a look before the rename has to do
    struct stat found {};
    if (::lstat(to.c_str(), &found) == 0)
      errno = EEXIST;
    else if (errno == ENOENT)
      return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
  }
  if (errno != EEXIST || !overwrite) return errno;
  step = Step::exchanged;  // the old file waits in the staging folder until all are placed
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  step = Step::replaced;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

void take_back(const Placement& file, Step step) {
  if (step == Step::exchanged)
    (void)::renameat2(AT_FDCWD, file.staged.c_str(), AT_FDCWD, file.target.c_str(), RENAME_EXCHANGE);
  else if (step == Step::created)
    (void)::unlink(file.target.c_str());
}

tl::unexpected<Problem> exists_already(const std::string& target) {
  struct stat found {};
  if (::lstat(target.c_str(), &found) == 0 && S_ISLNK(found.st_mode)) {
    return fail(Failure::cannot_create, "'" + target + "' is a link, and what it leads to is missing or has other content",
                "give --overwrite to replace the link, or another name");
  }
  return fail(Failure::cannot_create, "'" + target + "' exists already and has other content",
              "give --overwrite to replace it, or another name");
}

/// Digests and sizes; marks those whose target has the same content.
Outcome<std::vector<Written>> inspect(const std::vector<Placement>& files, bool overwrite) {
  std::vector<Written> written;
  for (const Placement& file : files) {
    struct stat staged {};
    if (::lstat(file.staged.c_str(), &staged) != 0 || !S_ISREG(staged.st_mode)) {
      return fail(Failure::plugin, "the file for '" + file.target + "' is gone or no regular file", "tell the plugin's vendor");
    }
    auto digest = sha256_of_file(file.staged);
    if (!digest) return fail(digest.error());
    Written entry{file.target, *digest, file.media_type, static_cast<std::uint64_t>(staged.st_size), false};
    struct stat target {};
    if (::stat(file.target.c_str(), &target) == 0) {
      if (!S_ISREG(target.st_mode))
        return fail(Failure::cannot_create, "'" + file.target + "' is not a regular file", "write to standard output with -o -");
      if (target.st_size == staged.st_size) {
        const auto old = sha256_of_file(file.target);
        entry.unchanged = old.has_value() && *old == *digest;
      }
      if (!entry.unchanged && !overwrite) return exists_already(file.target);
      if (!entry.unchanged) (void)::chmod(file.staged.c_str(), target.st_mode & 0777);  // who could not read the old one cannot read this
    }
    written.push_back(std::move(entry));
  }
  return written;
}

}  // namespace

Outcome<std::vector<Written>> place(const std::vector<Placement>& files, bool overwrite) {
  auto written = inspect(files, overwrite);
  if (!written) return written;
  for (const Placement& file : files) {
    if (const int error = flush(file.staged, O_RDONLY); error != 0)
      return fail(Failure::io, "cannot write '" + file.target + "': " + std::strerror(error));
  }
  std::vector<std::pair<const Placement*, Step>> placed;
  std::set<std::string> folders;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if ((*written)[i].unchanged) continue;
    Step step{};
    const int error = move_into_place(files[i].staged, files[i].target, overwrite, step);
    if (error != 0) {
      for (auto done = placed.rbegin(); done != placed.rend(); ++done) take_back(*done->first, done->second);
      if (error == EEXIST) return exists_already(files[i].target);
      return fail(Failure::cannot_create, "cannot create '" + files[i].target + "': " + std::strerror(error));
    }
    placed.emplace_back(&files[i], step);
    folders.insert(folder_of(files[i].target));
  }
  for (const std::string& folder : folders) {
    if (const int error = flush(folder, O_RDONLY | O_DIRECTORY); error != 0)
      return fail(Failure::io, "cannot flush '" + folder + "': " + std::strerror(error));
  }
  return written;
}

}  // namespace attache::host
