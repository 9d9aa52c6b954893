#include "host/src/fence.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "host/host.hpp"

namespace attache::host {
namespace {

/// struct landlock_ruleset_attr as version 6 has it; headers of older systems end earlier.
struct Ruleset {
  std::uint64_t files = 0, network = 0, scopes = 0;
};

// linux/landlock.h of Debian 12 knows version 2 only.
constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                  LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
                                  LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_SYM;
constexpr std::uint64_t making_devices = LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_BLOCK;
constexpr std::uint64_t moving = std::uint64_t{1} << 13;          ///< between folders; version 2
constexpr std::uint64_t truncating = std::uint64_t{1} << 14;      ///< version 3
constexpr std::uint64_t tcp = 0b11;                               ///< bind and connect; version 4
constexpr std::uint64_t device_control = std::uint64_t{1} << 15;  ///< version 5
constexpr std::uint64_t sockets_and_signals = 0b11;               ///< abstract UNIX sockets, signals; version 6

Ruleset ruleset_of(int version) {
  Ruleset rules;
  rules.files = writing | making_devices;
  if (version >= 2) rules.files |= moving;
  if (version >= 3) rules.files |= truncating;
  if (version >= 4) rules.network = tcp;
  if (version >= 5) rules.files |= device_control;
  if (version >= 6) rules.scopes = sockets_and_signals;
  return rules;
}

std::size_t size_of_ruleset(int version) {
  if (version < 4) return sizeof(std::uint64_t);
  return version < 6 ? 2 * sizeof(std::uint64_t) : sizeof(Ruleset);
}

/// The version, or −1 with errno.
int ask_version() {
  return static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, std::size_t{0}, LANDLOCK_CREATE_RULESET_VERSION));
}

bool allow(int ruleset, const std::string& path, std::uint64_t access) {
  landlock_path_beneath_attr rule{};
  rule.allowed_access = access;
  rule.parent_fd = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0) return false;
  const bool added = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U) == 0;
  ::close(rule.parent_fd);
  return added;
}

/// Only what can be said of a file, not of a folder.
constexpr std::uint64_t of_a_file = LANDLOCK_ACCESS_FS_WRITE_FILE | truncating | device_control;

}  // namespace

WriteFence write_fence() {
  const int version = ask_version();
  if (version > 0) return {version, {}};
  return {0, errno == EOPNOTSUPP ? "it is switched off when the system starts"
             : errno == ENOSYS   ? "the kernel has none"
                                 : std::strerror(errno)};
}

int fence_in(const std::vector<std::string>& writable) {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  const int version = ask_version();
  if (version <= 0) return 0;
  const Ruleset rules = ruleset_of(version);
  const int ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size_of_ruleset(version), 0U));
  if (ruleset < 0) return 0;
  bool good = true;
  for (const std::string& folder : writable) good = good && allow(ruleset, folder, rules.files & ~making_devices);
  (void)allow(ruleset, "/dev/null", rules.files & of_a_file);
  good = good && ::syscall(SYS_landlock_restrict_self, ruleset, 0U) == 0;
  ::close(ruleset);
  return good ? version : 0;
}

}  // namespace attache::host
