#include "host/src/artifacts.hpp"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "host/src/limits.hpp"
#include "host/src/plain_line.hpp"

namespace attache::host {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} * 1024;
constexpr std::size_t most_artifacts = 1000;

/// Printable ASCII as in RFC 6838.
bool is_media_type(std::string_view text) {
  return text.size() <= 255 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string name_in_quotes(std::string_view name) { return "'" + std::string(name) + "'"; }

}  // namespace

Artifacts::Artifacts(std::string folder, std::string output_name, bool single, std::uint64_t file_bytes)
    : folder_(std::move(folder)), output_name_(std::move(output_name)), single_(single), file_bytes_(file_bytes) {
  const auto dot = output_name_.rfind('.');
  stem_ = dot == std::string::npos || dot == 0 ? output_name_ : output_name_.substr(0, dot);
}

Artifacts::~Artifacts() {
  for (const Artifact& artifact : artifacts_) {
    if (artifact.file >= 0) ::close(artifact.file);
  }
}

attache_status Artifacts::refuse(attache_status status, Failure failure, std::string what, std::string next) {
  if (!problem_) problem_ = Problem{failure, Severity::error, {}, std::move(what), {}, {}, std::move(next)};
  return status;
}

attache_status Artifacts::refuse_system(const Artifact& artifact, int error) {
  const bool full = error == ENOSPC || error == EDQUOT;
  if (error == EFBIG && file_bytes_ != 0) {
    return refuse(ATTACHE_ERR_IO, Failure::plugin,
                  "the file " + name_in_quotes(artifact.staged.name) + " grew beyond the limit of " + size_text(file_bytes_),
                  raise_size("size", file_bytes_) + ", or choose a smaller report");
  }
  const std::string next = full ? "free some space or write elsewhere" : std::string{};
  return refuse(error == ENOMEM ? ATTACHE_ERR_MEMORY : ATTACHE_ERR_IO, Failure::io,
                "cannot write " + name_in_quotes(artifact.staged.name) + ": " + std::strerror(error), next);
}

Artifacts::Artifact* Artifacts::add(std::string_view name, std::string_view media_type, attache_status& status) {
  const bool belongs = name == output_name_ || (name.size() > stem_.size() + 1 && name.starts_with(stem_) && name[stem_.size()] == '.' &&
                                                std::none_of(name.begin(), name.end(), [](char c) { return c == '/' || is_control(c); }));
  const bool taken = std::any_of(artifacts_.begin(), artifacts_.end(), [&](const Artifact& other) { return other.staged.name == name; });
  if (!belongs) {
    status = refuse(ATTACHE_ERR_INTERNAL, Failure::plugin, "the plugin wants to write " + name_in_quotes(name),
                    "a file is named " + name_in_quotes(output_name_) + " or '" + stem_ + ".…'");
    return nullptr;
  }
  if (taken) {
    status = refuse(ATTACHE_ERR_INTERNAL, Failure::plugin, "the plugin opens " + name_in_quotes(name) + " twice");
    return nullptr;
  }
  if (!is_media_type(media_type) || artifacts_.size() >= most_artifacts) {
    status = refuse(ATTACHE_ERR_INTERNAL, Failure::plugin,
                    artifacts_.size() >= most_artifacts ? "the plugin opens more than " + std::to_string(most_artifacts) + " files"
                                                        : "the plugin gives " + name_in_quotes(name) + " no valid media type");
    return nullptr;
  }
  if (name.size() > NAME_MAX) {
    status = refuse(ATTACHE_ERR_IO, Failure::cannot_create,
                    "the file name " + name_in_quotes(name) + " is longer than " + std::to_string(NAME_MAX) + " bytes",
                    "choose a shorter name with -o");
    return nullptr;
  }
  if (single_ && !artifacts_.empty()) {
    status = refuse(ATTACHE_ERR_OPTION, Failure::usage, "the report needs more than one file, and standard output takes one",
                    "write to a file with -o, or choose one table");
    return nullptr;
  }
  Artifact& made = artifacts_.emplace_back();
  made.owner = this;
  made.staged.name = name;
  made.staged.media_type = media_type;
  made.path = folder_ + "/" + made.staged.name;
  status = ATTACHE_OK;
  return &made;
}

attache_status Artifacts::refuse_to_open(std::string_view name) {
  Artifact unopened;
  unopened.staged.name = name;
  return refuse_system(unopened, ENOSPC);
}

std::vector<std::string> Artifacts::opened() const {
  std::vector<std::string> names;
  for (const Artifact& artifact : artifacts_) names.push_back(artifact.staged.name);
  return names;
}

std::vector<std::string> Artifacts::left_open() const {
  std::vector<std::string> names;
  for (const Artifact& artifact : artifacts_) {
    if (!artifact.closed) names.push_back(artifact.staged.name);
  }
  return names;
}

