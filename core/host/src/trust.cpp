#include "host/src/trust.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace attache::host {
namespace {

/// "" or what is wrong with a file or folder and how to put it right.
Outcome<> check(const std::string& path, const struct stat& found) {
  const bool sticky = S_ISDIR(found.st_mode) && (found.st_mode & S_ISVTX) != 0;
  if (found.st_uid != 0 && found.st_uid != ::geteuid()) {
    return fail(Failure::permission, path + " belongs to another user (uid " + std::to_string(found.st_uid) + ")",
                "sudo chown root '" + path + "', or install the plugin as yourself");
  }
  if ((found.st_mode & S_IWOTH) != 0 && !sticky)
    return fail(Failure::permission, path + " can be changed by everybody", "chmod o-w '" + path + "'");
  if ((found.st_mode & S_IWGRP) != 0 && found.st_gid != 0 && found.st_gid != ::getegid() && !sticky) {
    return fail(Failure::permission, path + " can be changed by group " + std::to_string(found.st_gid), "chmod g-w '" + path + "'");
  }
  return {};
}

}  // namespace

Outcome<std::string> trusted_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return fail(Failure::missing_input, path + " cannot be read: " + error.message());
  std::filesystem::path part;
  for (const auto& name : real) {
    part /= name;
    struct stat found {};
    if (::lstat(part.c_str(), &found) != 0) return fail(Failure::permission, part.string() + " cannot be read: " + std::strerror(errno));
    if (part == real && !S_ISREG(found.st_mode)) return fail(Failure::permission, part.string() + " is not a regular file");
    if (auto checked = check(part.string(), found); !checked) return fail(checked.error());
  }
  return real.string();
}

}  // namespace attache::host
