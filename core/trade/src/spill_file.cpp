#include "trade/src/spill_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace attache::trade {

namespace {

std::string reason() { return std::generic_category().message(errno); }

}  // namespace

Outcome<std::unique_ptr<SpillFile>> SpillFile::create(const std::string& folder) {
  int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) {  // not every file system knows files without a name
    std::string name = folder + "/.attache-sort-XXXXXX";
    descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor >= 0) ::unlink(name.c_str());
  }
  if (descriptor < 0)
    return fail(Failure::cannot_create, "no temporary file in '" + folder + "': " + reason(), "see that it can be written to");
  return std::unique_ptr<SpillFile>(new SpillFile(descriptor, folder));
}

SpillFile::~SpillFile() { ::close(descriptor_); }

Outcome<> SpillFile::append(const void* bytes, std::size_t count) {
  const char* at = static_cast<const char*>(bytes);
  while (count > 0) {
    const ssize_t n = ::pwrite(descriptor_, at, count, static_cast<off_t>(size_));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return fail(Failure::io, "cannot write temporary data into '" + folder_ + "': " + reason(), "make room on that disk");
    at += n;
    count -= static_cast<std::size_t>(n);
    size_ += static_cast<std::uint64_t>(n);
  }
  return {};
}

Outcome<> SpillFile::read_at(std::uint64_t at, void* bytes, std::size_t count) const {
  char* to = static_cast<char*>(bytes);
  while (count > 0) {
    const ssize_t n = ::pread(descriptor_, to, count, static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return fail(Failure::io, "cannot read temporary data back from '" + folder_ + "': " + reason(), "check that disk");
    to += n;
    at += static_cast<std::uint64_t>(n);
    count -= static_cast<std::size_t>(n);
  }
  return {};
}

}  // namespace attache::trade
