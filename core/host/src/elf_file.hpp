#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "value/outcome.hpp"

namespace attache::host {

/// What a shared library says of itself, read from its bytes without running any of them. Symbols come from .dynsym, so a stripped
/// library tells the same.
struct ElfFacts {
  std::vector<std::string> exported;                   ///< defined, not local
  std::vector<std::string> undefined;                  ///< must be found in other libraries (weak ones are left out)
  std::vector<std::string> needed;                     ///< DT_NEEDED
  std::string manifest;                                ///< contents of the manifest section, "" when there is none
  std::vector<std::string> run_paths;                  ///< folders of DT_RPATH and DT_RUNPATH
  bool text_relocations = false;                       ///< code is changed while it is loaded
  bool executable_stack = false;                       ///< asked for, or not refused
  bool bound_at_load = false, never_unloaded = false;  ///< -z now, -z nodelete

  [[nodiscard]] bool exports(std::string_view symbol) const;
};

inline constexpr std::string_view manifest_section = ".attache.plugin";

/// Failure::plugin says what is wrong: no ELF file, 32 bits, another machine, no shared library, cut off.
[[nodiscard]] Outcome<ElfFacts> read_elf(std::string_view bytes);
/// The language runtime that is linked into the library: "Rust", "C++", "" none. Searches the whole file.
[[nodiscard]] std::string language_runtime(std::string_view bytes, const ElfFacts& facts);

/// The file with a section of that name and content, in place of an older one. Nothing that is mapped at run time moves.
[[nodiscard]] Outcome<std::string> with_section(std::string_view bytes, std::string_view name, std::string_view content);

}  // namespace attache::host
