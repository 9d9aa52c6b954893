#include "host/src/check/subject.hpp"

#include <filesystem>

#include "host/export_call.hpp"
#include "host/src/trust.hpp"
#include "host/src/wire.hpp"
#include "host/src/worker.hpp"
#include "value/regular_file.hpp"

namespace attache::host::check {
namespace {

Outcome<PluginInfo> describe_here(const std::string& path) {
  const auto plugin = load_plugin(path);
  if (!plugin) return fail(plugin.error());
  return describe(*plugin);
}

}  // namespace

Outcome<Subject> Subject::of(const std::string& file, bool isolate, double limit_s) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::canonical(file, error);
  if (error || !std::filesystem::is_regular_file(path, error))
    return fail(Failure::missing_input, "there is no plugin file '" + file + "'", "give the path of an ID.attache.so");
  Subject subject;
  subject.path = path.string();
  if (const auto trusted = trusted_path(subject.path); !trusted) subject.trusted = fail(trusted.error());
  const auto bytes = read_regular_file(subject.path);
  if (!bytes) return fail(Failure::permission, "'" + file + "' cannot be read", "chmod a+r '" + subject.path + "'");
  subject.file = read_elf(*bytes);
  if (!subject.file) return subject;
  subject.runtime = language_runtime(*bytes, *subject.file);
  if (!subject.file->manifest.empty()) subject.manifest = manifest_from(subject.file->manifest);
  if (!subject.trusted) return subject;
  subject.described = isolate ? describe_in_worker(subject.path, limit_s) : describe_here(subject.path);
  if (subject.described) subject.described->path = subject.path;
  return subject;
}

}  // namespace attache::host::check
