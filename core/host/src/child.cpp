#include "host/src/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "host/src/plain_line.hpp"
#include "value/joined.hpp"

namespace attache::host {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kept_noise = 4096;
constexpr std::size_t longest_line = std::size_t{1} << 20;  ///< of a message; nothing that a worker has to say is longer

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_;
};

/// Above the numbers that the child's own descriptors get, so that arranging them overwrites none.
Descriptor out_of_the_way(int number) {
  Descriptor moved(::fcntl(number, F_DUPFD_CLOEXEC, 20));
  ::close(number);
  return moved;
}

struct Pipe {
  Descriptor read, write;
  bool make() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read = out_of_the_way(ends[0]);
    write = out_of_the_way(ends[1]);
    return read.open() && write.open();
  }
};

/// A memory file with the request in it, positioned at its start.
Descriptor request_file(const std::string& request) {
  Descriptor file(::memfd_create("attache-request", MFD_CLOEXEC));
  if (!file.open()) return file;
  for (std::string_view rest = request; !rest.empty();) {
    const ssize_t written = ::write(file.number(), rest.data(), rest.size());
    if (written <= 0) return Descriptor{};
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

/// 0 or the error.
int spawn(pid_t& child, int input, int noise, int messages) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, noise, 1);
  posix_spawn_file_actions_adddup2(&actions, noise, 2);
  posix_spawn_file_actions_adddup2(&actions, messages, 3);
  posix_spawn_file_actions_addclosefrom_np(&actions, 4);
  sigset_t all;
  sigset_t none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  std::string name = "attache";
  std::string command = "__worker";
  std::array<char*, 3> arguments{name.data(), command.data(), nullptr};
  const int error = ::posix_spawn(&child, "/proc/self/exe", &actions, &attributes, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

std::uint64_t bytes_in(const std::string& folder) {
  std::uint64_t sum = 0;
  std::error_code error;
  if (folder.empty()) return 0;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end; entry != end; entry.increment(error)) {
    if (error) break;
    std::error_code gone;
    const auto size = entry->file_size(gone);
    if (!gone) sum += size;
  }
  return sum;
}

/// Watches one keeper until it, its worker and all that descends from them are gone.
class Watch {
 public:
  Watch(const ChildTask& task, const std::function<void(WorkerMessage)>& on_message, pid_t child)
      : task_(task), on_message_(on_message), child_(child) {}

  ChildEnd run(Descriptor messages, Descriptor noise) {
    messages_ = std::move(messages);
    noise_ = std::move(noise);
    while (messages_.open() || noise_.open()) {
      std::array<pollfd, 2> polled{{{messages_.number(), POLLIN, 0}, {noise_.number(), POLLIN, 0}}};
      const int ready = ::poll(polled.data(), polled.size(), reaped_ ? 0 : 50);
      // The keeper is gone and what was said is in the pipes; who still holds them cannot be ended and is not waited for.
      if (reaped_ && (ready == 0 || Clock::now() > reaped_at_ + std::chrono::seconds(1))) break;
      if (polled[0].revents != 0) read_messages();
      if (polled[1].revents != 0) read_noise();
      reap(WNOHANG);
      if (reaped_) continue;
      judge_time();
      if (killed_ && Clock::now() > killed_at_ + std::chrono::seconds(3)) ::kill(child_, SIGKILL);  // its worker dies with it
    }
    reap(0);
    return std::move(end_);
  }

 private:
  /// The keeper ends the worker and all that descends from it.
  void stop(ChildEnd::Why why) {
    if (killed_) return;
    end_.why = why;
    killed_ = true;
    killed_at_ = Clock::now();
    ::kill(child_, SIGTERM);
  }

  void reap(int flags) {
    if (reaped_) return;
    pid_t done = 0;
    int status = 0;
    do done = ::waitpid(child_, &status, flags);
    while (done < 0 && errno == EINTR);
    if (done != child_) return;
    reaped_ = true;
    reaped_at_ = Clock::now();
    if (!ended_) end_.status = status;  // the keeper itself was ended
  }

  void judge_time() {
    const auto now = Clock::now();
    const auto since = [now](Clock::time_point then) { return std::chrono::duration<double>(now - then).count(); };
    if (interrupted_by() != 0) return stop(ChildEnd::Why::interrupted);
    if (task_.total_s > 0 && since(started_) > task_.total_s) return stop(ChildEnd::Why::overdue);
    if (task_.stall_s <= 0 || since(last_sign_) <= task_.stall_s) return;
    const std::uint64_t bytes = bytes_in(task_.watched_folder);
    if (bytes == last_bytes_) return stop(ChildEnd::Why::stalled);
    last_bytes_ = bytes;
    last_sign_ = now;
  }

  void read_messages() {
    const ssize_t got = ::read(messages_.number(), buffer_.data(), buffer_.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) return messages_.close();
    last_sign_ = Clock::now();
    take_lines({buffer_.data(), static_cast<std::size_t>(got)});
  }

  /// Each byte is looked at once; of a line that grows too long nothing is kept.
  void take_lines(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t stop = std::min(bytes.find('\n'), bytes.size());
      if (line_.size() + stop > longest_line) {
        line_ = {};
        dropping_ = true;
      }
      if (!dropping_) line_.append(bytes.substr(0, stop));
      if (stop == bytes.size()) return;
      bytes.remove_prefix(stop + 1);
      if (auto message = dropping_ ? std::nullopt : message_from(line_)) take(std::move(*message));
      line_.clear();
      dropping_ = false;
    }
  }

  void take(WorkerMessage message) {
    const auto* ended = std::get_if<Ended>(&message);
    if (ended == nullptr) return on_message_(std::move(message));
    ended_ = true;
    end_.status = ended->status;
    end_.left = ended->left;
    end_.left_names = ended->names;
  }

  void read_noise() {
    const ssize_t got = ::read(noise_.number(), buffer_.data(), buffer_.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) return noise_.close();
    const auto size = static_cast<std::size_t>(got);
    end_.noise_bytes += size;
    if (end_.noise.size() < kept_noise) end_.noise.append(buffer_.data(), std::min(size, kept_noise - end_.noise.size()));
  }

  const ChildTask& task_;
  const std::function<void(WorkerMessage)>& on_message_;
  const pid_t child_;
  Descriptor messages_, noise_;
  ChildEnd end_;
  bool killed_ = false;
  bool reaped_ = false;
  bool ended_ = false;     ///< the keeper said how
  std::string line_;       ///< the unfinished line
  bool dropping_ = false;  ///< the rest of a line that was too long
  std::uint64_t last_bytes_ = 0;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_sign_ = started_;
  Clock::time_point reaped_at_ = started_, killed_at_ = started_;
  std::array<char, 65536> buffer_{};
};

}  // namespace

