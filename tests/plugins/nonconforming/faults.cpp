#include "faults.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace nonconforming {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string half() {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", 0.5);
  return text.data();
}

std::string local_hour() {
  const std::time_t noon = 1444824000;
  std::tm parts{};
  ::localtime_r(&noon, &parts);
  return std::to_string(parts.tm_hour);
}

std::string own_umask() {
  const mode_t mask = ::umask(022);
  ::umask(mask);
  return std::to_string(mask);
}

std::string current_folder() {
  std::array<char, 4096> path{};
  return ::getcwd(path.data(), path.size()) == nullptr ? "" : path.data();
}

std::string next_number() {
  static std::atomic<int> number = 0;
  return std::to_string(++number);
}

/// What reaches the file though it does not come from the document; "" for other faults.
std::string foreign_text(const Export& job) {
  if (job.is("shows-process")) return std::to_string(::getpid());
  if (job.is("shows-clock")) return std::to_string(std::time(nullptr));
  if (job.is("counts-exports")) return next_number();
  if (job.is("shows-zone")) return local_hour();
  if (job.is("shows-locale")) return half();
  if (job.is("shows-user")) return environment("USER") + environment("LANG");
  if (job.is("shows-umask")) return own_umask();
  if (job.is("shows-folder")) return current_folder();
  return {};
}

void second_file(Export& job) {
  const std::string name = std::string(job.request->output_stem.data, job.request->output_stem.size) + ".second.txt";
  ATTACHE_NEW(attache_sink, second);
  if (job.host->open_artifact(job.call, {name.data(), name.size()}, {"text/plain", 10}, &second) != ATTACHE_OK) return;
  (void)second.write(second.self, "second", 6);
  (void)job.host->close_artifact(job.call, &second);
}

void spoil_process(Export& job) {
  if (job.is("prints")) std::puts("debug");
  if (job.is("writes-elsewhere")) std::ofstream("stray.txt") << "stray";
  if (const char* path = std::getenv("ATTACHE_TEST_STRAY"); path != nullptr && job.is("writes-afar")) std::ofstream(path) << "stray";
  if (job.is("leaks-descriptors")) (void)::open("/dev/null", O_RDONLY);
  if (job.is("leaves-threads")) std::thread([] { std::this_thread::sleep_for(std::chrono::minutes(1)); }).detach();
  if (job.is("calls-from-elsewhere")) std::thread([&job] { (void)job.host->progress(job.call, 0.5, {"", 0}); }).join();
  if (job.is("changes-locale")) std::setlocale(LC_ALL, "C.UTF-8");
  if (job.is("changes-signals")) ::signal(SIGUSR1, SIG_IGN);
  if (job.is("changes-folder")) (void)!::chdir("/");
  if (job.is("ends-the-process")) ::_exit(0);
  if (job.is("leaves-children") && ::fork() == 0) {
    ::sleep(60);
    ::_exit(0);
  }
}

}  // namespace

void Export::fail(attache_status why, std::string_view text) {
  if (status == ATTACHE_OK) status = why;
  if (!text.empty()) host->set_error(call, why, {text.data(), text.size()});
}

void Export::open() {
  const std::string stem(request->output_stem.data, request->output_stem.size);
  const std::string own = stem + ".fixed";
  const attache_str wanted = is("own-file-names") ? attache_str{own.data(), own.size()} : request->output_name;
  const attache_status opened = host->open_artifact(call, wanted, {"text/plain", 10}, &sink);
  if (opened != ATTACHE_OK) fail(opened);
}

void Export::write(const std::string& text) {
  if (status != ATTACHE_OK || sink.write == nullptr) return;
  const attache_status written = sink.write(sink.self, text.data(), text.size());
  if (written != ATTACHE_OK) fail(written);
}

void Export::close() {
  if (is("leaves-open")) return;
  if (sink.write == nullptr) return;
  const attache_status closed = host->close_artifact(call, &sink);
  if (closed != ATTACHE_OK) fail(closed);
}

void before(Export& job) {
  if (job.is("always-refuses")) job.fail(ATTACHE_ERR_DATA, "nothing pleases it");
  if (job.is("says-nothing")) job.fail(ATTACHE_ERR_DATA);
  if (job.is("throws")) throw std::runtime_error("out of the plugin");
  if (job.is("reads-too-far") && reinterpret_cast<const volatile char*>(job.host)[job.host->struct_size + 8] == 1)
    job.fail(ATTACHE_ERR_DATA, "a one");
  if (job.is("knows-one-host") && job.host->struct_size != sizeof(attache_host))
    job.fail(ATTACHE_ERR_HOST_TOO_OLD, "this is not the host it was built for");
  if (job.is("needs-interfaces")) {
    const auto* files = static_cast<const attache_file_sink*>(job.host->get_interface(job.host, ATTACHE_FILE_SINK_ID));
    (void)files->temporary_folder(job.call);
  }
  if (job.is("needs-its-cache") && !std::ofstream(environment("HOME") + "/cache").is_open())
    job.fail(ATTACHE_ERR_IO, "its cache cannot be written");
  spoil_process(job);
}

void after(Export& job) {
  if (const std::string text = foreign_text(job); !text.empty()) job.write(text + "\n");
  if (job.is("two-files")) second_file(job);
}

}  // namespace nonconforming
