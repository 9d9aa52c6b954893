#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "commands/common.hpp"
#include "diagnosis/diagnosis.hpp"

namespace attache::cli {

namespace fs = std::filesystem;

Section diagnose_temporary_folder() {
  Section section{"temporary files", {}};
  std::error_code error;
  const fs::path folder = fs::temp_directory_path(error);
  if (error) {
    section.findings.push_back(
        {Finding::State::wrong, "folder", "there is none: " + error.message(), "set TMPDIR to a folder that exists"});
    return section;
  }
  std::string probe = (folder / "attache-doctor-XXXXXX").string();
  if (::mkdtemp(probe.data()) == nullptr) {
    section.findings.push_back({Finding::State::wrong, "folder", folder.string() + " cannot be written: " + std::strerror(errno),
                                "set TMPDIR to a folder that can"});
    return section;
  }
  fs::remove(probe, error);
  const fs::space_info space = fs::space(folder, error);
  section.findings.push_back(
      {Finding::State::fine, "folder", folder.string() + (error ? "" : "  " + readable_size(space.available) + " free")});
  return section;
}

}  // namespace attache::cli
