#include "value/regular_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace attache {
namespace {

tl::unexpected<Problem> refuse(Failure failure, std::string what, std::string why, std::string next) {
  Problem problem;
  problem.failure = failure;
  problem.what = std::move(what);
  problem.why = std::move(why);
  problem.next = std::move(next);
  return fail(std::move(problem));
}

tl::unexpected<Problem> refuse_system(const std::string& verb, const std::string& path, int error) {
  const std::string what = "cannot " + verb + " " + path, why = std::generic_category().message(error);
  if (error == ENOENT || error == ENOTDIR) return refuse(Failure::missing_input, what, why, "check the path");
  if (error == EACCES || error == EPERM) {
    return refuse(Failure::permission, what, why, "make it readable: chmod u+r '" + path + "', and its folders with chmod u+x");
  }
  return refuse(Failure::io, what, why, "see that it can be read: cat '" + path + "'");
}

tl::unexpected<Problem> refuse_kind(const std::string& path, bool is_folder) {
  return refuse(Failure::data, "cannot read " + path, is_folder ? "it is a folder" : "it is a pipe, a device or a socket",
                "put a regular file there");
}

}  // namespace

Outcome<OpenFile> open_regular_file(const std::string& path) {
  // Without O_NONBLOCK the opening of a pipe waits for who writes into it.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return errno == ENXIO ? refuse_kind(path, false) : refuse_system("open", path, errno);
  struct stat status {};
  const bool known = ::fstat(descriptor, &status) == 0;
  if (!known || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return refuse_kind(path, known && S_ISDIR(status.st_mode));
  }
  OpenFile file(::fdopen(descriptor, "rb"));
  if (file) return file;
  const int error = errno;
  ::close(descriptor);
  return refuse_system("open", path, error);
}

Outcome<std::string> read_regular_file(const std::string& path) {
  auto file = open_regular_file(path);
  if (!file) return fail(std::move(file.error()));
  std::string bytes;
  struct stat status {};
  if (::fstat(::fileno(file->get()), &status) == 0) bytes.reserve(static_cast<std::size_t>(status.st_size));  // grows no more
  std::array<char, 65536> buffer{};
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file->get())) bytes.append(buffer.data(), n);
  if (std::ferror(file->get()) != 0) return refuse_system("read", path, errno);
  return bytes;
}

}  // namespace attache
