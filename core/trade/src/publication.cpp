#include "trade/src/publication.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace attache::trade {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) { return std::generic_category().message(error); }

tl::unexpected<Problem> refused(const std::string& what, int error) {
  const Failure failure = error == EACCES || error == EPERM || error == EROFS ? Failure::permission : Failure::cannot_create;
  return fail(failure, what + ": " + reason(error), "see that its folder is there and can be written to");
}

/// A journal beside a published store belongs to another program and would be played into the new file.
Outcome<> check_no_journal(const std::string& target) {
  for (const char* suffix : {"-journal", "-wal", "-shm"}) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(target + suffix, ignored))) continue;
    return fail(Failure::data, "'" + target + suffix + "' lies beside the trade store: another program has written to it",
                "delete the store and that file, and import again");
  }
  return {};
}

/// Files called `name`.tmp.NUMBER and their journals; under the lock nobody can be writing them.
void remove_stale(const std::string& folder, const std::string& name) {
  std::error_code error;
  const std::string prefix = name + ".tmp.";
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string file = entry.path().filename().string();
    if (!file.starts_with(prefix)) continue;
    std::string rest = file.substr(prefix.size());
    if (rest.ends_with("-journal")) rest.resize(rest.size() - std::string_view("-journal").size());
    if (rest.empty() || !std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
    std::error_code ignored;
    fs::remove(entry.path(), ignored);
  }
}

Outcome<> make_durable(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return refused("cannot open '" + path + "'", errno);
  const int failed = ::fsync(descriptor) != 0 ? errno : 0;
  ::close(descriptor);
  if (failed != 0) return fail(Failure::io, "cannot make '" + path + "' durable: " + reason(failed), "check that disk and the room on it");
  return {};
}

}  // namespace

Outcome<Publication> Publication::begin(const std::string& path) {
  Publication out;
  std::error_code error;
  fs::path target = fs::absolute(path, error);
  if (!error) target = fs::weakly_canonical(target, error);
  if (error) return refused("cannot reach '" + path + "'", error.value());
  out.target_ = target.string();
  out.folder_ = target.parent_path().string();
  out.temporary_ = out.target_ + ".tmp." + std::to_string(::getpid());
  const std::string lock = out.target_ + ".lock";
  out.lock_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (out.lock_ < 0) return refused("cannot make '" + lock + "'", errno);
  if (::flock(out.lock_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fail(Failure::io, "cannot lock '" + lock + "': " + reason(errno), "import on a local disk");
    return fail(Failure::temporary, "another import into '" + path + "' is running", "try again when it has ended");
  }
  if (auto checked = check_no_journal(out.target_); !checked) return fail(checked.error());
  remove_stale(out.folder_, target.filename().string());
  return out;
}

Publication::Publication(Publication&& other) noexcept
    : target_(std::move(other.target_)), temporary_(std::move(other.temporary_)), folder_(std::move(other.folder_)), lock_(other.lock_) {
  other.lock_ = -1;
  other.temporary_.clear();
}

Publication::~Publication() {
  if (!temporary_.empty() && lock_ >= 0) {
    ::unlink(temporary_.c_str());
    ::unlink((temporary_ + "-journal").c_str());
  }
  if (lock_ >= 0) ::close(lock_);  // the lock goes with it; its file stays, so that nobody locks one that is gone
}

Outcome<> Publication::copy_former() const {
  std::error_code error;
  fs::copy_file(target_, temporary_, error);
  if (error) return fail(Failure::io, "cannot copy '" + target_ + "': " + error.message(), "check that disk and the room on it");
  return {};
}

Outcome<> Publication::publish() {
  if (auto durable = make_durable(temporary_, O_RDONLY); !durable) return durable;
  if (auto checked = check_no_journal(target_); !checked) return checked;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return refused("cannot put '" + target_ + "' in its place", errno);
  temporary_.clear();
  return make_durable(folder_, O_RDONLY | O_DIRECTORY);
}

}  // namespace attache::trade
