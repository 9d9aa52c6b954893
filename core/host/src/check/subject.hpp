#pragma once

#include <optional>
#include <string>

#include "host/host.hpp"
#include "host/src/elf_file.hpp"

namespace attache::host::check {

/// The plugin under judgement: what is known of it without an export.
struct Subject {
  std::string path;        ///< canonical
  Outcome<> trusted;       ///< why its code may not be run
  Outcome<ElfFacts> file;  ///< what its file says of itself
  std::string runtime;     ///< the language runtime linked into it, as language_runtime() says
  Outcome<PluginInfo> manifest = fail(Failure::plugin, "the file has no manifest");
  Outcome<PluginInfo> described = fail(Failure::plugin, "its code was not run");  ///< what its code says, with path and manifest's text

  /// Reads the file and, where it is trusted, has a worker (or this process) describe it. Failure::missing_input for no regular file.
  [[nodiscard]] static Outcome<Subject> of(const std::string& file, bool isolate, double limit_s);
  /// May it be exported with?
  [[nodiscard]] bool runs() const { return described.has_value(); }
};

}  // namespace attache::host::check