bool ChildEnd::ended_normally() const { return why == Why::ended && WIFEXITED(status) && WEXITSTATUS(status) == 0; }

std::string ChildEnd::story() const {
  if (why == Why::not_started) return "cannot start a worker process: " + std::string(std::strerror(error));
  const auto named = [](int signal) { return std::string(strsignal(signal)) + " (signal " + std::to_string(signal) + ")"; };
  if (WIFSTOPPED(status)) return "stopped itself: " + named(WSTOPSIG(status));
  if (WIFSIGNALED(status)) {
    const bool from_outside = WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGTERM;
    return (from_outside ? "was killed: " : "crashed: ") + named(WTERMSIG(status)) +
           (WTERMSIG(status) == SIGKILL ? ", as the system does when memory runs out" : "");
  }
  if (WEXITSTATUS(status) == lost_its_messages) return "closed or replaced descriptor 3, which is the host's";
  return "ended the process itself (exit code " + std::to_string(WEXITSTATUS(status)) + ") without finishing";
}

std::string ChildEnd::noise_story() const {
  if (noise_bytes == 0) return {};
  constexpr int most_lines = 3;
  std::string quoted;
  std::string_view rest = noise;
  for (int line = 0; line < most_lines && !rest.empty(); ++line) {
    const std::size_t stop = std::min(rest.find('\n'), rest.size());
    if (stop == rest.size() && line > 0 && noise.size() < noise_bytes) break;  // cut off within the line
    quoted += (line == 0 ? "" : " / ") + plain_line(rest.substr(0, stop), 120);
    const std::string_view same = rest.substr(0, std::min(stop + 1, rest.size()));
    while (!same.empty() && rest.starts_with(same)) rest.remove_prefix(same.size());
  }
  return "wrote " + std::to_string(noise_bytes) + " bytes to standard output or error, which begin: " + quoted;
}

std::string ChildEnd::left_story() const {
  if (left == 0) return {};
  const bool more = left_names.size() < static_cast<std::size_t>(left);
  return "left " + std::to_string(left) + (left == 1 ? " process" : " processes") + " running (" + joined(left_names) + (more ? " …" : "") +
         ")";
}

ChildEnd run_child(const ChildTask& task, const std::function<void(WorkerMessage)>& on_message) {
  ChildEnd failed;
  failed.why = ChildEnd::Why::not_started;
  Pipe messages;
  Pipe noise;
  const Descriptor request = request_file(task.request);
  if (!request.open() || !messages.make() || !noise.make()) {
    failed.error = errno;
    return failed;
  }
  pid_t child = 0;
  failed.error = spawn(child, request.number(), noise.write.number(), messages.write.number());
  if (failed.error != 0) return failed;
  messages.write.close();
  noise.write.close();
  return Watch(task, on_message, child).run(std::move(messages.read), std::move(noise.read));
}

}  // namespace attache::host
