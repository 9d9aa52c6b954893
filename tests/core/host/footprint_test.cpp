#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <clocale>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "host/src/footprint.hpp"

using attache::host::Footprint;

TEST_CASE("a process that is as it was shows no change, whatever happened in between") {
  const Footprint before = Footprint::take();
  const mode_t mask = ::umask(0);
  ::umask(mask);
  std::thread([] {}).join();
  CHECK(before.change().empty());
}

TEST_CASE("each thing that is not as it was is named") {
  const Footprint before = Footprint::take();
  const mode_t mask = ::umask(0111);
  CHECK(before.change().find(" to 111") != std::string::npos);
  ::umask(mask);

  const auto handler = std::signal(SIGUSR2, SIG_IGN);
  CHECK(before.change().find("changed what happens at signal " + std::to_string(SIGUSR2)) == 0);
  std::signal(SIGUSR2, handler);

  const auto folder = std::filesystem::current_path();
  std::filesystem::current_path("/");
  CHECK(before.change() == "changed the current folder");
  std::filesystem::current_path(folder);

  const std::string locale = std::setlocale(LC_ALL, nullptr);
  if (std::setlocale(LC_NUMERIC, "C.UTF-8") != nullptr) CHECK(before.change().find("changed the locale from C to ") == 0);
  std::setlocale(LC_ALL, locale.c_str());

  const int input = ::dup(0);
  ::close(0);
  CHECK(before.change() == "closed or replaced descriptor 0, which is the host's");
  ::dup2(input, 0);
  ::close(input);
  CHECK(before.change().empty());
}

TEST_CASE("threads that still run are counted, and those about to end are waited for") {
  const Footprint before = Footprint::take();
  const auto done = std::make_shared<std::atomic<bool>>(false);
  std::thread([done] {
    while (!*done) std::this_thread::yield();
  }).detach();
  CHECK(before.change() == "left 1 thread running");
  *done = true;
  CHECK(before.change().empty());
}
