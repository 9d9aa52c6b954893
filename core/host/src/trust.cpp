#include "host/src/trust.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace attache::host {
namespace {

/// What is wrong with a file or folder and how to put it right; `who` is how a sentence about it begins.
Outcome<> check(const std::string& who, const std::string& path, const struct stat& found) {
  const bool sticky = S_ISDIR(found.st_mode) && (found.st_mode & S_ISVTX) != 0;
  if (found.st_uid != 0 && found.st_uid != ::geteuid()) {
    return fail(Failure::permission, who + " belongs to another user (uid " + std::to_string(found.st_uid) + ")",
                "sudo chown root '" + path + "', or install the plugin as yourself");
  }
  if ((found.st_mode & S_IWOTH) != 0 && !sticky)
    return fail(Failure::permission, who + " can be changed by everybody", "chmod o-w '" + path + "'");
  if ((found.st_mode & S_IWGRP) != 0 && found.st_gid != 0 && found.st_gid != ::getegid() && !sticky) {
    return fail(Failure::permission, who + " can be changed by group " + std::to_string(found.st_gid), "chmod g-w '" + path + "'");
  }
  return {};
}

std::string kind_of(mode_t mode) {
  if (S_ISREG(mode)) return "a file";
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a named pipe";
  return S_ISSOCK(mode) ? "a socket" : "a device";
}

Outcome<std::string> trusted(const std::string& path, bool is_folder) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) return fail(Failure::missing_input, "it cannot be read: " + error.message());
  std::filesystem::path part;
  for (const auto& name : real) {
    part /= name;
    struct stat found {};
    const std::string who = part == real ? "it" : "its folder " + part.string();
    if (::lstat(part.c_str(), &found) != 0) return fail(Failure::permission, who + " cannot be read: " + std::strerror(errno));
    if (part == real && (is_folder ? !S_ISDIR(found.st_mode) : !S_ISREG(found.st_mode)))
      return fail(Failure::permission, "it is " + kind_of(found.st_mode) + (is_folder ? ", no folder" : ", no regular file"),
                  is_folder ? "name a folder" : "remove it, or give it another name");
    if (auto checked = check(who, part.string(), found); !checked) return fail(checked.error());
  }
  return real.string();
}

}  // namespace

Outcome<std::string> trusted_path(const std::string& path) { return trusted(path, false); }
Outcome<std::string> trusted_folder(const std::string& path) { return trusted(path, true); }

}  // namespace attache::host
