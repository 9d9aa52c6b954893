#pragma once

#include <attache/plugin.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/export_call.hpp"

namespace attache::host {

/// The files of one call, in a staging folder. Every refusal leaves a problem; the first one is kept.
class Artifacts {
 public:
  Artifacts(std::string folder, std::string output_name, bool single, std::uint64_t file_bytes);
  ~Artifacts();
  Artifacts(const Artifacts&) = delete;
  Artifacts& operator=(const Artifacts&) = delete;

  attache_status open_sink(std::string_view name, std::string_view media_type, attache_sink* out);
  attache_status close_sink(attache_sink* sink);
  /// The path lives as long as the call.
  attache_status open_file(std::string_view name, std::string_view media_type, attache_str* path);
  attache_status close_file(std::string_view path);
  [[nodiscard]] attache_str temporary_folder();
  /// Asked before every write to a sink; when it says no, the disk is full.
  void ask_before_writing(std::function<bool(std::size_t)> may_write) { may_write_ = std::move(may_write); }
  /// An artifact cannot be opened because the disk is full.
  attache_status refuse_to_open(std::string_view name);

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }
  /// What a success must look like: at least one artifact, all closed, no stray file beside them.
  [[nodiscard]] Outcome<std::vector<Staged>> finish();
  [[nodiscard]] const std::string& stem() const { return stem_; }
  /// Names in the order they were opened.
  [[nodiscard]] std::vector<std::string> opened() const;
  [[nodiscard]] std::vector<std::string> left_open() const;

 private:
  struct Artifact {
    Artifacts* owner = nullptr;
    Staged staged;
    std::string path;
    int file = -1;  ///< −1 = the plugin writes the path itself
    bool closed = false;
    std::string buffer;
  };

  static attache_status write(void* self, const void* data, std::size_t size) noexcept;
  attache_status flush(Artifact& artifact, std::string_view rest);
  [[nodiscard]] Artifact* add(std::string_view name, std::string_view media_type, attache_status& status);
  attache_status refuse(attache_status status, Failure failure, std::string what, std::string next = {});
  attache_status refuse_system(const Artifact& artifact, int error);

  std::string folder_, output_name_, stem_, temporary_;
  bool single_;
  std::uint64_t file_bytes_;
  std::deque<Artifact> artifacts_;
  std::optional<Problem> problem_;
  std::function<bool(std::size_t)> may_write_;
};

}  // namespace attache::host
