#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "host/src/child.hpp"
#include "host/src/elf_file.hpp"
#include "host/src/worker.hpp"
#include "value/regular_file.hpp"

namespace attache::host {
namespace {

namespace fs = std::filesystem;
constexpr double describe_limit_s = 20;  ///< where somebody asked for this one plugin

/// Writes beside the file and renames over it, so that a reader sees the old file or the new one.
Outcome<> replace_file(const std::string& path, const std::string& content) {
  const std::string beside = path + ".packing";
  const auto refuse = [&] {
    const int error = errno;
    ::unlink(beside.c_str());
    return fail(Failure::cannot_create, "cannot write '" + path + "': " + std::strerror(error));
  };
  struct stat found {};
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();
  if (!file || ::stat(path.c_str(), &found) != 0 || ::chmod(beside.c_str(), found.st_mode & 07777) != 0) return refuse();
  if (::rename(beside.c_str(), path.c_str()) != 0) return refuse();
  return {};
}

}  // namespace

Outcome<PluginInfo> describe_in_worker(const std::string& path, double limit_s) {
  WorkerRequest request;
  request.plugin = path;
  request.parent = static_cast<int>(::getpid());
  Outcome<PluginInfo> answer = fail(Failure::plugin, "it gave no description");
  bool answered = false;
  const ChildEnd end = run_child({request_text(request), 0, limit_s, {}}, [&](WorkerMessage message) {
    answered = true;
    if (const auto* described = std::get_if<Described>(&message))
      answer = manifest_from(described->manifest);
    else if (const auto* problem = std::get_if<Problem>(&message))
      answer = fail(*problem);
  });
  if (end.ended_normally() && answered) return answer;
  const std::string why =
      end.why == ChildEnd::Why::overdue ? "took more than " + std::to_string(static_cast<int>(limit_s)) + " s" : end.story();
  return fail(Failure::plugin, "when it was loaded to be described, it " + why, "tell the plugin's vendor");
}

Outcome<> pack(const std::string& file) {
  std::error_code error;
  const std::string path = fs::canonical(file, error).string();
  if (error) return fail(Failure::missing_input, "'" + file + "' cannot be read: " + error.message());
  const std::string bytes = read_regular_file(path).value_or(std::string());
  const auto facts = read_elf(bytes);
  if (!facts) return fail(facts.error().failure, "'" + file + "': " + facts.error().what, facts.error().next);
  const auto plugin = describe_in_worker(path, describe_limit_s);
  if (!plugin) return fail(plugin.error().failure, "'" + file + "': " + plugin.error().what, plugin.error().next);
  const std::string manifest = manifest_text(*plugin);
  if (manifest == facts->manifest) return {};
  const auto packed = with_section(bytes, manifest_section, manifest);
  if (!packed) return fail(packed.error());
  return replace_file(path, *packed);
}

Outcome<> try_worker(const PluginInfo& plugin) {
  if (auto described = describe_in_worker(plugin.path, describe_limit_s); !described) return fail(described.error());
  return {};
}

}  // namespace attache::host
