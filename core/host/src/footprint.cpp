#include "host/src/footprint.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <thread>

namespace attache::host {
namespace {

/// 0 where /proc is not mounted.
std::size_t threads_now() {
  std::error_code error;
  const std::filesystem::directory_iterator tasks("/proc/self/task", error);
  return error ? 0 : static_cast<std::size_t>(std::distance(begin(tasks), std::filesystem::directory_iterator{}));
}

mode_t umask_now() {
  const mode_t now = ::umask(0);
  ::umask(now);
  return now;
}

std::string octal(mode_t mode) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%03o", static_cast<unsigned>(mode));
  return text.data();
}

}  // namespace

Footprint::File Footprint::file_of(int descriptor) {
  struct stat found {};
  if (::fstat(descriptor, &found) != 0) return {};
  return {found.st_dev, found.st_ino};
}

Footprint Footprint::take() {
  Footprint now;
  for (std::size_t i = 0; i < now.descriptors_.size(); ++i) now.descriptors_[i] = file_of(static_cast<int>(i));
  struct stat folder {};
  if (::stat(".", &folder) == 0) now.folder_ = {folder.st_dev, folder.st_ino};
  now.umask_ = umask_now();
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) == 0) now.handlers_[static_cast<std::size_t>(signal)] = action.sa_handler;
  }
  now.locale_ = std::setlocale(LC_ALL, nullptr);
  now.threads_ = threads_now();
  return now;
}

std::string Footprint::change() const {
  Footprint now = take();
  for (std::size_t i = 0; i < descriptors_.size(); ++i) {
    if (!(now.descriptors_[i] == descriptors_[i])) return "closed or replaced descriptor " + std::to_string(i) + ", which is the host's";
  }
  if (!(now.folder_ == folder_)) return "changed the current folder";
  if (now.umask_ != umask_) return "changed the umask from " + octal(umask_) + " to " + octal(now.umask_);
  for (std::size_t i = 1; i < handlers_.size(); ++i) {
    if (now.handlers_[i] != handlers_[i])
      return "changed what happens at signal " + std::to_string(i) + " (" + ::strsignal(static_cast<int>(i)) + ")";
  }
  if (now.locale_ != locale_) return "changed the locale from " + locale_ + " to " + now.locale_;
  for (int wait = 0; now.threads_ > threads_ && wait < 50; ++wait) {
    std::this_thread::sleep_for(std::chrono::milliseconds(4));
    now.threads_ = threads_now();
  }
  if (now.threads_ <= threads_) return {};
  const std::size_t left = now.threads_ - threads_;
  return "left " + std::to_string(left) + (left == 1 ? " thread" : " threads") + " running";
}

}  // namespace attache::host
