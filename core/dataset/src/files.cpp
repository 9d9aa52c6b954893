#include "files.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <vector>

namespace attache::dataset {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

tl::unexpected<Problem> complain(Failure failure, const std::string& what, int reason) {
  Problem problem;
  problem.failure = failure;
  problem.what = what;
  problem.why = std::generic_category().message(reason);
  return fail(std::move(problem));
}

}  // namespace

Outcome<std::string> read_file(const std::string& path, const std::string& shown) {
  const File file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) {
    const int reason = errno;
    const Failure failure = reason == ENOENT || reason == ENOTDIR ? Failure::missing_input
                            : reason == EACCES                    ? Failure::permission
                                                                  : Failure::io;
    return complain(failure, "cannot open " + shown, reason);
  }
  std::string bytes;
  std::vector<char> buffer(std::size_t{1} << 16U);
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file.get())) bytes.append(buffer.data(), n);
  if (std::ferror(file.get()) != 0) return complain(Failure::io, "cannot read " + shown, errno);
  return bytes;
}

Outcome<> write_new_file(const std::string& path, const std::string& bytes) {
  File file(std::fopen(path.c_str(), "wbx"), &std::fclose);
  if (!file) return complain(Failure::cannot_create, "cannot create " + path, errno);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  const int reason = errno;
  if (std::fclose(file.release()) != 0 || !written) return complain(Failure::io, "cannot write " + path, reason);
  return {};
}

}  // namespace attache::dataset
