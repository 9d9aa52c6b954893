#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "behaviour.hpp"

namespace misbehaving {
namespace {

attache_status failed(const Export& job, const std::string& why) {
  job.host->set_error(job.call, ATTACHE_ERR_IO, {why.data(), why.size()});
  return ATTACHE_ERR_IO;
}

attache_status well(const Export& job) { return job.write_main("well\n"); }

attache_status left_open(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  const attache_status status = job.open_main(&sink);
  return status == ATTACHE_OK ? write_text(sink, "half") : status;
}

attache_status no_file(const Export&) { return ATTACHE_OK; }

attache_status bad_name(const Export& job) {
  ATTACHE_NEW(attache_sink, sink);
  return job.host->open_artifact(job.call, {"../escape.txt", 13}, {"text/plain", 10}, &sink);
}

attache_status elsewhere(const Export& job) {
  std::ofstream("stray.txt") << "in the current folder";
  return job.write_main("well\n");
}

attache_status beside(const Export& job) {
  const auto* files = static_cast<const attache_file_sink*>(job.host->get_interface(job.host, ATTACHE_FILE_SINK_ID));
  attache_str path{};
  const attache_status status = files->open_file(job.call, job.request->output_name, {"text/plain", 10}, &path);
  if (status != ATTACHE_OK) return status;
  std::ofstream(path.data) << "well";
  std::ofstream(std::string(path.data) + ".lock") << "stray";
  return files->close_file(job.call, path);
}

/// Beside the file that the option names, as a cache would be.
attache_status makes_a_file(const Export& job) {
  const std::string path = job.file() + ".cache";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return failed(job, "cannot make " + path + ": " + std::strerror(errno));
  ::close(file);
  return job.write_main("well\n");
}

attache_status overwrites(const Export& job) {
  const int file = ::open(job.file().c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return failed(job, "cannot write " + job.file() + ": " + std::strerror(errno));
  ::close(file);
  return job.write_main("well\n");
}

attache_status removes(const Export& job) {
  if (::unlink(job.file().c_str()) != 0) return failed(job, "cannot remove " + job.file() + ": " + std::strerror(errno));
  return job.write_main("well\n");
}

attache_status truncates(const Export& job) {
  if (::truncate(job.file().c_str(), 0) != 0) return failed(job, "cannot shorten " + job.file() + ": " + std::strerror(errno));
  return job.write_main("well\n");
}

attache_status connects(const Export& job) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int done = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  const int error = errno;
  ::close(socket);
  if (done != 0) return failed(job, std::string("cannot connect: ") + std::strerror(error));
  return job.write_main("well\n");
}

/// What stays allowed: the folder for temporary files, moving from it, reading, the bin.
attache_status allowed(const Export& job) {
  const auto* files = static_cast<const attache_file_sink*>(job.host->get_interface(job.host, ATTACHE_FILE_SINK_ID));
  const std::string folder(files->temporary_folder(job.call).data);
  std::ofstream(folder + "/part") << "well\n";
  const char* temporary = std::getenv("TMPDIR");
  std::ofstream named(std::string(temporary == nullptr ? "" : temporary) + "/part");
  std::ofstream bin("/dev/null");
  std::ifstream zone("/proc/version");
  if (!named || !bin || !zone) return failed(job, "something is not allowed");
  attache_str path{};
  const attache_status status = files->open_file(job.call, job.request->output_name, {"text/plain", 10}, &path);
  if (status != ATTACHE_OK) return status;
  if (std::rename((folder + "/part").c_str(), path.data) != 0) return failed(job, std::string("cannot rename: ") + std::strerror(errno));
  return files->close_file(job.call, path);
}

attache_status two_files(const Export& job) {
  const attache_status first = job.write_main("first\n");
  if (first != ATTACHE_OK) return first;
  return job.write(std::string(job.request->output_stem.data, job.request->output_stem.size) + ".second.txt", "second\n");
}

/// The value of the option `file` and the name of the output, as the plugin sees them.
attache_status shows_names(const Export& job) {
  return job.write_main(job.file() + "\n" + std::string(job.request->output_name.data, job.request->output_name.size) + "\n");
}

constexpr Behaviour all[] = {
    {"well", well},           {"left-open", left_open},    {"no-file", no_file},           {"bad-name", bad_name},
    {"elsewhere", elsewhere}, {"beside", beside},          {"makes-a-file", makes_a_file}, {"overwrites", overwrites},
    {"removes", removes},     {"truncates", truncates},    {"connects", connects},         {"allowed", allowed},
    {"two-files", two_files}, {"shows-names", shows_names}};

}  // namespace

std::span<const Behaviour> of_files() { return all; }

}  // namespace misbehaving
