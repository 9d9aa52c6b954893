#include "files.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

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

Outcome<> write_new_file(const std::string& path, const std::string& bytes) {
  File file(std::fopen(path.c_str(), "wbx"), &std::fclose);
  if (!file) return complain(Failure::cannot_create, "cannot create " + path, errno);
  int reason = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() ? 0 : errno;
  if (std::fclose(file.release()) != 0 && reason == 0) reason = errno;  // what is small is written only now
  if (reason == 0) return {};
  (void)std::remove(path.c_str());
  return complain(Failure::io, "cannot write " + path, reason);
}

}  // namespace attache::dataset
