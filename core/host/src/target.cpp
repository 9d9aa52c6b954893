#include "host/src/target.hpp"
#include "host/src/plain_line.hpp"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace attache::host {
namespace {

namespace fs = std::filesystem;
constexpr int most_links = 40;  ///< as many as Linux follows

/// Fit for one line of a message.
std::string quoted(std::string text) {
  std::replace_if(text.begin(), text.end(), is_control, '?');
  return "'" + text + "'";
}

/// The kernel's rule for links in folders where everybody may put one (protected_symlinks), also where the kernel does not keep it.
Outcome<> check_owner(const fs::path& link, const struct stat& found) {
  struct stat folder {};
  const bool open_to_all =
      ::stat(link.parent_path().c_str(), &folder) == 0 && (folder.st_mode & S_ISVTX) != 0 && (folder.st_mode & S_IWOTH) != 0;
  if (!open_to_all || found.st_uid == ::geteuid() || found.st_uid == folder.st_uid) return {};
  return fail(Failure::permission,
              quoted(link.string()) + " is a link of another user (uid " + std::to_string(found.st_uid) +
                  ") in a folder where everybody may put one",
              "choose another name or folder for the output");
}

/// The file a path ends at, existing or not.
Outcome<fs::path> follow_links(const fs::path& start) {
  fs::path path = start;
  for (int links = 0; links <= most_links; ++links) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) {
      if (links == 0 || errno != ENOENT) return path;  // whoever writes there says what is wrong
      return fail(Failure::cannot_create, quoted(start.string()) + " is a link to " + quoted(path.string()) + ", which does not exist",
                  "remove the link, or give the name of the file it should lead to");
    }
    if (!S_ISLNK(found.st_mode)) return path;
    if (auto owned = check_owner(path, found); !owned) return fail(owned.error());
    std::error_code error;
    const fs::path next = fs::read_symlink(path, error);
    if (error) return path;
    path = path.parent_path() / next;
  }
  return fail(Failure::cannot_create, quoted(start.string()) + " is a link that leads back to itself", "remove the link");
}

fs::path true_folder(const Target& target) {
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(target.folder, error);
  return error ? fs::path(target.folder) : folder;
}

}  // namespace

Outcome<Target> target_of(const std::string& output) {
  Target target;
  if (output == "-") {
    target.to_stdout = true;
    return target;
  }
  if (std::any_of(output.begin(), output.end(), is_control))
    return fail(Failure::usage, "the file name " + quoted(output) + " has a control character in it", "choose a name without");
  std::error_code error;
  const auto followed = follow_links(fs::absolute(output, error));
  if (!followed) return fail(followed.error());
  target.folder = followed->parent_path().string();
  target.name = followed->filename().string();
  if (output.empty() || target.name.empty() || target.name == "." || target.name == "..")
    return fail(Failure::usage, quoted(output) + " is no file name", "give the file's name: FOLDER/NAME");
  if (target.name.size() > NAME_MAX) {
    return fail(Failure::cannot_create,
                "the file name " + quoted(target.name.substr(0, 40)) + "… has " + std::to_string(target.name.size()) +
                    " bytes, and a name has at most " + std::to_string(NAME_MAX),
                "choose a shorter name");
  }
  if (fs::is_directory(*followed, error)) return fail(Failure::cannot_create, quoted(output) + " is a folder", "give a file in it");
  return target;
}

bool is_same_place(const Target& a, const Target& b) {
  return !a.to_stdout && !b.to_stdout && a.name == b.name && true_folder(a) == true_folder(b);
}

}  // namespace attache::host