attache_status Artifacts::open_sink(std::string_view name, std::string_view media_type, attache_sink* out) {
  attache_status status = ATTACHE_OK;
  Artifact* artifact = add(name, media_type, status);
  if (artifact == nullptr) return status;
  artifact->file = ::open(artifact->path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (artifact->file < 0) return refuse_system(*artifact, errno);
  artifact->buffer.reserve(buffer_size);
  out->self = artifact;
  out->write = &Artifacts::write;
  return ATTACHE_OK;
}

attache_status Artifacts::write(void* self, const void* data, std::size_t size) noexcept {
  Artifact& artifact = *static_cast<Artifact*>(self);
  const std::string_view bytes(static_cast<const char*>(data), size);
  if (artifact.closed || artifact.file < 0) {
    return artifact.owner->refuse(ATTACHE_ERR_INTERNAL, Failure::plugin,
                                  "the plugin writes to " + name_in_quotes(artifact.staged.name) + " after closing it");
  }
  if (artifact.owner->may_write_ && !artifact.owner->may_write_(size)) return artifact.owner->refuse_system(artifact, ENOSPC);
  if (artifact.buffer.size() + size > buffer_size) return artifact.owner->flush(artifact, bytes);
  artifact.buffer += bytes;
  return ATTACHE_OK;
}

/// Writes the buffer and then `rest`.
attache_status Artifacts::flush(Artifact& artifact, std::string_view rest) {
  for (std::string_view part : {std::string_view(artifact.buffer), rest}) {
    artifact.staged.bytes += part.size();
    if (file_bytes_ != 0 && artifact.staged.bytes > file_bytes_) return refuse_system(artifact, EFBIG);
    while (!part.empty()) {
      const ssize_t written = ::write(artifact.file, part.data(), part.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return refuse_system(artifact, errno);
      part.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  artifact.buffer.clear();
  return ATTACHE_OK;
}

attache_status Artifacts::close_sink(attache_sink* sink) {
  for (Artifact& artifact : artifacts_) {
    if (&artifact != sink->self || artifact.closed || artifact.file < 0) continue;
    const attache_status status = flush(artifact, {});
    const int closed = ::close(artifact.file);
    const int error = errno;
    artifact.file = -1;
    artifact.closed = status == ATTACHE_OK;
    if (closed != 0 && status == ATTACHE_OK) return refuse_system(artifact, error);
    return status;
  }
  return refuse(ATTACHE_ERR_INTERNAL, Failure::plugin, "the plugin closes an artifact that is not open");
}

attache_status Artifacts::open_file(std::string_view name, std::string_view media_type, attache_str* path) {
  attache_status status = ATTACHE_OK;
  const Artifact* artifact = add(name, media_type, status);
  if (artifact != nullptr) *path = {artifact->path.data(), artifact->path.size()};
  return status;
}

attache_status Artifacts::close_file(std::string_view path) {
  for (Artifact& artifact : artifacts_) {
    if (artifact.path != path || artifact.closed || artifact.file >= 0) continue;
    struct stat found {};
    if (::lstat(artifact.path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) {
      return refuse(ATTACHE_ERR_INTERNAL, Failure::plugin,
                    "the plugin closes " + name_in_quotes(artifact.staged.name) + " without having written it");
    }
    artifact.staged.bytes = static_cast<std::uint64_t>(found.st_size);
    if (file_bytes_ != 0 && artifact.staged.bytes > file_bytes_) return refuse_system(artifact, EFBIG);
    artifact.closed = true;
    return ATTACHE_OK;
  }
  return refuse(ATTACHE_ERR_INTERNAL, Failure::plugin, "the plugin closes a file that is not open");
}

attache_str Artifacts::temporary_folder() {
  if (temporary_.empty()) {
    std::string path = folder_ + "/.tmp-XXXXXX";
    if (::mkdtemp(path.data()) != nullptr)
      temporary_ = path;
    else
      refuse(ATTACHE_ERR_IO, Failure::io, "cannot create a folder for temporary files: " + std::string(std::strerror(errno)));
  }
  return {temporary_.data(), temporary_.size()};
}

Outcome<std::vector<Staged>> Artifacts::finish() {
  if (problem_) return fail(*problem_);
  if (artifacts_.empty()) return fail(Failure::plugin, "the plugin says it is done and wrote no file", "tell its vendor");
  std::vector<Staged> files;
  for (const Artifact& artifact : artifacts_) {
    if (!artifact.closed)
      return fail(Failure::plugin, "the plugin left " + name_in_quotes(artifact.staged.name) + " open", "tell its vendor");
    files.push_back(artifact.staged);
  }
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
    const std::string name = entry.path().filename().string();
    const bool known = entry.path().string() == temporary_ ||
                       std::any_of(files.begin(), files.end(), [&](const Staged& file) { return file.name == name; });
    if (!known)
      return fail(Failure::plugin, "the plugin wrote the file " + name_in_quotes(name) + " without opening it", "tell its vendor");
  }
  return files;
}

}  // namespace attache::host
