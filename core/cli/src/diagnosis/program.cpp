#include <link.h>

#include <algorithm>
#include <filesystem>

#include "diagnosis/diagnosis.hpp"
#include "usage_json.hpp"

namespace attache::cli {

namespace fs = std::filesystem;

namespace {

/// What the dynamic linker really loaded: "libicuuc.so.72.1", the file behind the name.
int add_library(dl_phdr_info* info, std::size_t /*size*/, void* list) {
  std::error_code missing;
  const fs::path file = fs::canonical(info->dlpi_name, missing);
  if (!missing) static_cast<std::vector<std::string>*>(list)->push_back(file.filename().string());
  return 0;
}

bool of_the_system(const std::string& library) {
  for (const char* name : {"libc.", "libm.", "libgcc_s", "libstdc++", "ld-linux", "libdl.", "libpthread"}) {
    if (library.starts_with(name)) return true;
  }
  return false;
}

}  // namespace

std::string_view name_of(Finding::State state) {
  switch (state) {
    case Finding::State::fine:
      return "ok";
    case Finding::State::note:
      return "note";
    case Finding::State::wrong:
      return "wrong";
  }
  return "wrong";
}

Section diagnose_program() {
  Section section{"program", {}};
  std::string version = version_text();
  version.pop_back();
  section.findings.push_back({Finding::State::fine, "version", version});
  std::error_code unknown;
  const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  if (unknown) {
    section.findings.push_back(
        {Finding::State::wrong, "file", "/proc/self/exe cannot be read", "mount /proc; workers are started through it"});
  } else {
    section.findings.push_back({Finding::State::fine, "file", program.string()});
  }
  section.findings.push_back({Finding::State::fine, "compiler", __VERSION__});
  std::vector<std::string> libraries;
  ::dl_iterate_phdr(add_library, &libraries);
  std::sort(libraries.begin(), libraries.end());
  for (const std::string& library : libraries) {
    if (!of_the_system(library)) section.findings.push_back({Finding::State::fine, "library", library});
  }
  return section;
}

}  // namespace attache::cli
