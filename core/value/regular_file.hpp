#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "value/outcome.hpp"

namespace attache {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

/// Opens `path` for reading if it is a regular file: a pipe, a device or a folder would block or never end. Failure::missing_input when
/// nothing is there, ::permission (with what to do) when it may not be read, ::data when it is something else.
[[nodiscard]] Outcome<OpenFile> open_regular_file(const std::string& path);

/// All bytes of a regular file; fails like open_regular_file, and with Failure::io.
[[nodiscard]] Outcome<std::string> read_regular_file(const std::string& path);

}  // namespace attache
